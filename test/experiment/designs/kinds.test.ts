/** What each kind of design is, by what it alone does. */
import { describe, expect, it } from "vitest";
import { DESIGN_BY_KIND, type Dimension } from "../../../src/experiment/designs/index.ts";
import { sobolPoints } from "../../../src/experiment/sampling/sobol-sequence.ts";
import { MIXED, range, words } from "./dimensions.ts";

function pointsOf(kind: string, dimensions: readonly Dimension[], written: object = {}, seed = "1"): number[][] {
  const entry = DESIGN_BY_KIND.get(kind)!;
  return entry.points(dimensions, entry.params.parse({ kind, ...written }), seed).map((point) => [...point]);
}
function problemsOf(kind: string, dimensions: readonly Dimension[], written: object = {}): string {
  const entry = DESIGN_BY_KIND.get(kind)!;
  return entry.problems(dimensions, entry.params.parse({ kind, ...written })).join("\n");
}
const UNIT = Array.from({ length: 4 }, (_, i) => range(`x${i}`, 0, 1, { value: 0.5 }));

describe("grid", () => {
  it("combines all levels, the last dimension fastest", () => {
    const dimensions = [range("a", 0, 10), words("b", [true, false])];
    expect(pointsOf("grid", dimensions, { steps: 3 })).toEqual([
      [0, 0],
      [0, 1],
      [5, 0],
      [5, 1],
      [10, 0],
      [10, 1],
    ]);
    expect(pointsOf("grid", dimensions)).toHaveLength(10);
  });

  it("refuses to explode, and says how large it would be", () => {
    const many = Array.from({ length: 9 }, (_, i) => range(`x${i}`, 0, 1));
    expect(problemsOf("grid", many, { steps: 10 })).toMatch("1000000000 points, more than 1000000");
  });
});

describe("list", () => {
  it("reads the points that are written down and fills in defaults", () => {
    const written = { points: [{ share: 0.2, rule: "satisficing" }, {}, { boats: 6, fee: 5000 }] };
    expect(problemsOf("list", MIXED, written)).toBe("");
    expect(pointsOf("list", MIXED, written)).toEqual([
      [0.2, 10, 2, 2],
      [0.5, 10, 2, 1],
      [0.5, 5000, 6, 1],
    ]);
  });

  it("says what is wrong with a point", () => {
    const points = [{}, { chare: 1 }, { boats: 1.5 }, { share: "much" }, { rule: "none" }];
    expect(problemsOf("list", MIXED, { points }).split("\n")).toEqual([
      "point 2: no dimension is called chare",
      "point 3: boats takes a whole number, not 1.5",
      "point 4: share takes a number, not much",
      "point 5: rule takes logit, imitation, satisficing, not none",
    ]);
  });

  it("leaves a parameter alone whose default is not in its list", () => {
    expect(pointsOf("list", [words("b", [1, 2], -1)], { points: [{}, { b: 2 }] })).toEqual([[-1], [1]]);
  });
});

describe("zip", () => {
  it("walks all dimensions together", () => {
    const dimensions = [range("a", 0, 1), words("b", [3, 4, 5]), range("c", 10, 0.1 + 9.9)];
    expect(problemsOf("zip", dimensions)).toBe("");
    expect(pointsOf("zip", dimensions)).toEqual([
      [0, 0, 10],
      [0.5, 1, 10],
      [1, 2, 10],
    ]);
    expect(pointsOf("zip", [range("a", 0, 1)])).toEqual([[0], [0.25], [0.5], [0.75], [1]]);
  });

  it("names lists that are not equally long", () => {
    expect(problemsOf("zip", [words("a", [1, 2]), words("b", [1, 2, 3])])).toBe("b has 3 values, and a has 2");
    expect(problemsOf("zip", [words("a", [1, 2])], { steps: 4 })).toBe("a has 2 values, and there are 4 steps");
  });
});

describe("one-at-a-time", () => {
  it("starts with the defaults and moves one dimension at a time, upwards", () => {
    expect(pointsOf("one-at-a-time", [range("a", 0, 1, { value: 0.4 }), words("b", ["x", "y", "z"], 1)], { steps: 2 })).toEqual([
      [0.4, 1],
      [0, 1],
      [0.2, 1],
      [0.7, 1],
      [1, 1],
      [0.4, 0],
      [0.4, 2],
    ]);
  });

  it("does without a side when the default is an end, lies outside or is not in the list", () => {
    expect(pointsOf("one-at-a-time", [range("a", 0, 1, { value: 0 })])).toEqual([[0], [1]]);
    expect(pointsOf("one-at-a-time", [range("a", 0, 1, { value: 3 })])).toEqual([[3], [0], [1]]);
    expect(pointsOf("one-at-a-time", [words("a", [1, 2], -1)])).toEqual([[-1], [0], [1]]);
  });
});

describe("latin-hypercube", () => {
  it.each(["none", "maximin"])("puts one point in every stratum of every dimension (%s)", (criterion) => {
    for (const points of [1, 7, 50]) {
      const found = pointsOf("latin-hypercube", UNIT, { points, criterion });
      for (const d of UNIT.keys()) {
        const strata = found.map((point) => Math.floor(point[d]! * points)).sort((a, b) => a - b);
        expect(strata).toEqual(Array.from({ length: points }, (_, i) => i));
      }
    }
  });

  it("is random within its strata, and pairs them at random", () => {
    const found = pointsOf("latin-hypercube", UNIT.slice(0, 2), { points: 2000 });
    const within = found.map(([x]) => (x! * 2000) % 1);
    expect(within.filter((x) => x < 0.5).length / 2000).toBeCloseTo(0.5, 1);
    const product = found.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0) / 2000;
    expect(Math.abs(product * 12)).toBeLessThan(0.1);
  });

  it("keeps the sample whose nearest points are farthest apart", () => {
    const nearest = (points: readonly number[][]) =>
      Math.min(...points.flatMap((a, i) => points.slice(0, i).map((b) => Math.hypot(...a.map((x, d) => x - b[d]!)))));
    const random = pointsOf("latin-hypercube", UNIT, { points: 12 });
    const spread = [2, 10, 100].map((candidates) =>
      pointsOf("latin-hypercube", UNIT, { points: 12, criterion: "maximin", candidates }),
    );
    const distances = [random, ...spread].map(nearest);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances.at(-1)).toBeGreaterThan(1.3 * nearest(random));
    expect(problemsOf("latin-hypercube", UNIT, { points: 5000, criterion: "maximin" })).toMatch("at most 2000 points");
  });
});

describe("sobol", () => {
  it("gives the published points, stretched over the dimensions", () => {
    expect(pointsOf("sobol", UNIT, { points: 32 })).toEqual(sobolPoints(32, 4).map((point) => [...point]));
    expect(pointsOf("sobol", [range("a", 10, 20), words("b", [1, 2])], { points: 4 })).toEqual([
      [10, 0],
      [15, 1],
      [17.5, 0],
      [12.5, 1],
    ]);
  });

  it("wants a power of two and dimensions that have direction numbers", () => {
    expect(problemsOf("sobol", UNIT, { points: 1000 })).toBe(
      "points: 1000 is no power of two, which the balance of the sequence needs: use 512 or 1024",
    );
    const many = Array.from({ length: 1112 }, (_, i) => range(`x${i}`, 0, 1));
    expect(problemsOf("sobol", many, { points: 2 })).toMatch("direction numbers for 1111 columns, and this design needs 1112");
    expect(problemsOf("saltelli", many.slice(0, 556), { blocks: 2 })).toMatch("needs 1112");
    expect(problemsOf("saltelli", many.slice(0, 555), { blocks: 2 })).toBe("");
  });
});

describe("saltelli", () => {
  it("scrambles every column of A and B by itself", () => {
    const [a, , , , , b] = pointsOf("saltelli", UNIT, { blocks: 2 });
    const [first] = pointsOf("sobol", UNIT, { points: 2, scramble: true });
    expect(new Set([...a!, ...b!]).size).toBe(8);
    expect(new Set(first).size).toBe(4);
  });

  it("has blocks of A, A with one column of B, and B", () => {
    const blocks = pointsOf("saltelli", UNIT.slice(0, 3), { blocks: 4, scramble: false });
    const rows = sobolPoints(4, 6).map((point) => [...point] as [number, number, number, number, number, number]);
    expect(blocks).toEqual(
      rows.flatMap(([a, b, c, x, y, z]) => [
        [a, b, c],
        [x, b, c],
        [a, y, c],
        [a, b, z],
        [x, y, z],
      ]),
    );
  });

  it("has B with one column of A too for the second order", () => {
    const [a, , , ba1, ba2, b] = pointsOf("saltelli", UNIT.slice(0, 2), { blocks: 2, secondOrder: true });
    expect(ba1).toEqual([a![0], b![1]]);
    expect(ba2).toEqual([b![0], a![1]]);
  });
});

describe("morris", () => {
  it.each([{ levels: 4 }, { levels: 6 }, { levels: 8, candidates: 30 }])(
    "walks by the same step, each dimension once (%o)",
    (written) => {
      const k = UNIT.length;
      const { levels } = written;
      const points = pointsOf("morris", UNIT, { trajectories: 12, ...written });
      const step = levels / (2 * (levels - 1));
      for (let walk = 0; walk < 12; walk++) {
        const changed = Array.from({ length: k }, (_, i) => {
          const [from, to] = [points[walk * (k + 1) + i]!, points[walk * (k + 1) + i + 1]!];
          const moved = from.flatMap((x, d) => (x === to[d] ? [] : [d]));
          expect(moved).toHaveLength(1);
          expect(Math.abs(from[moved[0]!]! - to[moved[0]!]!)).toBeCloseTo(step, 12);
          return moved[0];
        });
        expect([...changed].sort()).toEqual([0, 1, 2, 3]);
      }
      for (const x of points.flat()) expect(x * (levels - 1)).toBeCloseTo(Math.round(x * (levels - 1)), 12);
    },
  );

  it("visits every level equally often, in both directions and any order", () => {
    const points = pointsOf("morris", UNIT.slice(0, 2), { trajectories: 3000 });
    for (let level = 0; level < 4; level++) {
      expect(points.filter(([x]) => Math.round(x! * 3) === level).length / points.length).toBeCloseTo(0.25, 1);
    }
    const starts = points.filter((_, i) => i % 3 === 0);
    const first = starts.filter((start, w) => start[0] !== points[3 * w + 1]![0]);
    expect(first.length / 3000).toBeCloseTo(0.5, 1);
    expect(starts.filter((start, w) => start[0]! < points[3 * w + 2]![0]!).length / 3000).toBeCloseTo(0.5, 1);
  });

  it("chooses walks that lie farther apart", () => {
    const spread = (points: readonly number[][]) => {
      let total = 0;
      points.forEach((a, i) => {
        points.slice(0, i).forEach((b, j) => {
          if (Math.floor(i / 5) !== Math.floor(j / 5)) total += Math.hypot(...a.map((x, d) => x - b[d]!));
        });
      });
      return total;
    };
    const [random, chosen] = [undefined, 60].map((candidates) =>
      spread(pointsOf("morris", UNIT, { trajectories: 4, candidates })),
    );
    expect(chosen).toBeGreaterThan(1.1 * random!);
    expect(problemsOf("morris", UNIT, { trajectories: 4, candidates: 4 })).toMatch("leave no choice");
  });

  it("changes lists and whole numbers at every step", () => {
    const dimensions = [words("a", [1, 2]), words("b", ["x", "y", "z"]), range("n", 1, 2, { integer: true })];
    for (const levels of [2, 4, 10]) {
      const points = pointsOf("morris", dimensions, { trajectories: 50, levels });
      points.forEach((point, i) => {
        if (i % 4 > 0) expect(point.filter((x, d) => x !== points[i - 1]![d])).toHaveLength(1);
      });
    }
    expect(problemsOf("morris", [words("a", [1])])).toMatch("a can take one value only");
  });
});
