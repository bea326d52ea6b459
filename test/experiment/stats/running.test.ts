import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { addTo, estimate, running } from "../../../src/experiment/stats/running.ts";

function of(values: readonly number[]) {
  const sum = running();
  for (const value of values) addTo(sum, value);
  return sum;
}

describe("running mean and spread", () => {
  it("agrees with simple-statistics, which keeps all numbers", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (values) => {
        const sum = of(values);
        expect(Math.abs(sum.mean - mean(values))).toBeLessThan(1e-8);
        expect(Math.abs(Math.sqrt(sum.squares / (sum.n - 1)) - sampleStandardDeviation(values))).toBeLessThan(1e-6);
      }),
    );
  });

  it("keeps its digits where the numbers are large and close: NIST StRD, NumAcc4", () => {
    // 1001 values around 10,000,000.2; certified mean 10000000.2, standard deviation 0.1.
    const values = [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3))];
    const sum = of(values);
    expect(sum.mean).toBeCloseTo(10000000.2, 8);
    expect(Math.sqrt(sum.squares / (sum.n - 1))).toBeCloseTo(0.1, 8);
  });

  it("gives the interval of a textbook example", () => {
    // NIST/SEMATECH e-Handbook, 1.3.5.2, ZARR13.DAT summary: n 195, mean 9.261460, s 0.022789, 95 % 9.258242 to 9.264679.
    const low = 9.26146 - 0.022789 * Math.sqrt(194 / 195);
    const high = 9.26146 + 0.022789 * Math.sqrt(194 / 195);
    const values = [9.26146, ...Array.from({ length: 194 }, (_, i) => (i % 2 === 0 ? low : high))];
    const result = estimate(of(values));
    expect(result.n).toBe(195);
    expect(result.low).toBeCloseTo(9.258242, 4);
    expect(result.high).toBeCloseTo(9.264679, 4);
  });

  it("counts one degree of freedom less than numbers", () => {
    // Standard deviation 1, t(0.975, 2) = 4.302653.
    const result = estimate(of([1, 2, 3]));
    expect(result.high - 2).toBeCloseTo(4.30265272974946 / Math.sqrt(3), 12);
    expect(2 - result.low).toBeCloseTo(4.30265272974946 / Math.sqrt(3), 12);
  });

  it("has no interval for one number, and no mean for none", () => {
    expect(estimate(of([5]))).toEqual({ mean: 5, low: Number.NaN, high: Number.NaN, n: 1 });
    expect(estimate(of([]))).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 });
  });

  it("leaves missing numbers out", () => {
    expect(estimate(of([1, Number.NaN, 3]))).toMatchObject({ mean: 2, n: 2 });
  });
});
