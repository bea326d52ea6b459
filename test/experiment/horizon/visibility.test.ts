/** When an effect shows to somebody who looks every week, and how often that is claimed of nothing. */
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { lookingEveryWeek } from "../../../src/experiment/horizon/sign-flips.ts";
import { visibility } from "../../../src/experiment/horizon/visibility.ts";
import { type Plan, planted } from "./planted-series.ts";

const PLAN: Plan = { seed: "visibility", trials: 16, weeks: 260, start: 52 };
const seen = (plan: Partial<Plan>, seed = "1") => {
  const [cumulative, trailing] = visibility(planted({ ...PLAN, ...plan }), seed);
  return { cumulative, trailing };
};

describe("an effect that stays", () => {
  it("shows after its first week, soon if it is large, later if it is small, and to the end", () => {
    const begins = 30;
    const shown = [-40, -6].map((size) => seen({ effect: (since) => (since < begins ? 0 : size) }));
    for (const { cumulative, trailing } of shown) {
      expect(cumulative.corrected).toMatchObject({ direction: "lower", last: PLAN.weeks - 1 });
      expect(cumulative.corrected.from).toBeGreaterThanOrEqual(PLAN.start + begins);
      expect(trailing.corrected.from).toBeGreaterThanOrEqual(PLAN.start + begins);
    }
    const [large, small] = shown.map(({ cumulative }) => cumulative.corrected.from!);
    expect(large).toBeLessThan(PLAN.start + begins + 13);
    expect(small).toBeGreaterThan(large);
  });

  it("has its direction", () => {
    expect(seen({ effect: () => 30 }).cumulative.corrected.direction).toBe("higher");
  });
});

describe("an effect that passes", () => {
  it("is transient in the trailing year", () => {
    const { trailing } = seen({ effect: (since) => (since < 40 ? -40 : 0) });
    expect(trailing.corrected.from).toBeUndefined();
    expect(trailing.corrected.first).toBeLessThan(PLAN.start + 40);
    expect(trailing.corrected.last).toBeLessThan(PLAN.start + 40 + 60);
  });

  it("that turns round shows from when it lasts, and its first sight is said apart", () => {
    const { trailing } = seen({ effect: (since) => (since < 60 ? -40 : 40) });
    expect(trailing.corrected.direction).toBe("higher");
    expect(trailing.corrected.first!).toBeLessThan(PLAN.start + 30);
    expect(trailing.corrected.from!).toBeGreaterThan(PLAN.start + 60);
  });
});

describe("without luck", () => {
  const one = { ...PLAN, noise: 0 };

  it("a week stays in the trailing year for 52 weeks", () => {
    const [, trailing] = visibility(planted({ ...one, effect: (since) => (since === 0 ? -1 : 0) }), "1");
    expect(trailing.corrected).toEqual({ first: PLAN.start, last: PLAN.start + 51, direction: "lower" });
  });

  it("an effect that turns round from one week to the next lasts from then on", () => {
    const [cumulative] = visibility(planted({ ...one, effect: (since) => (since === 0 ? -1 : 100) }), "1");
    expect(cumulative.corrected).toMatchObject({ first: PLAN.start, from: PLAN.start + 1, direction: "higher" });
  });
});

describe("nothing", () => {
  it("is claimed to show at some week in five of a hundred trials, not in thirty as without correction", () => {
    const worlds = 160;
    let corrected = 0;
    let lasting = 0;
    let uncorrected = 0;
    for (let world = 0; world < worlds; world++) {
      const series = planted({ seed: `null|${world}`, trials: world % 2 === 0 ? 9 : 13, weeks: 104, start: 16 });
      const [cumulative, trailing] = visibility(series, String(world));
      corrected += Number(cumulative.corrected.first !== undefined) + Number(trailing.corrected.first !== undefined);
      lasting += Number(cumulative.corrected.from !== undefined) + Number(trailing.corrected.from !== undefined);
      uncorrected += Number(cumulative.uncorrected.first !== undefined) + Number(trailing.uncorrected.first !== undefined);
    }
    // 5 % of 320 and two and a half of its standard errors, doubled because the two measures of a world go together
    expect(corrected / (2 * worlds)).toBeLessThan(0.05 + 2.5 * Math.sqrt(2) * Math.sqrt((0.05 * 0.95) / (2 * worlds)));
    expect(corrected / (2 * worlds)).toBeGreaterThan(0.02);
    expect(lasting / (2 * worlds)).toBeLessThan(0.05);
    expect(uncorrected / (2 * worlds)).toBeGreaterThan(0.2);
  });

  it("between identical worlds shows nowhere", () => {
    const { cumulative, trailing } = seen({ noise: 0 });
    for (const { corrected, uncorrected } of [cumulative, trailing]) {
      expect(corrected).toEqual({});
      expect(uncorrected).toEqual({});
    }
  });
});

describe("exchanged worlds", () => {
  const random = seedrandom.alea("exchange");
  const weekly = (trials: number, mean: number) =>
    Array.from({ length: trials }, () => Float64Array.from({ length: 3 }, () => mean + random() - 0.5));

  it("five trials can never show it, six can", () => {
    expect(lookingEveryWeek(weekly(5, 100), "x")).toMatchObject({ critical: Infinity, sign: Int8Array.of(0, 0, 0) });
    expect(lookingEveryWeek(weekly(6, 100), "x").sign).toEqual(Int8Array.of(1, 1, 1));
    expect(lookingEveryWeek(weekly(6, -100), "x").sign).toEqual(Int8Array.of(-1, -1, -1));
  });

  it("hold one week that differs and one that does not apart", () => {
    const apart = weekly(12, 0).map((trial) => Float64Array.of(trial[0] + 50, trial[1], trial[2]));
    expect(lookingEveryWeek(apart, "x").sign).toEqual(Int8Array.of(1, 0, 0));
  });

  it("ask more of t than one week alone, and the same with the same seed", () => {
    const many = weekly(30, 0);
    const { critical } = lookingEveryWeek(many, "a");
    expect(critical).toBeGreaterThan(2.05);
    expect(critical).toBeLessThan(3.5);
    expect(lookingEveryWeek(many, "a").critical).toBe(critical);
    expect(lookingEveryWeek(many, "b").critical).not.toBe(critical);
  });

  it("a week that a trial lacks is not judged; no trials are no finding", () => {
    const lacking = weekly(8, 100);
    lacking[3][1] = Number.NaN;
    expect(lookingEveryWeek(lacking, "x").sign).toEqual(Int8Array.of(1, 0, 1));
    expect(lookingEveryWeek([], "x").sign).toHaveLength(0);
  });
});
