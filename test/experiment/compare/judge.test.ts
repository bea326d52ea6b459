import { describe, expect, it } from "vitest";
import { measure } from "../../../src/experiment/compare/effect.ts";
import { effects, judge } from "../../../src/experiment/compare/judge.ts";
import { powerOf } from "../../../src/experiment/stats/power.ts";
import { matched } from "./pairs.ts";

const BASELINE = [50, 52, 47, 51, 55, 49, 48, 53, 50, 46, 51, 52];
const NOISE = [1, -2, 0, 2, -1, 1, -1, 0, 2, -2, 1, -1];
const shifted = (by: number) => BASELINE.map((value, i) => value + by + NOISE[i]);
const verdicts = (list: Parameters<typeof effects>[0]) => effects(list).map(({ verdict }) => verdict);

describe("the verdict", () => {
  it("names a direction that survives, identity, and what cannot be told", () => {
    const nothing = BASELINE.map(() => Number.NaN);
    const values = [BASELINE, shifted(-10), shifted(10), shifted(0.1), BASELINE, nothing];
    expect(verdicts([matched(values)])).toEqual([
      ...["lower", "higher", "no detectable difference", "identical", "not estimable"],
    ]);
    expect(effects([matched(values)]).map(({ family }) => family)).toEqual([3, 3, 3, 3, 3]);
    expect(effects([matched(values)])[3].pHolm).toBeNaN();
  });

  it("takes the adjusted p: what alone would be a finding is none among many", () => {
    const hint = matched([BASELINE, shifted(1)]);
    const [alone] = effects([hint]);
    expect(alone.verdict).toBe("higher");
    expect(alone.pHolm).toBe(alone.p);
    const many = effects([hint, ...Array.from({ length: 9 }, () => matched([BASELINE, shifted(0.1)]))]);
    expect(many[0]).toMatchObject({ p: alone.p, family: 10, verdict: "no detectable difference" });
    expect(many[0].pHolm).toBeCloseTo(10 * alone.p, 12);
    expect(many[0].detectable).toBeGreaterThan(alone.detectable);
  });

  it("is not made easier by rows that are identical", () => {
    const identical = Array.from({ length: 50 }, () => matched([BASELINE, BASELINE]));
    const rows = effects([matched([BASELINE, shifted(1)]), ...identical]);
    expect(rows[0]).toMatchObject({ verdict: "higher", family: 1 });
    expect(new Set(rows.slice(1).map(({ verdict }) => verdict))).toEqual(new Set(["identical"]));
  });

  it("calls a difference that never varies a finding once chance would not do that", () => {
    const plus3 = (n: number) => [BASELINE.slice(0, n), BASELINE.slice(0, n).map((value) => value + 3)];
    expect(verdicts([matched(plus3(5))])).toEqual(["no detectable difference"]);
    expect(verdicts([matched(plus3(6))])).toEqual(["higher"]);
    expect(effects([matched(plus3(6))])[0].detectable).toBeNaN();
  });

  it("says what it means where a direction is better", () => {
    const meaning = (by: number, better: "up" | "down" | "neither") =>
      effects([matched([BASELINE, shifted(by)], better)])[0].assessment;
    expect([meaning(-10, "down"), meaning(10, "down"), meaning(-10, "up"), meaning(10, "up")]).toEqual([
      ...["better", "worse", "worse", "better"],
    ]);
    expect([meaning(10, "neither"), meaning(0.1, "down")]).toEqual([undefined, undefined]);
  });

  it("is indicative below ten pairs", () => {
    const first = (n: number) => effects([matched([BASELINE.slice(0, n), shifted(-10).slice(0, n)])])[0].indicative;
    expect([first(9), first(10)]).toEqual([true, false]);
  });

  it("comes with the difference that would have been seen four times of five", () => {
    const [{ detectable, error, n }] = effects([matched([BASELINE, shifted(0.1)])]);
    expect(powerOf(detectable / error, n, 0.05)).toBeCloseTo(0.8, 8);
  });
});

describe("judging", () => {
  it("keeps order and whatever else a row carries", () => {
    const rows = measure(matched([BASELINE, shifted(-10), shifted(10)])).map((row, i) => ({ ...row, ecosystem: `e${i}` }));
    expect(judge(rows).map(({ ecosystem, strategy }) => [ecosystem, strategy])).toEqual([
      ["e0", "s1"],
      ["e1", "s2"],
    ]);
    expect(judge([])).toEqual([]);
  });
});
