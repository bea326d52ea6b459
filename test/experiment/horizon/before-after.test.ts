/** Before and after in one world against the true difference: trends that fool it, trends that hide an effect. */
import { describe, expect, it } from "vitest";
import { beforeAfter } from "../../../src/experiment/horizon/before-after.ts";
import { type Plan, planted } from "./planted-series.ts";

const PLAN: Plan = { seed: "before and after", trials: 20, weeks: 340, start: 130 };
const years = (plan: Partial<Plan>, span: number) =>
  beforeAfter(planted({ ...PLAN, ...plan })).find((one) => one.years === span)!;

describe("before and after", () => {
  it("is the true difference plus what would have come anyway", () => {
    const { naive, difference, anyway } = years({ effect: () => -10, level: (week) => week }, 2);
    expect(naive.mean).toBeCloseTo(difference.mean + anyway.mean, 6);
    expect(anyway.mean).toBeGreaterThan(0);
  });

  it("agrees where the level is steady", () => {
    const { conflict, naive, misled, difference } = years({ effect: () => -30 }, 2);
    expect(conflict).toBe("agree");
    expect(naive.high).toBeLessThan(0);
    expect(misled?.value).toBe(0);
    // 104 weeks of 30
    expect(difference.low).toBeLessThan(-3120);
    expect(difference.high).toBeGreaterThan(-3120);
  });

  it("points the wrong way where the trend is against the effect", () => {
    const { conflict, misled } = years({ effect: () => -30, level: (week) => 2 * week }, 2);
    expect(conflict).toBe("opposite");
    expect(misled?.value).toBe(1);
  });

  it("shows an effect that is none, and hides one that is", () => {
    const spurious = years({ level: (week) => 2 * week }, 2);
    expect(spurious.conflict).toBe("spurious");
    expect(spurious.misled).toBeUndefined();
    // rises by a third a week: over two years as much as the effect takes away
    const hiding = { effect: () => -30, level: (week: number) => week * (30 / 104), noise: 15 };
    expect(years(hiding, 2).conflict).toBe("hidden");
  });

  it("does not agree where neither tells a direction", () => {
    const { conflict, naive, difference } = years({ noise: 15 }, 2);
    expect([naive.low < 0 && naive.high > 0, difference.low < 0 && difference.high > 0]).toEqual([true, true]);
    expect(conflict).toBe("undecided");
  });

  it("compares whole years that fit on both sides of the start", () => {
    expect(beforeAfter(planted(PLAN)).map((one) => one.years)).toEqual([1, 2]);
    expect(beforeAfter(planted({ ...PLAN, start: 40 }))).toEqual([]);
    expect(years({ trials: 1 }, 1).conflict).toBe("not estimable");
  });
});
