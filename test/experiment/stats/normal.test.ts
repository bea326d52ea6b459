import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/experiment/stats/normal.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

describe("the standard normal", () => {
  it.each(reference.normalCdf.rows)("has P(Z <= %d) to 2e-14 of its value", (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(2e-14);
  });

  it.each(reference.normalQuantile.rows)("has the quantile of %d", (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 13);
  });

  it("inverts its quantile, and has no step where its two sums meet", () => {
    for (let p = 0.0005; p < 1; p += 0.0005) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 14);
    for (const edge of [-2, 2]) {
      const [below, at, above] = [edge - 1e-9, edge, edge + 1e-9].map(normalCdf);
      expect([below < at, at < above, above - below < 1.1e-10]).toEqual([true, true, true]);
    }
  });

  it("ends at 0 and 1", () => {
    expect([-Infinity, -40, 0, 40, Infinity].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});
