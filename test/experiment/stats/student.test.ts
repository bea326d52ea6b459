import { describe, expect, it } from "vitest";
import { studentCdf, studentQuantile, studentTails } from "../../../src/experiment/stats/student.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

/** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values: degrees, then for 1 - p. */
const UPPER = [0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
const NIST: readonly (readonly [number, ...number[]])[] = [
  [1, 3.078, 6.314, 12.706, 31.821, 63.657, 318.309],
  [2, 1.886, 2.92, 4.303, 6.965, 9.925, 22.327],
  [3, 1.638, 2.353, 3.182, 4.541, 5.841, 10.215],
  [4, 1.533, 2.132, 2.776, 3.747, 4.604, 7.173],
  [5, 1.476, 2.015, 2.571, 3.365, 4.032, 5.893],
  [9, 1.383, 1.833, 2.262, 2.821, 3.25, 4.297],
  [10, 1.372, 1.812, 2.228, 2.764, 3.169, 4.144],
  [19, 1.328, 1.729, 2.093, 2.539, 2.861, 3.579],
  [29, 1.311, 1.699, 2.045, 2.462, 2.756, 3.396],
  [30, 1.31, 1.697, 2.042, 2.457, 2.75, 3.385],
  [60, 1.296, 1.671, 2.0, 2.39, 2.66, 3.232],
  [100, 1.29, 1.66, 1.984, 2.364, 2.626, 3.174],
];

describe("Student's t", () => {
  it.each(NIST)("has the published critical values for %i degrees of freedom", (degrees, ...values) => {
    UPPER.forEach((upper, i) => {
      expect(studentQuantile(1 - upper, degrees)).toBeCloseTo(values[i], 2.9);
    });
  });

  it("has the closed forms for one, two and four degrees of freedom", () => {
    for (const p of [0.5005, 0.6, 0.9, 0.975, 0.995, 0.9995]) {
      const spread = 4 * p * (1 - p);
      expect(studentQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 10);
      expect(studentQuantile(p, 2) / ((2 * p - 1) * Math.sqrt(2 / spread))).toBeCloseTo(1, 10);
      const q = Math.cos(Math.acos(Math.sqrt(spread)) / 3) / Math.sqrt(spread);
      expect(studentQuantile(p, 4) / (2 * Math.sqrt(q - 1))).toBeCloseTo(1, 9);
    }
  });

  it("has the digits of tables made with more of them", () => {
    // R 4.2, qt(0.975, df).
    expect(studentQuantile(0.975, 3)).toBeCloseTo(3.18244630528371, 12);
    expect(studentQuantile(0.975, 9)).toBeCloseTo(2.2621571627982, 12);
    expect(studentQuantile(0.975, 29)).toBeCloseTo(2.0452296421327, 12);
    expect(studentQuantile(0.975, 1000)).toBeCloseTo(1.96233908082641, 12);
  });

  it("comes to the normal distribution", () => {
    expect(studentQuantile(0.975, 1_000_000)).toBeCloseTo(1.959966, 6);
  });

  it("is symmetric and inverts its distribution function", () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.025, 7)).toBe(-studentQuantile(0.975, 7));
    for (const degrees of [1, 2, 3, 8, 51]) {
      for (const p of [0.01, 0.2, 0.7, 0.999]) {
        expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 13);
      }
    }
  });

  it.each(reference.studentTails.rows)("keeps the digits of a tail: t %d, degrees %d", (t, degrees, expected) => {
    expect(Math.abs(studentTails(t, degrees) / expected - 1)).toBeLessThan(1e-12);
    expect(studentTails(-t, degrees)).toBe(studentTails(t, degrees));
  });

  it("has tails that are all at 0 and nothing at infinity", () => {
    for (const degrees of [1, 2, 15]) {
      expect(studentTails(0, degrees)).toBe(1);
      expect(studentTails(Infinity, degrees)).toBeLessThan(1e-140);
      expect(studentCdf(-Infinity, degrees)).toBe(0);
      expect(studentCdf(Infinity, degrees)).toBe(1);
      expect(studentTails(1.6, degrees)).toBeCloseTo(2 * studentCdf(-1.6, degrees), 14);
    }
    expect(studentTails(Number.NaN, 3)).toBeNaN();
  });

  it("refuses what has no answer", () => {
    expect(() => studentQuantile(1, 3)).toThrow(RangeError);
    expect(() => studentQuantile(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentCdf(1, 0)).toThrow(/whole number/);
    expect(() => studentCdf(1, 2.5)).toThrow(RangeError);
  });
});
