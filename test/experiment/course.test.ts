/** course.csv: levels are means over runs, changes are those of pairs, and nothing is made of what is missing. */
import { expect, it } from "vitest";
import type { MetricColumn } from "../../src/core/index.ts";
import { numbersOf, textsOf } from "../../src/core/table.ts";
import { measure } from "../../src/experiment/compare/effect.ts";
import { courseOf, courseTable } from "../../src/experiment/course/table.ts";
import type { Matched } from "../../src/experiment/matched.ts";

const deaths = {
  name: "deaths",
  type: "number",
  unit: "persons",
  about: "died",
  is: "flow",
  better: "down",
} as unknown as MetricColumn;
const matched: Matched = {
  outcome: deaths,
  period: { name: "2019", from: 0, to: 52 },
  strategies: ["none", "shaping"],
  values: [Float64Array.of(10, 20, 30), Float64Array.of(9, 18, Number.NaN)],
};

it("gives the mean of the runs of each strategy, and the difference of its pairs", () => {
  const table = courseTable(courseOf(matched));
  expect(textsOf(table, "strategy")).toEqual(["none", "shaping"]);
  expect([...numbersOf(table, "year")]).toEqual([2019, 2019]);
  expect([...numbersOf(table, "n")]).toEqual([3, 2]);
  expect([...numbersOf(table, "mean")]).toEqual([20, 13.5]);
  // 20 -+ t(0.975, 2) * 10 / sqrt(3), with t = 4.3026527297 from printed tables; fewer than no one is not possible
  expect(numbersOf(table, "low")[0]).toBe(0);
  expect(numbersOf(table, "high")[0]).toBeCloseTo(20 + (4.3026527297 * 10) / Math.sqrt(3), 6);
  expect([...numbersOf(table, "pairs")]).toEqual([Number.NaN, 2]);
  expect([...numbersOf(table, "difference")]).toEqual([Number.NaN, -1.5]);
  const [effect] = measure(matched);
  expect(numbersOf(table, "difference_low")[1]).toBe(effect!.difference.low);
  expect(numbersOf(table, "difference_high")[1]).toBe(effect!.difference.high);
});
