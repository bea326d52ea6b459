import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlation, covariance, moments } from "../../../src/experiment/stats/moments.ts";
import nist from "../../reference/nist.json" with { type: "json" };

/** Digits in which two numbers agree (log relative error). */
const digits = (found: number, certified: number): number =>
  found === certified ? 16 : -Math.log10(Math.abs(found - certified) / Math.abs(certified));

/** The data of NumAcc3 and NumAcc4 as doubles are off by 1e-10 and 1e-9, which no method can undo: 0.1 is left with 9 and 8 digits. */
const POSSIBLE: Record<string, number> = { NumAcc3: 9, NumAcc4: 8 };

describe("mean and variance", () => {
  it.each(nist.univariate)("have the certified digits of NIST StRD: $name", ({ name, data, mean, deviation }) => {
    const found = moments(data);
    expect(found.n).toBe(data.length);
    expect(digits(found.mean, mean)).toBeGreaterThanOrEqual(14);
    expect(digits(Math.sqrt(found.variance), deviation)).toBeGreaterThanOrEqual(POSSIBLE[name] ?? 13);
  });

  it("lose nothing but that when numbers are large and close", () => {
    // The same numbers as exact doubles: 2^40 + 0, 1/4, 1/2; deviation 1/4.
    const far = moments([0, 0.25, 0.5].map((value) => value + 1_099_511_627_776));
    expect(far).toEqual({ n: 3, mean: 1_099_511_627_776.25, variance: 0.0625 });
  });

  it("undo what rounding the mean did to the spread", () => {
    // The mean of 2^52 and 2^52 + 1 is no double; the variance is 1/2.
    expect(moments([4_503_599_627_370_496, 4_503_599_627_370_497]).variance).toBe(0.5);
  });

  it("see no spread where there is none, whatever the rounding of the mean", () => {
    for (const [value, n] of [
      [0.1, 3],
      [1 / 3, 7],
      [1e100, 4],
      [-2.7, 1001],
    ]) {
      expect(moments(Array(n).fill(value))).toEqual({ n, mean: value, variance: 0 });
    }
  });

  it("are missing where there is nothing to say", () => {
    expect(moments([])).toEqual({ n: 0, mean: Number.NaN, variance: Number.NaN });
    expect(moments([5])).toEqual({ n: 1, mean: 5, variance: Number.NaN });
    for (const bad of [Infinity, -Infinity, Number.NaN]) {
      expect(moments([1, bad, 3])).toEqual({ n: 3, mean: Number.NaN, variance: Number.NaN });
    }
  });

  it("do not take spread that is too small or too large for a double for none", () => {
    expect(moments([1e-170, 2e-170]).variance).toBeNaN();
    expect(moments([1e200, -1e200]).variance).toBeNaN();
  });
});

describe("correlation", () => {
  it("squares to the certified R squared of NIST StRD: Norris", () => {
    const r = correlation(
      nist.norris.yx.map(([y]) => y),
      nist.norris.yx.map(([, x]) => x),
    );
    expect(digits(r * r, nist.norris.r2)).toBeGreaterThanOrEqual(13);
  });

  it("is missing where one does not vary, and 1 or -1 for a line", () => {
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 4])).toBeNaN();
    expect(correlation([1], [2])).toBeNaN();
    expect(correlation([0.1, 0.2, 0.7], [1.1, 1.2, 1.7])).toBeCloseTo(1, 15);
    expect(correlation([1, 2, 3], [5, 3, 1])).toBe(-1);
  });

  it("stays within -1 and 1, and is symmetric", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 12 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const r = correlation(a, b);
        expect(Number.isNaN(r) || (r >= -1 && r <= 1)).toBe(true);
        expect(correlation(b, a)).toBe(r);
      }),
    );
  });

  it("comes with a covariance that is the variance of a thing with itself", () => {
    expect(covariance([1, 2, 4], [1, 2, 4])).toBe(moments([1, 2, 4]).variance);
    expect(covariance([1], [1])).toBeNaN();
    expect(covariance([1, 3], [2, 6])).toBe(4);
  });
});
