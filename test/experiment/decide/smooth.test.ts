/** A curve through noisy points: the same as by dense algebra, and as sure as it says. */
import { describe, expect, it } from "vitest";
import { basisOf, fitted, smooth } from "../../../src/experiment/decide/smooth.ts";
import reference from "../../reference/decide/smooth.json" with { type: "json" };
import { normals } from "./planted.ts";

const floats = (values: readonly number[]) => Float64Array.from(values);
const grid = (count: number) => Array.from({ length: count }, (_, i) => floats([(i + 0.5) / count]));

describe("a smooth curve", () => {
  it.each(reference.cases)("is that of dense algebra: $name", ({ knots, points, y, at, value, error }) => {
    const ordered = points[0]!.map(() => true);
    const curve = smooth(basisOf(points.map(floats), ordered, knots), floats(y));
    at.forEach((x, i) => {
      const found = curve.at(floats(x));
      expect(found.value).toBeCloseTo(value[i]!, 5);
      expect(found.error).toBeCloseTo(error[i]!, 5);
    });
    expect(curve.degrees).toBe(y.length - 1 - ordered.length);
  });

  it("at its own points is its fitted values", () => {
    const { points, y, knots } = reference.cases[0]!;
    const basis = basisOf(points.map(floats), [true], knots);
    const curve = smooth(basis, floats(y));
    fitted(basis, floats(y)).forEach((value, i) => void expect(value).toBeCloseTo(curve.at(floats(points[i]!)).value, 9));
  });

  it("reproduces a straight line, and a constant without any error", () => {
    const points = grid(20);
    const line = smooth(basisOf(points, [true], 10), floats(points.map(([x]) => 7 - 3 * x!)));
    expect(line.at(floats([0.9])).value).toBeCloseTo(4.3, 6);
    const flat = smooth(basisOf(points, [true], 10), floats(points.map(() => 5)));
    expect(flat.at(floats([0.3]))).toEqual({ value: 5, error: 0 });
  });

  it("covers the truth at nine to ten of ten places, wherever its bends are", () => {
    const truths = [(x: number) => x, (x: number) => Math.sin(6 * x), (x: number) => (x > 0.6 ? 3 * (x - 0.6) : 0)];
    for (const truth of truths) {
      let [covered, all] = [0, 0];
      for (let trial = 0; trial < 60; trial++) {
        const normal = normals(`cover ${trial}`);
        const points = grid(50);
        const curve = smooth(basisOf(points, [true], 12), floats(points.map(([x]) => truth(x!) + 0.4 * normal())));
        for (const x of grid(15)) {
          const { value, error } = curve.at(x);
          all++;
          if (Math.abs(value - truth(x[0]!)) < 2.01 * error) covered++;
        }
      }
      expect(covered / all).toBeGreaterThan(0.9);
    }
  });

  it("knows nothing from two points", () => {
    const curve = smooth(basisOf(grid(2), [true], 10), floats([1, 2]));
    expect(curve.at(floats([0.5]))).toEqual({ value: Number.NaN, error: Number.NaN });
  });

  it("takes categories, and trends along what never changes", () => {
    const points = Array.from({ length: 30 }, (_, i) => floats(i % 2 ? [Math.SQRT1_2, 0] : [0, Math.SQRT1_2]));
    const y = floats(points.map(([a], i) => (a! > 0 ? 3 : 1) + (i % 3) / 100));
    const means = fitted(basisOf(points, [false, false], 10), y);
    expect(means[0]).toBeCloseTo(1.01, 2);
    expect(means[1]).toBeCloseTo(3.01, 2);
    const constant = points.map(() => floats([0.5]));
    expect(fitted(basisOf(constant, [true], 10), y)[0]).toBeCloseTo(2.01, 6);
  });
});
