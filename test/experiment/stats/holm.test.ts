import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "../../../src/experiment/stats/holm.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

describe("Holm's adjustment", () => {
  it.each(reference.holm.rows)("is that of a textbook and of NumPy (%#)", (p, expected) => {
    holm(p).forEach((one, i) => {
      expect(Math.abs(one - expected[i])).toBeLessThanOrEqual(1e-15);
    });
  });

  it("leaves the missing out of the family", () => {
    expect(holm([Number.NaN, 0.01, Number.NaN, 0.02])).toEqual([Number.NaN, 0.02, Number.NaN, 0.02]);
    expect(holm([])).toEqual([]);
  });

  it("keeps order and ties, never helps, and rejects what step-down rejects", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(share, fc.constantFrom(0, 0.01, 0.05, 1)), { maxLength: 30 }), (p) => {
        const adjusted = holm(p);
        const sorted = [...p].sort((a, b) => a - b);
        const stop = sorted.findIndex((one, rank) => one * (p.length - rank) >= 0.05);
        const rejected = stop === -1 ? p.length : stop;
        expect(adjusted.filter((one) => one < 0.05).length).toBe(rejected);
        p.forEach((a, i) => {
          expect(adjusted[i] >= a && adjusted[i] <= 1).toBe(true);
          p.forEach((b, j) => {
            expect(a < b ? adjusted[i] <= adjusted[j] : a === b ? adjusted[i] === adjusted[j] : true).toBe(true);
          });
        });
      }),
    );
  });
});
