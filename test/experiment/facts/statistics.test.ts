/**
 * Statistics of facts leave out what says nothing: places without traffic, tolls smaller than a simulated person. Those over the weeks
 * of a record are compared with sums done by hand.
 */
import { expect, it } from "vitest";
import type { Subject } from "../../../src/experiment/facts/statistic.ts";
import { STATISTIC_BY_KIND } from "../../../src/experiment/facts/statistics/index.ts";

const COLUMNS: Readonly<Record<string, number>> = {
  hhi_road: 0.1,
  hhi_ferry: 0.2,
  hhi_path: 1,
  on_road: 990,
  on_ferry: 100,
  on_path: 5,
};

const subject = (scale: number): Subject => ({
  scale,
  outcomes: Object.keys(COLUMNS),
  dates: [],
  weekly: () => [Float64Array.of(8, 0, 1, 1)],
  matched(name) {
    const value = COLUMNS[name];
    if (value === undefined) return `there is no outcome ${name}`;
    const patrolled = name === "on_path" ? 2 * value : value;
    const values = [Float64Array.of(value), Float64Array.of(patrolled)];
    return { strategies: ["none", "patrols"], values } as unknown as ReturnType<Subject["matched"]>;
  },
});

function told(statistic: Readonly<Record<string, unknown>>, scale = 1): number | string | undefined {
  const entry = STATISTIC_BY_KIND.get(String(statistic.kind));
  const found = entry?.values(subject(scale), entry.params.parse(statistic));
  return typeof found === "string" ? found : found?.[0];
}

const EXTREME = { kind: "extreme", prefix: "hhi_", period: "whole span" };

it("the largest of all, and of those that carry a share of the traffic", () => {
  expect(told({ ...EXTREME, of: "largest" })).toBe(1);
  expect(told({ ...EXTREME, of: "largest", traffic: "on_", least: 0.01 })).toBe(0.2);
  expect(told({ ...EXTREME, of: "largest", traffic: "on_", least: 0.5 })).toBe(0.1);
  expect(told({ ...EXTREME, of: "largest-over-smallest", traffic: "on_" })).toBe(2);
});

it("says which traffic is not there", () => {
  expect(told({ ...EXTREME, of: "largest", traffic: "over_" })).toBe("there is no outcome over_road");
});

it("a tail is told where a simulated person is small against it", () => {
  const tail = { kind: "tail", outcome: "wreck_largest", largest: 0.34, coarsest: 10 };
  expect(told(tail, 10)).toBe(0.8);
  expect(told(tail, 11)).toMatch(/scale of 10 or finer/);
  expect(told({ ...tail, coarsest: undefined }, 300)).toBe(0.8);
});

it("a share, and what is left of it, without policy and under an arm", () => {
  const of = { kind: "share", part: "on_path", whole: "on_ferry", period: "whole span" };
  expect(told(of)).toBe(0.05);
  expect(told({ ...of, rest: true })).toBe(0.95);
  expect(told({ ...of, arm: "patrols" })).toBe(0.1);
});

/** Two years of weeks, from Monday 6 January 2014; a flow that depends on the month, and half of it under patrols in one stretch. */
const DATES = Array.from({ length: 104 }, (_, week) => new Date(Date.UTC(2014, 0, 6 + 7 * week)).toISOString().slice(0, 10));
const MONTHLY = Float64Array.from(DATES, (date) => 10 + Number(date.slice(5, 7)));
const HALVED = MONTHLY.map((value, week) => (40 <= week && week < 44 ? value / 2 : value));

function toldOfWeeks(statistic: Readonly<Record<string, unknown>>): number | string | undefined {
  const entry = STATISTIC_BY_KIND.get(String(statistic.kind));
  const weekly: Subject["weekly"] = (_, strategy) => [strategy === "patrols" ? HALVED : MONTHLY];
  const found = entry?.values({ ...subject(1), dates: DATES, weekly }, entry.params.parse(statistic));
  return typeof found === "string" ? found : found?.[0];
}

it("the largest month of a year over its smallest, however many weeks begin in either", () => {
  expect(toldOfWeeks({ kind: "swing", outcome: "on", years: [2014, 2015] })).toBeCloseTo(22 / 11);
  expect(toldOfWeeks({ kind: "swing", outcome: "on", years: [2014, 2016] })).toMatch(/whole year 2016/);
});

it("from one month to another", () => {
  expect(toldOfWeeks({ kind: "step", outcome: "on", before: "2014-06", after: "2014-08" })).toBeCloseTo(18 / 16 - 1);
  expect(toldOfWeeks({ kind: "step", outcome: "on", before: "2014-06", after: "2017-08" })).toMatch(/no 2017-08/);
});

it("the stretch of weeks in which an arm takes most", () => {
  expect(toldOfWeeks({ kind: "dip", arm: "patrols", outcome: "on", weeks: 4 })).toBeCloseTo(-0.5);
  expect(toldOfWeeks({ kind: "dip", arm: "patrols", outcome: "on", weeks: 8 })).toBeGreaterThan(-0.3);
  expect(toldOfWeeks({ kind: "dip", arm: "patrols", outcome: "on", weeks: 500 })).toMatch(/no stretch/);
});
