import { describe, expect, it } from "vitest";
import { type Effect, effects } from "../../../src/experiment/compare/judge.ts";
import { sentence } from "../../../src/experiment/compare/words.ts";
import { matched } from "./pairs.ts";

const BASELINE = [50, 52, 47, 51, 55, 49, 48, 53, 50, 46, 51, 52];
const NOISE = [1, -2, 0, 2, -1, 1, -1, 0, 2, -2, 1, -1];
const by = (shift: number, noise = 1) => BASELINE.map((value, i) => value + shift + noise * NOISE[i]);
const say = (
  values: readonly (readonly number[])[],
  better: "up" | "down" | "neither" = "down",
  period = "5 years",
  others: Parameters<typeof effects>[0] = [],
) => sentence(effects([matched(values, better, "expected_deaths", period), ...others])[0]);

describe("a sentence", () => {
  it("says by how much, between what, how often", () => {
    expect(say([BASELINE, by(-6, 3)])).toBe(
      "Expected deaths over 5 years: 12 % lower (95 % interval 7 to 17 % lower; 12 pairs), better in 10 of 12.",
    );
    expect(say([BASELINE, by(6, 3)])).toMatch(/% higher \(95 % interval .* % higher; 12 pairs\), worse in 10 of 12\.$/);
    expect(say([BASELINE, by(6, 3)], "up")).toMatch(/higher; 12 pairs\), better in 10 of 12\.$/);
    expect(say([BASELINE, by(6, 3)], "neither")).toMatch(/higher; 12 pairs\), higher in 10 of 12\.$/);
    expect(say([BASELINE, by(-6, 3)], "neither")).toMatch(/lower; 12 pairs\), lower in 10 of 12\.$/);
  });

  it("says plainly that nothing was seen, and what could not have been", () => {
    expect(say([BASELINE, by(0.2)])).toBe(
      "Expected deaths over 5 years: no detectable difference (95 % interval -1.4 to +2.2 %; 12 pairs; " +
        "a change smaller than about 2.5 % could have gone unseen).",
    );
  });

  it("says so when a finding does not survive the others", () => {
    const others = Array.from({ length: 19 }, () => matched([BASELINE, by(0.2)]));
    expect(say([BASELINE, by(1.2)])).toMatch(/2\.4 % higher/);
    expect(say([BASELINE, by(1.2)], "down", "5 years", others)).toMatch(
      /^Expected deaths over 5 years: no detectable difference among 20 comparisons \(95 % interval \+0\.6\d* to \+4\.\d % for this one alone; 12 pairs; a change smaller than about 4\.\d % could have gone unseen\)\.$/,
    );
  });

  it("speaks in the unit of the outcome where the baseline is no measure, and rounds what is large", () => {
    const around0 = [-1, 1, 2, -2, 0, 0, 1, -1, 2, -2];
    expect(say([around0, around0.map((_, i) => 1000 * (8 + (i % 5)))])).toBe(
      "Expected deaths over 5 years: 10,000 persons higher (95 % interval 8,900 to 11,100 persons higher; 10 pairs), " +
        "worse in 10 of 10.",
    );
  });

  it("speaks in the unit of the outcome where the share says more about the baseline than about the difference", () => {
    const wild = [30, 60, 40, 95];
    const close = [30, 61, 40, 94];
    const [effect] = effects([matched([wild, close], "down", "expected_deaths", "5 years")]);
    expect(effect?.relative.high).toBeLessThan(Infinity);
    expect(say([wild, close])).toBe(
      "Expected deaths over 5 years: no detectable difference (95 % interval -1.3 to +1.3 persons; 4 pairs; " +
        "a change smaller than about 1.7 persons could have gone unseen). Indicative only (fewer than 10 pairs).",
    );
  });

  it("needs no interval for what never varies", () => {
    expect(say([BASELINE, BASELINE])).toBe("Expected deaths over 5 years: identical in all 12 pairs.");
    expect(say([BASELINE, BASELINE.map((x) => x + 2.5)])).toBe(
      "Expected deaths over 5 years: 2.5 persons higher in each of 12 pairs, worse.",
    );
    expect(say([BASELINE.slice(8), BASELINE.slice(8).map((x) => x - 3)])).toBe(
      "Expected deaths over 5 years: no detectable difference (-3 persons in each of 4 pairs, too few to tell from chance). " +
        "Indicative only (fewer than 10 pairs).",
    );
  });

  it("admits when there is nothing to estimate from", () => {
    const nothing = [Number.NaN, Number.NaN];
    expect(say([[1, 2], nothing])).toBe("Expected deaths over 5 years: not estimable, no pair has both values (2 missing).");
    expect(
      say([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toBe("Expected deaths over 5 years: not estimable from one pair.");
    expect(
      say([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toBe("Expected deaths over 5 years: identical in the only pair.");
    expect(
      say([
        [1, 2],
        [3, Infinity],
      ]),
    ).toBe("Expected deaths over 5 years: not estimable, a value is infinite (2 pairs).");
  });

  it("names the pairs that are missing, and calls few pairs a hint", () => {
    const gap = by(-6).map((value, i) => (i < 3 ? Number.NaN : value));
    expect(say([BASELINE, gap])).toMatch(/; 9 pairs, 3 missing\), better in 9 of 9\. Indicative only \(fewer than 10 pairs\)\.$/);
  });

  it("names the period and the level", () => {
    expect(say([BASELINE, BASELINE], "down", "2019")).toMatch(/^Expected deaths in 2019: /);
    expect(say([BASELINE, BASELINE], "down", "whole span")).toMatch(/^Expected deaths over the whole span: /);
    expect(say([BASELINE, BASELINE], "down", "1 year")).toMatch(/^Expected deaths over 1 year: /);
    const [effect] = effects([matched([BASELINE, by(-6)])], 0.01);
    expect(sentence(effect, "People who died")).toMatch(/^People who died over 5 years: .*\(99 % interval/);
  });

  it("never writes 0 for what is not, nor more digits than an interval leaves", () => {
    const [effect] = effects([matched([BASELINE, by(-6)])]);
    const times = (factor: number, low: number, value: number, high: number) => ({
      ...{ low: factor * low, value: factor * value, high: factor * high },
    });
    const with_ = (low: number, value: number, high: number): Effect => ({
      ...effect,
      ...{ relative: { low, value, high }, difference: times(effect.baselineMean, low, value, high) },
    });
    expect(sentence(with_(-0.24, -0.12, -0.0004))).toContain("12.00 % lower (95 % interval 0.04 to 24.00 % lower");
    expect(sentence(with_(-0.1249, -0.1234, -0.1219))).toContain("12.34 % lower (95 % interval 12.19 to 12.49 % lower");
    expect(sentence(with_(-0.95, -0.5, -0.05))).toContain("50 % lower (95 % interval 5 to 95 % lower");
  });
});
