/** Cost of a unit of harm avoided, with an interval that is honest where nothing shows that any is avoided. */
import { describe, expect, it } from "vitest";
import { spend } from "../../../src/experiment/decide/spend.ts";
import { fieller } from "../../../src/experiment/stats/fieller.ts";
import reference from "../../reference/decide/fieller.json" with { type: "json" };
import { matched, normals, outcome } from "./planted.ts";

const floats = (values: readonly number[]) => Float64Array.from(values);

describe("a ratio of means", () => {
  it.each(reference.cases)("has the set of scipy's t test: $name", ({ numerator, denominator, form, roots }) => {
    const found = fieller(floats(numerator), floats(denominator));
    expect(found.form).toBe(form);
    if (roots.length === 0) expect(found.low).toBeNaN();
    else [found.low, found.high].forEach((end, i) => void expect(end / roots[i]!).toBeCloseTo(1, 9));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(found.ratio).toBeCloseTo(mean(numerator) / mean(denominator), 12);
  });

  it("covers the true ratio in 95 of 100 experiments, also where the denominator is near zero", () => {
    const normal = normals("coverage");
    for (const denominator of [3, 0.3]) {
      const covered = Array.from({ length: 4000 }, () => {
        const trials = Array.from({ length: 10 }, () => [6 + normal(), denominator + normal()]);
        const { form, low, high } = fieller(floats(trials.map(([x]) => x!)), floats(trials.map(([, y]) => y!)));
        const truth = 6 / denominator;
        const isBetween = low <= truth && truth <= high;
        return form === "anything" || (form === "between" ? isBetween : truth <= low || truth >= high);
      });
      const share = covered.filter(Boolean).length / covered.length;
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.96);
    }
  });

  it("says nothing of one trial, nothing of zero over zero, and is a point without noise", () => {
    expect(fieller(floats([1]), floats([2]))).toMatchObject({ ratio: 0.5, form: "anything" });
    expect(fieller(floats([0, 0]), floats([0, 0]))).toMatchObject({ ratio: Number.NaN, form: "anything" });
    const two = fieller(floats([1, 3]), floats([2, 2])); // (2 -+ t) / 2 with t = 12.7062 of one degree of freedom
    expect([two.form, two.low.toFixed(4), two.high.toFixed(4)]).toEqual(["between", "-5.3531", "7.3531"]);
    expect(fieller(floats([6, 6, 6]), floats([2, 2, 2]))).toEqual({ ratio: 3, form: "between", low: 3, high: 3 });
    expect(fieller(floats([0, 0, 0]), floats([2, 2, 2]))).toMatchObject({ ratio: 0, form: "between", low: 0, high: 0 });
  });
});

describe("spend", () => {
  const cost = matched({ none: [0, 0, 0], lists: [2, 3, 4], saving: [-1, -2, -1], waste: [4, 4, 5] }, outcome("spend"));
  const harm = matched({ none: [10, 12, 14], lists: [8, 11, 12], saving: [9, 11, 13], waste: [10, 13, 14] });

  it("is what was really spent, above that of the other strategy, for what was gained", () => {
    const { rows, against, trials } = spend(cost, harm, { seed: "spend" });
    expect([against, trials]).toEqual(["none", 3]);
    expect(rows.map(({ strategy }) => strategy)).toEqual(["lists", "saving", "waste"]);
    expect(rows[0]).toMatchObject({ spend: { mean: 3 }, extra: { mean: 3 }, dominates: 0, dominated: 0 });
    expect(rows[0]?.gain.mean).toBeCloseTo(5 / 3, 12);
    expect(rows[0]?.perUnit.ratio).toBeCloseTo(9 / 5, 12);
    expect(rows[1]).toMatchObject({ dominates: 1, dominated: 0 });
    expect(rows[2]).toMatchObject({ dominates: 0, dominated: 1 });
  });

  it("can be counted against any strategy; a copy costs nothing and gains nothing", () => {
    const against = spend(cost, harm, { seed: "spend", against: "lists" });
    expect(against.rows.map(({ strategy }) => strategy)).toEqual(["none", "saving", "waste"]);
    expect(against.rows[0]?.extra.mean).toBe(-3);
    const twin = spend(matched({ a: [1, 2], b: [1, 2] }), matched({ a: [1, 2], b: [1, 2] }), { seed: "spend" });
    expect(twin.rows[0]).toMatchObject({ extra: { mean: 0 }, gain: { mean: 0 }, dominates: 0, dominated: 0 });
    expect(twin.rows[0]?.perUnit).toMatchObject({ ratio: Number.NaN, form: "anything" });
    expect(() => spend(cost, harm, { seed: "spend", against: "aid" })).toThrow("against: aid");
  });

  it("gains where more is better", () => {
    const rescued = spend(matched({ a: [0, 0], b: [1, 1] }), matched({ a: [1, 2], b: [3, 4] }, outcome("rescued", "up")), {
      seed: "spend",
    });
    expect(rescued.rows[0]).toMatchObject({ gain: { mean: 2 }, perUnit: { ratio: 0.5 } });
  });
});
