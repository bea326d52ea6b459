import { describe, expect, it } from "vitest";
import { detectableShift, powerOf } from "../../../src/experiment/stats/power.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

describe("power of a paired t test", () => {
  it.each(reference.power.rows)("is the noncentral t: shift %d, n %d, alpha %d", (shift, n, alpha, expected) => {
    expect(Math.abs(powerOf(shift, n, alpha) - expected)).toBeLessThan(1e-7);
  });

  it("is what planners know: 34 pairs for an effect of half a standard deviation, 33 are too few", () => {
    // R: power.t.test(delta = 0.5, power = 0.8, type = "paired") gives n = 33.37.
    expect(powerOf(0.5 * Math.sqrt(33), 33, 0.05)).toBeLessThan(0.8);
    expect(powerOf(0.5 * Math.sqrt(34), 34, 0.05)).toBeGreaterThan(0.8);
    expect(detectableShift(34, 0.05, 0.8) / Math.sqrt(34)).toBeLessThan(0.5);
    expect(detectableShift(33, 0.05, 0.8) / Math.sqrt(33)).toBeGreaterThan(0.5);
  });

  it("refuses what is no share, by its name", () => {
    expect(() => powerOf(1, 9, 5)).toThrow("alpha: 5, use a number between 0 and 1");
    expect(() => detectableShift(9, 0.05, 80)).toThrow("power: 80, use a number between 0 and 1");
  });

  it("is the level for no shift, and is reached by the shift that is said to be detectable", () => {
    for (const n of [2, 3, 7, 20, 300]) {
      for (const alpha of [0.05, 0.001]) {
        expect(powerOf(0, n, alpha)).toBeCloseTo(alpha, 7);
        expect(powerOf(detectableShift(n, alpha, 0.8), n, alpha)).toBeCloseTo(0.8, 7);
        expect(powerOf(-3, n, alpha)).toBeCloseTo(powerOf(3, n, alpha), 12);
      }
    }
  });
});
