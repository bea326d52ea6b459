/** What a reader of yearly figures expects, and whether a planted change would be noticed more often than nothing is. */
import { describe, expect, it } from "vitest";
import { forecast } from "../../../src/experiment/horizon/forecast.ts";
import { noticing, RULE } from "../../../src/experiment/horizon/noticing.ts";
import { type Plan, planted } from "./planted-series.ts";

describe("the forecast", () => {
  // scipy 1.17, stats.linregress and stats.t.ppf with the formulas of Draper and Smith
  const YEARS = [102, 97, 110, 108, 115, 113];

  it("of a line is that of the textbook", () => {
    const line = forecast(YEARS, 2)!;
    expect(line.at(6).low).toBeCloseTo(REFERENCE.line6[0], 6);
    expect(line.at(6).high).toBeCloseTo(REFERENCE.line6[1], 6);
    expect(line.at(9).low).toBeCloseTo(REFERENCE.line9[0], 6);
    expect(line.at(9).high).toBeCloseTo(REFERENCE.line9[1], 6);
  });

  it("of a level too", () => {
    const level = forecast(YEARS, 1)!;
    expect(level.at(7).low).toBeCloseTo(REFERENCE.level[0], 6);
    expect(level.at(7).high).toBeCloseTo(REFERENCE.level[1], 6);
  });

  it("is not made from as many years as it has parameters, nor with one missing", () => {
    expect(forecast([1, 2], 2)).toBeUndefined();
    expect(forecast([1], 1)).toBeUndefined();
    expect(forecast([1, Number.NaN, 3, 4], 1)).toBeUndefined();
  });
});

const REFERENCE = {
  line6: [102.33777279636148, 134.0622272036385],
  line9: [105.40142876890292, 149.34142837395422],
  level: [88.52580893554075, 126.47419106445925],
};

/** Eight years before (the first week is a Monday of 2011), six and a half after. */
const PLAN: Plan = { seed: "noticing", trials: 60, weeks: 760, start: 418 };
const within = (plan: Partial<Plan>, years: number, rule = RULE) =>
  noticing(planted({ ...PLAN, ...plan }), rule).rows.find((row) => row.within === years)!;

describe("a reader of yearly figures", () => {
  it("notices a large change in nearly every run, and nothing where nothing was done more often than the rule allows", () => {
    const { treated, base, trials } = within({ effect: () => -40 }, 2);
    expect(trials).toBe(60);
    expect(treated.value).toBeGreaterThan(0.9);
    expect(base.value).toBeLessThan(0.2);
  });

  it("raises false alarms at the rate of the rule in the first year: one in twenty", () => {
    const { base, treated } = within({ trials: 400 }, 1);
    expect(base.low).toBeLessThan(0.05);
    expect(base.high).toBeGreaterThan(0.05);
    expect(treated.low).toBeLessThan(0.05);
  });

  it("is fooled alike in both worlds by a trend that breaks when the strategy begins", () => {
    const level = (week: number) => (week < PLAN.start ? 100 + week / 5 : 190 - (week - PLAN.start) / 2);
    const { treated, base } = within({ level }, 5);
    expect(treated.value).toBeGreaterThan(0.9);
    expect(base.value).toBeGreaterThan(0.9);
  });

  it("expects a trend to go on", () => {
    expect(within({ level: (week) => week }, 5).base.value).toBeLessThan(0.4);
    expect(within({ level: (week) => week, effect: (since) => -since }, 5).treated.value).toBe(1);
  });

  it("counts years on one side, not on either", () => {
    const swinging = { effect: (since: number) => (Math.floor(since / 52) % 2 === 0 ? -60 : 60) };
    expect(within(swinging, 5, { ...RULE, outside: 2, of: 2 }).treated.value).toBeLessThan(0.1);
    expect(within(swinging, 5).treated.value).toBe(1);
  });

  it("who waits for two of three years on one side is slower, and less easily alarmed", () => {
    const patient = { ...RULE, outside: 2, of: 3 };
    expect(within({ effect: () => -40 }, 1, patient).treated.value).toBe(0);
    expect(within({ effect: () => -40 }, 5, patient).treated.value).toBeGreaterThan(0.9);
    expect(within({}, 5, patient).base.value).toBeLessThan(within({}, 5).base.value);
  });

  it("knows a year's figure when the year is over: a start in the middle of one is seen at its end", () => {
    const start = 418 + 26;
    const result = noticing(planted({ ...PLAN, start, effect: () => -200 }));
    expect(result).toMatchObject({ fit: "line", yearsBefore: 8 });
    expect(result.rows.map((row) => row.within)).toEqual([1, 2, 5]);
    expect(result.rows[0].treated.value).toBe(1);
  });

  it("with few years before compares with a level, and with fewer with nothing", () => {
    expect(noticing(planted({ ...PLAN, weeks: 400, start: 4 * 52 + 2 }))).toMatchObject({ fit: "level", yearsBefore: 4 });
    expect(noticing(planted({ ...PLAN, weeks: 300, start: 110 }))).toMatchObject({ fit: "none", yearsBefore: 2, rows: [] });
  });
});
