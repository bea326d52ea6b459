import { alea } from "seedrandom";
import { describe, expect, it } from "vitest";
import { medianInterval, quantile } from "../../../src/experiment/stats/quantile.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

describe("a quantile", () => {
  it("is of type 7, as in NumPy", () => {
    for (const [values, p, expected] of reference.quantile.rows as [number[], number, number][]) {
      expect(quantile(values, p)).toBeCloseTo(expected, 12);
    }
  });

  it("leaves its argument and the missing alone", () => {
    const values = [3, Number.NaN, 1, 2];
    expect(quantile(values, 0.5)).toBe(2);
    expect(values).toEqual([3, Number.NaN, 1, 2]);
    expect(quantile([Number.NaN], 0.5)).toBeNaN();
    expect(() => quantile([1], 1.1)).toThrow("share: 1.1, use a number from 0 to 1");
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe("the interval of a median", () => {
  it.each(reference.medianInterval.rows)("takes the right order statistics: n = %d at %d", (n, confidence, index, coverage) => {
    const values = Array.from({ length: n ?? 0 }, (_, i) => (i * 7919) % (n ?? 1)); // 0 ... n - 1 in disorder
    const { low, high, ...found } = medianInterval(values, confidence ?? 0);
    if (index === -1) expect([low, high, found.coverage]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    else {
      expect([low, high]).toEqual([index, (n ?? 0) - 1 - (index ?? 0)]);
      expect(found.coverage).toBeCloseTo(coverage ?? Number.NaN, 12);
    }
    expect(found).toMatchObject({ n, value: ((n ?? 0) - 1) / 2 });
  });

  it("takes a pair that covers exactly as often as asked", () => {
    expect(medianInterval([1, 2, 3, 4, 5], 1 - 2 / 2 ** 5)).toMatchObject({ low: 1, high: 5, coverage: 1 - 2 / 2 ** 5 });
  });

  it("covers as often as it says, however skew the distribution", () => {
    const random = alea("median|coverage");
    let covered = 0;
    for (let i = 0; i < 2000; i++) {
      const values = Array.from({ length: 20 }, () => random.double() ** 6);
      const { low, high } = medianInterval(values);
      covered += Number(low <= 0.5 ** 6 && 0.5 ** 6 <= high);
    }
    // 0.9586 by the binomial; three standard errors are 0.013.
    expect(Math.abs(covered / 2000 - 0.9586)).toBeLessThan(0.013);
  });

  it("is missing for nothing", () => {
    expect(medianInterval([])).toEqual({
      ...{ value: Number.NaN, low: Number.NaN, high: Number.NaN },
      ...{ n: 0, coverage: Number.NaN },
    });
    expect(() => medianInterval([1], 95)).toThrow("confidence: 95, use a number between 0 and 1");
  });
});
