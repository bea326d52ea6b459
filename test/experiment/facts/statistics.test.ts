/** Statistics of facts leave out what says nothing: places without traffic, tolls smaller than a simulated person. */
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
    return { strategies: ["none"], values: [Float64Array.of(value)] } as unknown as ReturnType<Subject["matched"]>;
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
