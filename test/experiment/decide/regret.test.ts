/** Regret over uncertainties: what is lost by not having known. */
import { describe, expect, it } from "vitest";
import { acrossPoints } from "../../../src/experiment/decide/points.ts";
import { rank } from "../../../src/experiment/decide/ranking.ts";
import { type RegretRow, regret } from "../../../src/experiment/decide/regret.ts";
import { matched, reorder, sampled } from "./planted.ts";

const SEED = { seed: "regret", replicates: 200 };
const of = (rows: readonly RegretRow[], name: string) => rows.find(({ strategy }) => strategy === name)!;
const points = (count: number) => Array.from({ length: count }, (_, i) => Float64Array.of(i));
const oneTrialEach = (count: number) => ({
  dimensions: [],
  points: points(count),
  pointOf: Int32Array.from({ length: count }, (_, i) => i),
});

describe("regret", () => {
  // Savage's table, three acts and four states: losses, less is better.
  const table = matched({ bold: [0, 2, 9, 4], steady: [3, 3, 3, 3], timid: [5, 1, 4, 2] });

  it("is measured from the best at each point", () => {
    const { rows, regrets } = regret(table, oneTrialEach(4), { ...SEED, tolerance: 1 });
    expect(regrets.map((column) => [...column])).toEqual([
      [0, 1, 6, 2],
      [3, 2, 0, 1],
      [5, 0, 1, 0],
    ]);
    expect(rows.map(({ strategy, worst, worstPoint }) => [strategy, worst, worstPoint])).toEqual([
      ["steady", 3, 0],
      ["timid", 5, 0],
      ["bold", 6, 2],
    ]);
    expect(rows.map(({ mean }) => mean.mean)).toEqual([1.5, 1.5, 2.25]);
    expect(rows.map(({ robust }) => robust)).toEqual([0.5, 0.75, 0.5]);
    // numpy.percentile([3, 2, 0, 1], 90), ([5, 0, 1, 0], 90), ([0, 1, 6, 2], 90)
    [2.7, 3.8, 4.8].forEach((p90, i) => void expect(rows[i]?.p90).toBeCloseTo(p90, 12));
  });

  it("averages the trials of a point first, and leaves out a trial with a hole for all", () => {
    const trials = matched({ a: [1, 3, 10, 10], b: [4, Number.NaN, 8, 6] });
    const found = regret(trials, { dimensions: [], points: points(3), pointOf: Int32Array.of(2, 2, 0, 0) }, SEED);
    expect([...found.points]).toEqual([0, 2]);
    expect(found).toMatchObject({ trials: 3, dropped: 1 });
    expect(found.regrets.map((column) => [...column])).toEqual([
      [3, 0],
      [0, 3],
    ]);
  });

  it("with one trial a point cannot tell regret from luck", () => {
    const { luck, rows } = regret(table, oneTrialEach(4), SEED);
    expect(luck).toEqual({ mean: Number.NaN, worst: Number.NaN });
    expect(rows.map(({ minimax }) => minimax)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("complains of trials without a point and of a tolerance below 0", () => {
    expect(() => regret(table, oneTrialEach(3), SEED)).toThrow("trial 3 has no point");
    expect(() => regret(table, oneTrialEach(4), { ...SEED, tolerance: -1 })).toThrow("tolerance: -1");
  });
});

describe("luck in regret", () => {
  it("of two equal strategies is the half-normal mean, and so is their regret", () => {
    // Four trials a point, own luck of size 2: the difference of means has sd 2 sqrt(2/4), its positive part sd/sqrt(2 pi).
    const equal = (_: readonly number[], common: number, own: number) => 30 * common + 2 * own;
    const one = sampled("equal", ["x"], 400, 4, { a: equal, b: equal });
    const { rows, luck } = regret(one.matched, one.sampled, SEED);
    const expected = (2 * Math.sqrt(2 / 4)) / Math.sqrt(2 * Math.PI);
    expect(luck.mean / expected).toBeGreaterThan(0.93);
    expect(luck.mean / expected).toBeLessThan(1.07);
    for (const { mean } of rows) expect(Math.abs(mean.mean / expected - 1)).toBeLessThan(0.15);
  });

  it("does not touch a choice that is clear", () => {
    const one = sampled("clear", ["x"], 30, 3, { good: (x, c) => x[0]! + c, bad: (x, c, own) => x[0]! + c + 5 + 0.1 * own });
    const { rows } = regret(one.matched, one.sampled, SEED);
    expect(rows.map(({ strategy, minimax }) => [strategy, Math.round(minimax * 1e9) / 1e9])).toEqual([
      ["good", 1],
      ["bad", 0],
    ]);
  });
});

describe("laws of regret", () => {
  const mixed = sampled("laws", ["x"], 25, 3, {
    a: (x, c, own) => x[0]! + c + own / 3,
    b: (x, c, own) => 1 - x[0]! + c + own / 3,
    c: (x, c, own) => 0.6 + x[0]! / 10 + c + own / 3,
  });
  const base = regret(mixed.matched, mixed.sampled, SEED);

  it("a copy has the same regret, and a dominated strategy changes nobody's", () => {
    const [a] = mixed.matched.values;
    const more = {
      ...mixed.matched,
      strategies: [...mixed.matched.strategies, "twin", "worse"],
      values: [...mixed.matched.values, a!, a!.map((x) => x + 0.5)],
    };
    const { rows } = regret(more, mixed.sampled, SEED);
    for (const { minimax: _, ...row } of base.rows) expect(of(rows, row.strategy)).toMatchObject(row);
    expect(of(rows, "twin")).toEqual({ ...of(rows, "a"), strategy: "twin" });
    expect(of(rows, "worse").worst).toBeGreaterThan(of(rows, "a").worst);
  });

  it("the order of strategies means nothing", () => {
    const { rows } = regret(reorder(mixed.matched, [1, 2, 0]), mixed.sampled, SEED);
    for (const row of base.rows) {
      const { minimax, ...same } = of(rows, row.strategy);
      expect(row).toMatchObject(same);
      expect(minimax).toBeCloseTo(row.minimax, 12);
    }
  });

  it("somebody has no regret at every point", () => {
    base.points.forEach((_, p) => void expect(Math.min(...base.regrets.map((column) => column[p]!))).toBe(0));
  });
});

describe("points as trials", () => {
  it("make intervals of uncertainty, not of seeds", () => {
    const one = sampled("across", ["x"], 20, 5, { a: (x, c) => 10 * x[0]! + c, b: (x, c, own) => 12 * x[0]! + c + own });
    const across = acrossPoints(one.matched, one.sampled);
    expect(across.values.map(({ length }) => length)).toEqual([20, 20]);
    const [seeds, points] = [rank(one.matched, { seed: "x" }), rank(across, { seed: "x" })];
    expect([seeds.trials, points.trials]).toEqual([100, 20]);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(points.rows[0]?.mean.mean).toBeCloseTo(seeds.rows[0]!.mean.mean, 10);
    expect(width(points.rows[0]!.mean)).toBeGreaterThan(1.5 * width(seeds.rows[0]!.mean));
  });

  it("without a complete trial, or of a strategy without values, are missing", () => {
    const nan = Number.NaN;
    const holes = matched({ a: [1, 2, 3, 5], b: [1, nan, 2, 2], none: [nan, nan, nan, nan] });
    const across = acrossPoints(holes, { dimensions: [], points: points(3), pointOf: Int32Array.of(0, 1, 2, 2) });
    expect(across.values.map((column) => [...column])).toEqual([
      [1, nan, 4],
      [1, nan, 2],
      [nan, nan, nan],
    ]);
  });
});
