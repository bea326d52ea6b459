/** What every design promises, whatever its kind. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESIGN_BY_KIND, DESIGNS, type Dimension } from "../../../src/experiment/designs/index.ts";
import { anyDimension, MIXED, range, words } from "./dimensions.ts";

/** Parameters as an author writes them, for MIXED. */
const WRITTEN: Readonly<Record<string, object>> = {
  grid: { steps: 3 },
  list: {
    points: [
      { share: 0.25, rule: "logit" },
      { fee: 3, boats: 4 },
    ],
  },
  zip: {},
  "one-at-a-time": { steps: 2 },
  "latin-hypercube": { points: 20, criterion: "maximin", candidates: 3 },
  sobol: { points: 16, scramble: true },
  saltelli: { blocks: 8, secondOrder: true },
  morris: { trajectories: 5, candidates: 9 },
  imported: { file: "points.csv" },
};

function read(kind: string, dimensions: readonly Dimension[], written: object = WRITTEN[kind] ?? {}) {
  const entry = DESIGN_BY_KIND.get(kind)!;
  const params = entry.params.parse({ kind, ...written });
  return {
    problems: () => entry.problems(dimensions, params),
    count: () => entry.count(dimensions, params),
    points: (seed = "7") => entry.points(dimensions, params, seed).map((point) => [...point]),
  };
}

it("has the designs that are promised, one file each", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "src", "experiment", "designs");
  const files = readdirSync(folder).map((file) => basename(file, ".ts"));
  expect(DESIGNS.map(({ kind }) => kind).sort()).toEqual(files.filter((name) => name !== "index" && name !== "design").sort());
  expect([...DESIGN_BY_KIND.keys()].sort()).toEqual(Object.keys(WRITTEN).sort());
});

describe.each(DESIGNS.map((entry) => [entry.kind, entry] as const))("%s", (kind, { about, params }) => {
  it("says what it is, in strict parameters with a meaning", () => {
    expect(about).toMatch(/^[A-Z].*[^ ]\.$/);
    for (const [name, field] of Object.entries(params.shape)) {
      if (name !== "kind") expect((field as { description?: string }).description).toMatch(/\w{3}/);
    }
    const written = { kind, ...WRITTEN[kind] };
    expect(params.safeParse(written).success).toBe(true);
    expect(params.safeParse({ ...written, wrongKey: 1 }).success).toBe(false);
    expect(params.safeParse({ ...written, kind: "other" }).success).toBe(false);
  });

  it("complains of dimensions that nothing can serve", () => {
    const complaints = (dimensions: readonly Dimension[]) => read(kind, dimensions).problems().join("\n");
    expect(complaints([])).toMatch("nothing to vary");
    expect(complaints([range("a", 0, 1), range("a", 0, 1)])).toMatch("a is named twice");
    expect(complaints([range("a", 2, 1)])).toMatch("a has a low above its high: 2 to 1");
    expect(complaints([range("a", Number.NaN, 1)])).toMatch("a has no finite range");
    expect(complaints([range("a", 0, 1, { scale: "log" })])).toMatch("a has the scale log, which needs a low above 0, not 0");
    expect(complaints([range("a", 0, 1.5, { integer: true })])).toMatch("a takes whole numbers");
    expect(complaints([words("a", [])])).toMatch("a has an empty list");
    expect(complaints([words("a", [1, 1])])).toMatch("a has a value twice");
    expect(complaints([words("a", [1, 2], 2)])).toMatch("a has no value number 2");
  });
});

describe.each(Object.keys(WRITTEN).filter((kind) => kind !== "imported" && kind !== "zip"))("%s", (kind) => {
  it("gives as many points as it counts, each within its dimensions, the same ones every time", () => {
    const { problems, count, points } = read(kind, MIXED);
    expect(problems()).toEqual([]);
    const found = points();
    expect(found).toHaveLength(count());
    expect(points()).toEqual(found);
    for (const point of found) {
      expect(point).toHaveLength(MIXED.length);
      const [share, fee, boats, rule] = point as [number, number, number, number];
      expect(0 <= share && share <= 1 && 1 <= fee && fee <= 1000).toBe(true);
      expect([1, 2, 3, 4, 5, 6]).toContain(boats);
      expect([0, 1, 2]).toContain(rule);
    }
  });
});

const SAMPLING: Readonly<Record<string, { small: object; large: object }>> = {
  sobol: { small: { points: 16 }, large: { points: 64 } },
  saltelli: { small: { blocks: 4 }, large: { blocks: 16 } },
  morris: { small: { trajectories: 3 }, large: { trajectories: 8 } },
};

describe("samples", () => {
  it.each(Object.entries(SAMPLING))("%s keeps its points when there are more of them", (kind, { small, large }) => {
    const few = read(kind, MIXED, small).points();
    expect(read(kind, MIXED, large).points().slice(0, few.length)).toEqual(few);
  });

  it.each(["latin-hypercube", "morris"])("%s does not hang on the order of the dimensions", (kind) => {
    const backwards = read(kind, [...MIXED].reverse()).points();
    expect(backwards.map((point) => point.reverse())).toEqual(read(kind, MIXED).points());
  });

  it.each(["latin-hypercube", "sobol", "saltelli", "morris"])("%s hangs on the seed", (kind) => {
    const { points } = read(kind, MIXED);
    expect(points("1")).not.toEqual(points("11"));
  });

  it.each(["grid", "list", "one-at-a-time"])("%s does not", (kind) => {
    const { points } = read(kind, MIXED);
    expect(points("1")).toEqual(points("11"));
  });

  it("count what they make, for dimensions of any sort", () => {
    const dimensions = fc
      .array(anyDimension, { minLength: 1, maxLength: 3 })
      .map((list) => list.map((one, i) => ({ ...one, name: `d${i}` })));
    const kinds = fc.constantFrom("grid", "one-at-a-time", "latin-hypercube", "sobol", "saltelli", "morris");
    fc.assert(
      fc.property(dimensions, kinds, (list, kind) => {
        const { problems, count, points } = read(kind, list);
        if (problems().length > 0) return;
        const found = points();
        expect(found).toHaveLength(count());
        expect(found.flat().every((at) => Number.isFinite(at))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
