/** What it is worth to know: against the analytic value, and nothing where nothing would change. */
import { describe, expect, it } from "vitest";
import { information } from "../../../src/experiment/decide/information.ts";
import type { Sampled } from "../../../src/experiment/decide/points.ts";
import type { Dimension } from "../../../src/experiment/designs/index.ts";
import { matched, normals, reorder, sampled } from "./planted.ts";

const SEED = { seed: "information", shuffles: 39 };
const of = (found: ReturnType<typeof information>, name: string) => found.rows.find((row) => row.name === name)!;

/** Standard normal density and distribution at d: the unit normal loss integral, phi(d) - d Phi(-d), by scipy 1.17.1. */
const LOSS: Readonly<Record<string, number>> = { "0": 0.3989422804014327, "0.5": 0.19779655740130603, "2": 0.008490702616829673 };

/** Two strategies; b is better by `mean + size z + noise`, with z the first of two standard normal quantities. */
function linearNormal(seed: string, points: number, mean: number, size: number, noise: number) {
  const normal = normals(seed);
  const wide = (name: string): Dimension => ({
    kind: "range",
    name,
    value: 0,
    low: -4,
    high: 4,
    scale: "linear",
    integer: false,
  });
  const where = Array.from({ length: points }, () => Float64Array.of(normal(), normal()));
  const luck = where.map(() => 20 * normal());
  const lead = where.map(([z]) => mean + size * z! + noise * normal());
  const values = matched({ a: luck, b: luck.map((x, p) => x - lead[p]!) });
  const design: Sampled = { dimensions: [wide("z"), wide("w")], points: where, pointOf: Int32Array.from(where, (_, p) => p) };
  return { matched: values, sampled: design };
}

describe("value of information", () => {
  it.each([
    [0, 2, 1],
    [-1, 2, 1],
    [1, 2, 3],
  ])("of a normal quantity with a linear effect is the normal loss (mean %f, size %f, noise %f)", (mean, size, noise) => {
    const expected = size * LOSS[String(Math.abs(mean) / size)]!;
    const estimates = Array.from({ length: 10 }, (_, i) => {
      const one = linearNormal(`normal ${i}`, 300, mean, size, noise);
      const found = information(one.matched, one.sampled, { ...SEED, shuffles: 1 });
      return of(found, "z").value.value;
    });
    const average = estimates.reduce((a, b) => a + b) / 10;
    expect(Math.abs(average / expected - 1)).toBeLessThan(0.1);
  });

  it("has an interval that covers it", () => {
    const expected = 2 * LOSS["0.5"]!;
    const covered = Array.from({ length: 60 }, (_, i) => {
      const one = linearNormal(`interval ${i}`, 150, -1, 2, 2);
      const { low, high } = of(information(one.matched, one.sampled, { ...SEED, shuffles: 1 }), "z").value;
      return low <= expected && expected <= high;
    });
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(54);
  });

  it("of a uniform quantity with a bent effect, among others that mean nothing", () => {
    // b leads by 4 |x - 1/2| - 1/2: mean 1/2, so b is chosen; below 0 for 1/4 of x, with mean loss 1/4 there.
    const one = sampled("bent", ["idle", "x", "other"], 400, 2, {
      a: (_, common, own) => 5 * common + own / 2,
      b: (x, common, own) => 5 * common - (4 * Math.abs(x[1]! - 0.5) - 0.5) + own / 2,
    });
    const found = information(one.matched, one.sampled, SEED);
    expect(found.choice).toBe("b");
    expect(found.rows[0]?.name).toBe("x");
    expect(found.rows[0]!.value.value).toBeCloseTo(1 / 16, 1);
    expect(Math.abs(found.rows[0]!.value.value * 16 - 1)).toBeLessThan(0.35);
    expect(found.rows[0]!.p).toBe(1 / 40);
    for (const name of ["idle", "other"]) {
      expect(of(found, name).p).toBeGreaterThan(0.05);
      expect(of(found, name).value.value).toBeLessThan(0.02);
    }
    // To know all is to know x; means of noisy points promise more.
    expect(Math.abs(found.all.value.value * 16 - 1)).toBeLessThan(0.35);
    expect(found.all.p).toBe(1 / 40);
    expect(found.atMost).toBeGreaterThan(found.all.value.value);
  });

  it("of a list is that of choosing by its value", () => {
    const normal = normals("list");
    const points = Array.from({ length: 240 }, (_, p) => Float64Array.of(p % 3));
    const lead = [3, -1, -1];
    const luck = points.map(() => normal());
    const one = matched({ a: luck, b: luck.map((x, p) => x - lead[p % 3]! + normal() / 2) });
    const dimensions: Dimension[] = [{ kind: "list", name: "rule", values: ["logit", "imitation", "habit"], value: 0 }];
    const found = information(one, { dimensions, points, pointOf: Int32Array.from(points, (_, p) => p) }, SEED);
    // b is chosen (mean lead 1/3); with the rule known a is chosen in two of three cases, which gains 1 there.
    expect(found.choice).toBe("b");
    expect(found.rows[0]!.value.value).toBeCloseTo(2 / 3, 1);
    expect(found.all.value.value).toBeCloseTo(2 / 3, 1);
  });

  it("is nothing where one strategy is always better, and of a strategy and its copy", () => {
    const clear = sampled("clear", ["x", "y"], 100, 2, {
      a: (x, common) => x[0]! + common,
      b: (x, common, own) => x[0]! + common + 5 + own / 10,
    });
    const found = information(clear.matched, clear.sampled, SEED);
    expect([...found.rows, found.all].map(({ value, p }) => [value, p])).toEqual(
      Array(3).fill([{ value: 0, low: 0, high: 0 }, 1]),
    );
    expect(found.atMost).toBe(0);
    const twin = { ...clear.matched, values: [clear.matched.values[0]!, clear.matched.values[0]!] };
    expect(information(twin, clear.sampled, SEED).rows.map(({ value }) => value.value)).toEqual([0, 0]);
  });

  it("is seldom claimed of anything where nothing matters", () => {
    const claims = Array.from({ length: 60 }, (_, i) => {
      const equal = (_: readonly number[], common: number, own: number) => 3 * common + own;
      const one = sampled(`idle ${i}`, ["x", "y", "z"], 60, 1, { a: equal, b: equal, c: equal });
      return Math.min(...information(one.matched, one.sampled, { ...SEED, shuffles: 19 }).rows.map(({ p }) => p)) <= 0.05;
    });
    expect(claims.filter(Boolean).length).toBeLessThanOrEqual(7);
  });
});

describe("laws of information", () => {
  const one = sampled("laws", ["x", "y"], 80, 2, {
    a: (x, common, own) => common + 2 * x[0]! + own / 5,
    b: (x, common, own) => common + 1.2 - x[0]! / 2 + own / 5,
    c: (x, common, own) => common + 1.1 + x[1]! + own / 5,
  });
  const base = information(one.matched, one.sampled, SEED);

  it("a strategy that is worse everywhere adds nothing, nor does a copy", () => {
    const [a] = one.matched.values;
    const more = {
      ...one.matched,
      strategies: [...one.matched.strategies, "twin", "worse"],
      values: [...one.matched.values, a!, a!.map((x) => x + 3)],
    };
    const found = information(more, one.sampled, SEED);
    for (const row of [...base.rows, base.all]) {
      const same = row.name ? of(found, row.name) : found.all;
      expect(same.value.value).toBeCloseTo(row.value.value, 9);
    }
    expect(found.atMost).toBeCloseTo(base.atMost, 9);
  });

  it("the order of strategies means nothing", () => {
    const found = information(reorder(one.matched, [2, 0, 1]), one.sampled, SEED);
    expect(found.choice).toBe(base.choice);
    for (const row of base.rows) expect(of(found, row.name).value.value).toBeCloseTo(row.value.value, 9);
  });

  it("scales with the outcome, and leaves out points with a hole", () => {
    const tenfold = { ...one.matched, values: one.matched.values.map((column) => column.map((x) => 10 * x)) };
    const found = information(tenfold, one.sampled, SEED);
    for (const row of base.rows) expect(of(found, row.name).value.value).toBeCloseTo(10 * row.value.value, 7);
    const holes = {
      ...one.matched,
      values: one.matched.values.map((column, s) => column.map((x, i) => (s === 0 && i < 2 ? Number.NaN : x))),
    };
    expect(information(holes, one.sampled, SEED)).toMatchObject({ points: 79, dropped: 2 });
  });

  it("of too few points, one strategy or no uncertainty claims nothing", () => {
    const few = sampled("few", ["x"], 2, 1, { a: (x) => x[0]!, b: (_, common) => common });
    const found = information(few.matched, few.sampled, SEED);
    expect(found.rows[0]).toMatchObject({ value: { value: Number.NaN }, p: Number.NaN });
    const single = { ...one.matched, strategies: ["a"], values: [one.matched.values[0]!] };
    expect(information(single, one.sampled, SEED).rows[0]).toMatchObject({ value: { value: 0 }, p: 1 });
    expect(() => information(one.matched, { ...one.sampled, dimensions: [] }, SEED)).toThrow("uncertainties: there is none");
  });
});
