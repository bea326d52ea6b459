import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinate, type Dimension, level, levels, valueAt } from "../../../src/experiment/designs/index.ts";
import { anyDimension, range, words } from "./dimensions.ts";

const ends = (one: Dimension) => (one.kind === "range" ? [one.low, one.high] : [0, one.values.length - 1]) as [number, number];
const isWhole = (one: Dimension) => one.kind === "list" || one.integer;

/** How many of `count` evenly spaced shares fall on each coordinate. */
function tally(dimension: Dimension, count: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = coordinate(dimension, (i + 0.5) / count);
    found.set(at, (found.get(at) ?? 0) + 1);
  }
  return found;
}

describe("a coordinate", () => {
  it("lies in its dimension, reaches both ends and never falls as the share rises", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyDimension, share, share, (dimension, a, b) => {
        const [low, high] = ends(dimension);
        const [first, last] = [coordinate(dimension, Math.min(a, b)), coordinate(dimension, Math.max(a, b))];
        expect(low <= first && first <= last && last <= high).toBe(true);
        if (isWhole(dimension)) expect(Number.isInteger(first)).toBe(true);
        expect([coordinate(dimension, 0), coordinate(dimension, 1)]).toEqual([low, high]);
      }),
    );
  });

  it("takes every whole number and every value of a list equally often", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.nat(40), (low, width) => {
        const numbers = tally(range("n", low, low + width, { integer: true }), 20 * (width + 1));
        const list = tally(words("w", [...numbers.keys()]), 20 * (width + 1));
        for (const found of [numbers, list]) {
          expect(found.size).toBe(width + 1);
          // An edge between two numbers may round to either side.
          for (const times of found.values()) expect(Math.abs(times - 20)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is even in the logarithm, also of whole numbers", () => {
    expect(coordinate(range("x", 1, 10000, { scale: "log" }), 0.5)).toBeCloseTo(100, 10);
    expect(coordinate(range("x", 0.001, 1000, { scale: "log" }), 1 / 3)).toBeCloseTo(0.1, 12);
    const count = 100000;
    for (const [k, times] of tally(range("n", 2, 9, { integer: true, scale: "log" }), count)) {
      expect(times / count).toBeCloseTo(Math.log((k + 1) / k) / Math.log(10 / 2), 4);
    }
  });

  it("stands for a value", () => {
    expect(valueAt(range("x", 0, 1), 0.25)).toBe(0.25);
    expect(valueAt(words("w", ["a", false]), 1)).toBe(false);
    expect(valueAt(words("w", ["a", "b"], -1), -1)).toBeUndefined();
  });
});

describe("levels", () => {
  it("have the digits that an author would write", () => {
    expect(levels(range("x", 0, 0.3), 4)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(levels(range("x", 1, 1000, { scale: "log" }), 4)).toEqual([1, 10, 100, 1000]);
    expect(level(range("x", 0, 1 / 3), 1, 2)).toBe(1 / 3);
  });

  it("do not repeat", () => {
    expect(levels(range("n", 0, 2, { integer: true }), 9)).toEqual([0, 1, 2]);
    expect(levels(range("x", 2, 2), 5)).toEqual([2]);
    expect(levels(words("w", ["a", "b", "c"]), 2)).toEqual([0, 1, 2]);
  });
});
