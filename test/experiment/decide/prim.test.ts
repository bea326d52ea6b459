/** Scenario discovery finds the planted corner, and none in noise. */
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import type { Limit, Sample } from "../../../src/experiment/decide/prim/box.ts";
import { type BackfireOptions, backfires } from "../../../src/experiment/decide/prim/cases.ts";
import { byChance } from "../../../src/experiment/decide/prim/chance.ts";
import { discover } from "../../../src/experiment/decide/prim/discover.ts";
import { paste } from "../../../src/experiment/decide/prim/paste.ts";
import { binomialTail } from "../../../src/experiment/decide/prim/significance.ts";
import type { Dimension } from "../../../src/experiment/designs/index.ts";
import reference from "../../reference/decide/prim.json" with { type: "json" };
import { range, sampled } from "./planted.ts";

/** Uniform points; a case with a chance that depends on where it is. */
function scattered(seed: string, dimensions: number, count: number, chance: (x: readonly number[]) => number): Sample {
  const random = seedrandom.alea(seed);
  const points = Array.from({ length: count }, () => Float64Array.from({ length: dimensions }, () => random.double()));
  return {
    dimensions: Array.from({ length: dimensions }, (_, d) => range(`x${d}`)),
    points,
    cases: Uint8Array.from(points, (x) => Number(random.double() < chance([...x]))),
  };
}
const corner = ([x, y]: readonly number[]) => (x! > 0.6 && y! < 0.4 ? 1 : 0);

describe("against an independent implementation", () => {
  const sample: Sample = {
    dimensions: ["a", "b", "c", "d"].map(range),
    points: reference.points.map((x) => Float64Array.from(x)),
    cases: Uint8Array.from(reference.cases),
  };
  const { boxes, base } = discover(sample, { boxes: 2 });

  it.each([0, 1])("box %i has its trajectory, limits, catch and quasi-p-values", (b) => {
    const expected = reference.boxes[b]!;
    const found = boxes[b]!;
    expect(found.trajectory.map(({ points, cases }) => [points, cases])).toEqual(expected.trajectory);
    expect(found.chosen).toBe(expected.chosen);
    const [lows, highs] = expected.limits as (number | null)[][];
    found.box.forEach(({ low, high }, d) => {
      for (const [end, other] of [
        [low, lows![d]],
        [high, highs![d]],
      ] as const) {
        if (typeof other === "number") expect(end).toBeCloseTo(other, 12);
        else expect(end).toBeUndefined();
      }
    });
    expect([found.points, found.cases]).toEqual([expected.points, expected.cases]);
    const quasi = Object.entries(expected.quasiP).map(([d, p]) => [Number(d), p] as const);
    expect([...found.quasiP.keys()]).toEqual(quasi.map(([d]) => d));
    for (const [d, p] of quasi) expect(found.quasiP.get(d)! / p).toBeCloseTo(1, 9);
  });

  it("shares are of all points and all cases", () => {
    for (const { points, cases, mass, coverage, density } of boxes) {
      expect(mass).toBe(points / 400);
      expect(coverage).toBe(cases / reference.cases.reduce((a, b) => a + b));
      expect(density).toBe(cases / points);
    }
    expect(base).toBe(reference.cases.reduce((a, b) => a + b) / 400);
  });
});

describe("scenario discovery", () => {
  it("finds a planted corner: its limits, all its cases and nothing else", () => {
    const { boxes } = discover(scattered("corner", 5, 1000, corner));
    const [{ box, coverage, density, trajectory, quasiP }] = boxes as [(typeof boxes)[number]];
    expect(box[0]?.low).toBeCloseTo(0.6, 1);
    expect(box[1]?.high).toBeCloseTo(0.4, 1);
    expect(box.slice(2)).toEqual([{}, {}, {}]);
    expect([box[0]?.high, box[1]?.low]).toEqual([undefined, undefined]);
    expect(coverage).toBeGreaterThan(0.95);
    expect(density).toBeGreaterThan(0.97);
    expect([...quasiP.keys()]).toEqual([0, 1]);
    // The analytic case: 16 % of the points; along the way density rises from the base rate and coverage falls from 1.
    expect(trajectory[0]).toMatchObject({ coverage: 1, mass: 1 });
    expect(trajectory[0]?.density).toBeCloseTo(0.16, 1);
    trajectory.forEach(({ mass }, i) => void (i > 0 && expect(mass).toBeLessThan(trajectory[i - 1]!.mass)));
  });

  it("is not led astray where few points make many slices equal", () => {
    // Forty points: a slice is one or two of them, and at first every end holds nothing but cases.
    const few = scattered("few", 2, 40, ([x]) => (x! < 0.6 ? 1 : 0));
    const [found] = discover(few).boxes;
    expect(found?.box[0]?.high).toBeCloseTo(0.6, 0);
    expect(Math.min(found!.coverage, found!.density)).toBeGreaterThan(0.9);
  });

  it("finds two corners one after the other", () => {
    const two = scattered("two", 3, 1500, ([x, y, z]) => (corner([x!, y!]) || (x! < 0.3 && z! > 0.7) ? 1 : 0));
    const { boxes } = discover(two, { boxes: 5 });
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    expect(boxes[0]!.coverage + boxes[1]!.coverage).toBeGreaterThan(0.9);
    expect(boxes.reduce((sum, { coverage }) => sum + coverage, 0)).toBeLessThanOrEqual(1 + 1e-12);
    expect(Math.min(boxes[0]!.density, boxes[1]!.density)).toBeGreaterThan(0.9);
  });

  it("of a list keeps the values where cases are", () => {
    const sample = scattered("list", 2, 600, () => 0);
    const dimensions: Dimension[] = [
      { kind: "list", name: "rule", values: ["logit", "imitation", "habit"], value: 0 },
      range("x"),
    ];
    const points = sample.points.map((x) => Float64Array.of(Math.floor(3 * x[0]!), x[1]!));
    const cases = Uint8Array.from(points, (x) => Number(x[0] !== 1 && x[1]! > 0.5));
    const [found] = discover({ dimensions, points, cases }).boxes;
    expect(found?.box[0]).toEqual({ among: [0, 2] });
    expect(found?.box[1]?.low).toBeCloseTo(0.5, 1);
    expect(Math.min(found!.density, found!.coverage)).toBeGreaterThan(0.95);
  });

  it("with a wanted density takes the box of largest coverage that has it, else the densest", () => {
    const fuzzy = scattered("fuzzy", 3, 1000, ([x]) => x! * x!);
    const [dense] = discover(fuzzy, { density: 0.8 }).boxes;
    const [usual] = discover(fuzzy).boxes;
    expect(dense!.density).toBeGreaterThanOrEqual(0.8);
    expect(usual!.density).toBeLessThan(0.8);
    expect(dense!.coverage).toBeLessThan(usual!.coverage);
    const chosen = dense!.trajectory[dense!.chosen]!;
    for (const one of dense!.trajectory) if (one.density >= 0.8) expect(one.coverage).toBeLessThanOrEqual(chosen.coverage);
    const [densest] = discover(fuzzy, { density: 0.999 }).boxes;
    expect(densest!.trajectory[densest!.chosen]!.density).toBe(Math.max(...densest!.trajectory.map(({ density }) => density)));
  });

  it("drops limits that do nothing", () => {
    // Only x0 matters; patience alone would leave chance limits on some of the nine others.
    for (let trial = 0; trial < 5; trial++) {
      const { boxes } = discover(scattered(`idle ${trial}`, 10, 800, ([x]) => (x! > 0.7 ? 0.9 : 0.1)));
      const limits = boxes[0]!.box.flatMap((limit: Limit, d) => (Object.keys(limit).length > 0 ? [d] : []));
      expect(limits).toContain(0);
      expect(limits.length).toBeLessThanOrEqual(3);
    }
  });
});

describe("pasting", () => {
  const line = (isCase: (x: number) => boolean): Sample => {
    const points = Array.from({ length: 100 }, (_, x) => Float64Array.of(x));
    return { dimensions: [range("x")], points, cases: Uint8Array.from(points, ([x]) => Number(isCase(x!))) };
  };
  const rows = Array.from({ length: 100 }, (_, row) => row);

  it("gives back what makes a box denser, and stops where it would thin out", () => {
    // Ten of 31 points are cases; every layer above adds cases, up to 50.
    const [limit] = paste(
      line((x) => x >= 21 && x < 50),
      [{ high: 30.5 }],
      rows,
      0.05,
    );
    expect(limit?.high).toBeGreaterThan(48);
    expect(limit?.high).toBeLessThan(50);
  });

  it("gives back what leaves it as dense, to the end where nothing speaks against it", () => {
    const pure = line((x) => x < 50);
    expect(paste(pure, [{ high: 30.5 }], rows, 0.05)[0]?.high).toBeCloseTo(49.5, 9);
    expect(paste(pure, [{ low: 20.5, high: 30.5 }], rows, 0.05)[0]?.low).toBeUndefined();
    expect(paste(pure, [{ high: 49.5 }], rows, 0.05)).toEqual([{ high: 49.5 }]);
  });
});

describe("by chance", () => {
  it("a planted corner is not found, noise as often as not", () => {
    const real = scattered("real", 2, 200, (x) => 0.1 + 0.8 * corner(x));
    expect(byChance(real, "chance", {}, 19)).toBe(1 / 20);
    const p = Array.from({ length: 30 }, (_, i) =>
      byChance(
        scattered(`noise ${i}`, 2, 120, () => 0.4),
        "chance",
        {},
        19,
      ),
    );
    // Uniform on 0.05, 0.1 ... 1: 0.05 in one of twenty, 0.525 on average.
    expect(p.filter((one) => one <= 0.05).length).toBeLessThanOrEqual(4);
    expect(p.reduce((a, b) => a + b) / 30).toBeGreaterThan(0.4);
    expect(p.reduce((a, b) => a + b) / 30).toBeLessThan(0.65);
  });
});

describe("cases where a strategy backfires", () => {
  const one = sampled("backfires", ["exposure", "reach"], 300, 2, {
    none: (_, common) => 10 * common,
    lists: (x, common, own) => 10 * common + (x[0]! > 0.4 && x[1]! < 0.5 ? 2 : -1) + own / 4,
  });

  it("are points with a worse mean than the baseline", () => {
    const sample = backfires(one.matched, one.sampled, { strategy: "lists" });
    expect(sample.points.length).toBe(300);
    sample.points.forEach((x, p) => void expect(sample.cases[p]).toBe(Number(x[0]! > 0.4 && x[1]! < 0.5)));
    const [found] = discover(sample).boxes;
    expect(found?.box[0]?.low).toBeCloseTo(0.4, 1);
    expect(found?.box[1]?.high).toBeCloseTo(0.5, 1);
  });

  it("take a delta, a direction and another strategy", () => {
    const count = (options: Partial<BackfireOptions>) =>
      backfires(one.matched, one.sampled, { strategy: "lists", ...options }).cases.reduce((a, b) => a + b, 0);
    expect(count({ delta: 5 })).toBe(0);
    expect(count({ direction: "up" })).toBe(300 - count({}));
    expect(count({ against: "lists" })).toBe(0);
    expect(() => count({ against: "aid" })).toThrow("lists and aid, use two of none, lists");
  });

  it("leave out points that a strategy did not reach", () => {
    const holes = {
      ...one.matched,
      values: one.matched.values.map((column, s) => (s ? column.map((v, i) => (i < 2 ? Number.NaN : v)) : column)),
    };
    expect(backfires(holes, one.sampled, { strategy: "lists" }).points.length).toBe(299);
  });
});

describe("laws of scenario discovery", () => {
  const sample = scattered("laws", 4, 400, ([x, y]) => (corner([x!, y!]) ? 0.8 : 0.1));

  it("the order of points and dimensions means nothing", () => {
    const [found] = discover(sample).boxes;
    const backwards = {
      ...sample,
      points: [...sample.points].reverse(),
      cases: sample.cases.slice().reverse(),
    };
    expect(discover(backwards).boxes[0]).toEqual(found);
    const turned = {
      ...sample,
      dimensions: [...sample.dimensions].reverse(),
      points: sample.points.map((x) => x.slice().reverse()),
    };
    expect(discover(turned).boxes[0]?.box).toEqual([...found!.box].reverse());
  });

  it("a quantity that never changes is never restricted", () => {
    const flat = {
      ...sample,
      dimensions: [...sample.dimensions, range("flat")],
      points: sample.points.map((x) => Float64Array.of(...x, 0.5)),
    };
    expect(discover(flat).boxes[0]?.box).toEqual([...discover(sample).boxes[0]!.box, {}]);
  });

  it("nothing to find: no case, only cases, no points", () => {
    const with_ = (cases: number) => ({ ...sample, cases: new Uint8Array(400).fill(cases) });
    expect(discover(with_(0))).toEqual({ points: 400, cases: 0, base: 0, boxes: [] });
    expect(discover(with_(1))).toEqual({ points: 400, cases: 400, base: 1, boxes: [] });
    expect(discover({ dimensions: [], points: [], cases: new Uint8Array(0) })).toMatchObject({ points: 0, boxes: [] });
    expect(() => discover({ ...sample, cases: new Uint8Array(3) })).toThrow("cases: 3 marks for 400 points");
    expect(() => discover(sample, { alpha: 1 })).toThrow("alpha: 1");
  });
});

describe("the tail of the binomial", () => {
  // scipy 1.17.1: stats.binom.sf(k - 1, n, p)
  it.each([
    [8, 10, 0.5, 0.0546875],
    [3, 10, 0.5, 0.9453125],
    [60, 1000, 0.05, 0.08673217838486103],
    [990, 1000, 0.9, 1.450898832178329e-32],
    [1, 5, 0.2, 0.67232],
    [5, 5, 0.2, 0.00032],
    [0, 5, 0.2, 1],
    [3000, 10000, 0.5, 1],
  ])("P(X >= %i of %i at %f)", (k, n, p, expected) => {
    expect(binomialTail(k, n, p) / expected).toBeCloseTo(1, 10);
  });
});
