import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/experiment/stats/normal.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

const FAR_OUT = [
  [-5.3, 5.790134039964594e-8],
  [-12.7, 2.95648536485205e-37],
  [-21.37, 1.2706644056382304e-101],
  [-30.1, 2.4226672179857586e-199],
  [-37.3, 8.205494844930773e-305],
] as const;

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

  it("keeps its digits far out, where squaring would round them away", () => {
    // Laplace's continued fraction in decimals of 60 digits.
    expect(FAR_OUT.map(([x, expected]) => [x, Math.abs(normalCdf(x) / expected - 1) < 1e-15])).toEqual(
      FAR_OUT.map(([x]) => [x, true]),
    );
  });

  it("ends at 0 and 1", () => {
    expect([-Infinity, -40, 0, 40, Infinity].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});
