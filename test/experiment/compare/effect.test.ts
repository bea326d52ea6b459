import { describe, expect, it } from "vitest";
import { type Measured, measure } from "../../../src/experiment/compare/effect.ts";
import { wilson } from "../../../src/experiment/stats/rate.ts";
import { studentQuantile } from "../../../src/experiment/stats/student.ts";
import reference from "../../reference/statistics.json" with { type: "json" };
import { matched } from "./pairs.ts";

const { NaN: missing } = Number;
const NOTHING = { value: missing, low: missing, high: missing };

function row(baseline: readonly number[], strategy: readonly number[], better: "up" | "down" | "neither" = "down"): Measured {
  return measure(matched([baseline, strategy], better))[0];
}

/** Of doubles that were computed in another order. */
const near = (found: number, expected: number, error = 1e-10) =>
  expect(Math.abs(found - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(
    error * Math.max(1e-3, Math.abs(expected)),
  );

describe("an effect", () => {
  it.each(reference.paired.rows)("is that of scipy's paired t test (%#)", ({ baseline, strategy, ...expected }) => {
    const { n, p, difference, correlation, varianceReduction } = row(baseline, strategy);
    expect(n).toBe(baseline.length);
    near(p / expected.p, 1, 1e-9);
    near(difference.value, expected.difference);
    near(difference.low, expected.low);
    near(difference.high, expected.high);
    near(correlation, expected.correlation);
    near(varianceReduction, expected.varianceReduction, 1e-8);
  });

  it.each(reference.fieller.rows)(
    "has the relative changes that a t test does not reject (%#)",
    ({ baseline, strategy, ...expected }) => {
      const { relative } = row(baseline, strategy);
      near(relative.value, expected.value);
      near(relative.low, expected.low);
      near(relative.high, expected.high);
    },
  );

  it("has means of the pairs that are complete, for each strategy its own", () => {
    const [one, two] = measure(
      matched([
        [1, 2, 3, missing],
        [2, missing, 5, 6],
        [0, 1, 2, 3],
      ]),
    );
    expect(one).toMatchObject({ strategy: "s1", baseline: "none", n: 2, missing: 2, baselineMean: 2, strategyMean: 3.5 });
    expect(one.difference.value).toBe(1.5);
    expect(two).toMatchObject({ strategy: "s2", n: 3, missing: 1, baselineMean: 2, strategyMean: 1 });
  });

  it("counts better, same and worse by the wanted direction, higher where there is none", () => {
    const [baseline, strategy] = [
      [5, 5, 5, 5, 5],
      [4, 4, 3, 5, 6],
    ];
    expect(row(baseline, strategy, "down")).toMatchObject({ better: 3, same: 1, worse: 1, probability: wilson(3.5, 5) });
    expect(row(baseline, strategy, "up")).toMatchObject({ better: 1, same: 1, worse: 3, probability: wilson(1.5, 5) });
    expect(row(baseline, strategy, "neither")).toMatchObject({ better: 1, same: 1, worse: 3, probability: wilson(1.5, 5) });
  });

  it("has wider intervals for a smaller level", () => {
    const [at5, at1] = [0.05, 0.01].map(
      (alpha) =>
        measure(
          matched([
            [1, 2, 3],
            [2, 2, 5],
          ]),
          alpha,
        )[0],
    );
    expect(at1.difference.high - at1.difference.value).toBeCloseTo(studentQuantile(0.995, 2) * at1.error, 12);
    expect(at5.difference.high).toBeLessThan(at1.difference.high);
    expect(at1.probability).toEqual(wilson(0.5, 3, 0.99));
  });
});

describe("where there is little to go by", () => {
  it("nothing at all leaves everything missing", () => {
    for (const values of [
      [[], []],
      [
        [missing, 1],
        [2, missing],
      ],
    ]) {
      expect(row(values[0], values[1])).toMatchObject({
        ...{ n: 0, missing: values[0].length, baselineMean: missing, strategyMean: missing },
        ...{ difference: NOTHING, relative: NOTHING, probability: NOTHING },
        ...{ p: missing, correlation: missing, varianceReduction: missing, error: missing },
      });
    }
  });

  it("one pair has a difference and no interval", () => {
    expect(row([10], [8])).toMatchObject({
      ...{ n: 1, difference: { value: -2, low: missing, high: missing }, p: missing, error: missing },
      ...{ relative: { value: -0.2, low: missing, high: missing }, better: 1, correlation: missing },
    });
  });

  it("differences that are all the same are judged by their signs: whole numbers agree by chance", () => {
    const found = row([1, 2, 3, 4], [4, 5, 6, 7]);
    expect(found).toMatchObject({
      difference: { value: 3, low: 3, high: 3 },
      p: 2 / 2 ** 4,
      error: 0,
      varianceReduction: missing,
    });
    expect(found.relative.value).toBe(1.2);
    expect(found.relative.low).toBeGreaterThan(0);
    expect(row([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])).toMatchObject({ difference: { value: 0, low: 0, high: 0 }, p: 1, same: 3 });
  });

  it("a baseline of 0 has no relative change; one near 0 has no interval of it", () => {
    expect(row([-1, 0, 1], [1, 3, 2]).relative).toEqual(NOTHING);
    const { relative, difference } = row([-1, 0, 2], [1, 3, 2]);
    expect([relative.low, relative.high]).toEqual([missing, missing]);
    expect(relative.value).toBeCloseTo(difference.value / (1 / 3), 12);
  });

  it("a negative baseline keeps the sign of the difference", () => {
    const { relative } = row([-10, -11, -9, -10], [-8, -9.5, -7, -8]);
    expect([relative.value > 0, relative.low > 0, relative.high > relative.value]).toEqual([true, true, true]);
  });

  it("an infinite value is not missing, and no mean of it is made up", () => {
    expect(row([1, 2, 3], [1, Infinity, 4])).toMatchObject({
      ...{ n: 3, missing: 0, baselineMean: 2, strategyMean: missing, difference: NOTHING, relative: { ...NOTHING } },
      ...{ better: 0, same: 1, worse: 2, p: missing, correlation: missing, varianceReduction: missing },
    });
    expect(row([Infinity, 2], [Infinity, 2])).toMatchObject({ same: 2, p: missing });
  });

  it("arrays that do not match are refused", () => {
    expect(() => row([1, 2], [1])).toThrow("deaths: one array per strategy, all of one length, the baseline first");
    expect(() => measure({ ...matched([[1], [2]]), strategies: ["none"] })).toThrow(RangeError);
    expect(() => measure(matched([]))).toThrow(RangeError);
    expect(() => measure(matched([[1], [2]]), 5)).toThrow("alpha: 5, use a number between 0 and 1");
  });
});
