/** Where one strategy beats another, with a band where nobody knows, and what to play next. */
import { describe, expect, it } from "vitest";
import { type BoundaryOptions, boundaryMap } from "../../../src/experiment/decide/boundary.ts";
import { refine } from "../../../src/experiment/decide/refine.ts";
import { sampled } from "./planted.ts";

const OPTIONS: BoundaryOptions = { seed: "boundary", a: "a", b: "b", over: ["x"], cells: 21 };
type Lead = (x: readonly number[]) => number;

/** Less is better, so a leads by `lead`; both meet the same luck and each has its own. */
function world(seed: string, names: readonly string[], lead: Lead, { points = 60, trials = 2, noise = 0.5 } = {}) {
  return sampled(seed, names, points, trials, {
    a: (_, common, own) => 10 * common + noise * own,
    b: (x, common, own) => 10 * common + lead(x) + noise * own,
  });
}
const mapOf = (one: ReturnType<typeof world>, options: Partial<BoundaryOptions> = {}) =>
  boundaryMap(one.matched, one.sampled, { ...OPTIONS, ...options });

describe("a boundary map", () => {
  it("finds a planted boundary, with a band around it", () => {
    const map = mapOf(world("planted", ["x"], ([x]) => 4 * (x! - 0.6)));
    const sides = map.cells.map(({ side }) => side);
    expect(sides.slice(0, 8)).toEqual(Array(8).fill("b"));
    expect(sides.slice(-5)).toEqual(Array(5).fill("a"));
    expect(map.cells.find(({ at }) => Math.abs(at[0]! - 0.6) < 0.03)?.side).toBe("undecided");
    // In order along the axis: b, undecided, a.
    expect(sides.join(" ")).toMatch(/^(b )+(undecided )+(a ?)+$/);
    expect(map.shares.a + map.shares.b + map.shares.undecided).toBeCloseTo(1, 12);
    expect(map).toMatchObject({ points: 60, dropped: 0, direction: "down" });
  });

  it("covers two quantities, and what it does not show is noise", () => {
    const one = world("two", ["x", "other", "y"], ([x, other, y]) => 6 * (x! + y! - 1) + (other! - 0.5), { points: 120 });
    const map = mapOf(one, { over: ["x", "y"], cells: 11 });
    expect(map.cells.length).toBe(121);
    for (const { at, side } of map.cells) {
      const sum = at[0]! + at[1]!;
      if (sum > 1.3) expect(side).toBe("a");
      if (sum < 0.7) expect(side).toBe("b");
    }
  });

  it("reads values of the ranges, on their own scale", () => {
    const one = world("log", ["x"], ([x]) => 8 * (x! - 0.5));
    const dimensions = [
      { ...one.sampled.dimensions[0]!, low: 1, high: 100, scale: "log" as const },
    ] as typeof one.sampled.dimensions;
    const points = one.sampled.points.map((x) => Float64Array.of(10 ** (2 * x[0]!)));
    const map = boundaryMap(one.matched, { ...one.sampled, dimensions, points }, OPTIONS);
    expect(map.cells[10]?.at[0]).toBeCloseTo(10, 9);
    expect(map.cells.find(({ at }) => at[0]! < 3)?.side).toBe("b");
    expect(map.cells.find(({ at }) => at[0]! > 40)?.side).toBe("a");
  });

  it("gives cells to the wrong strategy in few of 100 planted maps, and none where nothing differs", () => {
    const truths: readonly Lead[] = [() => 0, ([x]) => 2 * (x! - 0.5), ([x]) => Math.sin(7 * x!)];
    for (const truth of truths) {
      const wrong = Array.from({ length: 100 }, (_, i) => {
        const { cells } = mapOf(world(`cover ${i}`, ["x"], truth, { points: 40, noise: 1 }));
        return cells.some(({ at, side }) => side !== "undecided" && (side === "a" ? truth([...at]) <= 0 : truth([...at]) >= 0));
      }).filter(Boolean).length;
      expect(wrong).toBeLessThanOrEqual(8);
    }
  });

  it("needs more than delta", () => {
    const one = world("delta", ["x"], ([x]) => 4 * (x! - 0.6));
    const map = mapOf(one, { delta: 1 });
    for (const { at, side } of map.cells) if (Math.abs(4 * (at[0]! - 0.6)) < 1) expect(side).toBe("undecided");
    expect(map.shares.undecided).toBeGreaterThan(mapOf(one).shares.undecided);
  });

  it("turns round when the strategies change places", () => {
    const one = world("turn", ["x"], ([x]) => 4 * (x! - 0.6));
    const [there, back] = [mapOf(one), mapOf(one, { a: "b", b: "a" })];
    there.cells.forEach(({ advantage, side }, i) => {
      expect(back.cells[i]?.advantage.value).toBeCloseTo(-advantage.value, 9);
      expect(back.cells[i]?.side).toBe({ a: "b", b: "a", undecided: "undecided" }[side]);
    });
  });

  it("decides nothing between a strategy and its copy, nor from a few points", () => {
    const one = world("copy", ["x"], () => 0, { noise: 0 });
    expect(mapOf(one).cells.every(({ advantage, side }) => advantage.high === 0 && side === "undecided")).toBe(true);
    expect(refine(mapOf(one), 3)).toEqual([]);
    const few = mapOf(world("few", ["x"], () => 5, { points: 2 }));
    expect(few.shares.undecided).toBe(1);
    expect(refine(few, 2).length).toBe(2);
  });

  it("leaves out trials with a hole, and names what is not there", () => {
    const one = world("holes", ["x"], ([x]) => x!);
    one.matched.values[0]![0] = Number.NaN;
    expect(mapOf(one)).toMatchObject({ dropped: 1, points: 60 });
    expect(() => mapOf(one, { a: "c" })).toThrow("strategy: c, use one of a, b");
    expect(() => mapOf(one, { over: ["y"] })).toThrow("over: y, use one of x");
    expect(() => mapOf(one, { over: [] })).toThrow("over: 0 quantities");
    const list = [{ kind: "list" as const, name: "x", values: [1, 2], value: 0 }];
    expect(() => boundaryMap(one.matched, { ...one.sampled, dimensions: list }, OPTIONS)).toThrow("x is a list");
  });
});

describe("refinement", () => {
  const lead: Lead = ([x, y]) => 3 * (x! - 0.3 - 0.4 * y!);
  const one = world("refine", ["x", "y"], lead, { points: 60, noise: 1 });
  const map = mapOf(one, { over: ["x", "y"] });
  const next = refine(map, 12);

  it("proposes places in the undecided band, apart from each other, the same ones again", () => {
    expect(next.length).toBe(12);
    for (const unit of next) {
      const { low, high } = map.advantage(unit);
      expect(low).toBeLessThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(0);
    }
    const gaps = next.flatMap((a, i) => next.slice(0, i).map((b) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)));
    expect(Math.min(...gaps)).toBeGreaterThan(0.05);
    expect(refine(mapOf(one, { over: ["x", "y"] }), 12)).toEqual(next);
    expect(refine(map, 3)).toEqual(next.slice(0, 3));
  });

  it("narrows the band more than as many points anywhere", () => {
    const more = (chosen: readonly Float64Array[]) => {
      const extra = world("more", ["x", "y"], lead, { points: chosen.length, noise: 1 });
      // The same luck at other places: only the difference that comes from the place is moved.
      const values = extra.matched.values.map((column, s) =>
        column.map((value, trial) => {
          const point = extra.sampled.pointOf[trial]!;
          return s === 0 ? value : value - lead([...extra.sampled.points[point]!]) + lead([...chosen[point]!]);
        }),
      );
      const all = {
        matched: { ...one.matched, values: one.matched.values.map((column, s) => Float64Array.of(...column, ...values[s]!)) },
        sampled: {
          ...one.sampled,
          points: [...one.sampled.points, ...chosen],
          pointOf: Int32Array.of(...one.sampled.pointOf, ...extra.sampled.pointOf.map((p) => p + one.sampled.points.length)),
        },
      };
      return mapOf(all, { over: ["x", "y"] }).shares.undecided;
    };
    const anywhere = world("anywhere", ["x", "y"], lead, { points: 40 }).sampled.points;
    expect(more(refine(map, 40))).toBeLessThan(more(anywhere));
    expect(more(refine(map, 40))).toBeLessThan(map.shares.undecided);
  });
});
