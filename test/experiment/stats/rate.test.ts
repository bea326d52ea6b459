import { describe, expect, it } from "vitest";
import { wilson } from "../../../src/experiment/stats/rate.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

describe("Wilson's interval of a rate", () => {
  it.each(reference.wilson.rows)("is that of scipy: %d of %d at %d", (k = 0, n = 0, confidence = 0, low = 0, high = 0) => {
    const found = wilson(k, n, confidence);
    expect(found.value).toBe(k / n);
    expect(found.low).toBeCloseTo(low, 13);
    expect(found.high).toBeCloseTo(high, 13);
  });

  it("ends exactly at none and all", () => {
    const sizes = Array.from({ length: 40 }, (_, i) => i + 1);
    expect(sizes.filter((n) => wilson(0, n).low !== 0)).toEqual([]);
    expect(sizes.filter((n) => wilson(n, n).high !== 1)).toEqual([]); // by the formula alone 0.9999999999999999 of 13 and others
  });

  it("lies between its neighbours for half a success", () => {
    const [a, b, c] = [7, 7.5, 8].map((k) => wilson(k, 20));
    expect(a.low < b.low && b.low < c.low && a.high < b.high && b.high < c.high).toBe(true);
  });

  it("is missing for no cases and refuses what is no count", () => {
    expect(wilson(0, 0)).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(() => wilson(3, 2)).toThrow("successes: 3, use a number from 0 to 2");
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
    expect(() => wilson(1, 2, 1)).toThrow("confidence: 1, use a number between 0 and 1");
  });
});
