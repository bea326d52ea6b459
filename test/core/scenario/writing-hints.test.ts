/** What people write, and what they are told to write. */
import { expect, it } from "vitest";
import { insteadOfBoolean, insteadOfDate, insteadOfNumber } from "../../../src/core/scenario/writing-hints.ts";

it.each([
  ["25%", "write 0.25"],
  ["7 %", "write 0.07"],
  ["-2.5 percent", "write -0.025"],
  ["1,5", "write 1.5, with"],
  ["-1,5", "write -1.5, with"],
  ["1,500", "write 1500, without separators, or 1.500 if"],
  ["1,500,000", "write 1500000"],
  ["1 500", "write 1500"],
  ["1'500.5", "write 1500.5"],
  ["1.500.000", "write 1500000"],
  ["1.234,56", "write 1234.56"],
  ["1_000", "write 1000, without underscores"],
  ["\u22125", "write -5"],
  ["NaN", "write a finite number"],
  ["-Infinity", "write a finite number"],
  ["n/a", "write a number, or leave"],
  ["5-10", "low: 5, high: 10"],
  ["5 to 10", "low: 5, high: 10"],
  ["1/4", "write 0.25"],
  ["10k", "write 10000"],
  ["1.1 million", "write 1100000"],
  ["12", "write 12 without quotes"],
  ["1e3", "write 1000 without quotes"],
  ["$900", "write 900 alone; the unit is USD"],
  ["USD 900", "write 900 alone; the unit is USD"],
  ["~3 weeks", "write 3 alone; the unit is USD"],
])("%s is no number: %s", (written, hint) => {
  expect(insteadOfNumber(written, "USD")).toContain(hint);
});

it.each(["", "many", "a-b", "2018-06-07", "5 of 10", "1.2.3", "--"])("%j is not taken for a number", (written) => {
  expect(insteadOfNumber(written) ?? "leave the key out").toContain("leave the key out");
});

it("keeps a percentage where the unit is per cent", () => {
  expect(insteadOfNumber("25%", "%")).toBe("write 25");
});

it.each([
  ["2018-6-7", "write 2018-06-07"],
  ["2018/06/07", "write 2018-06-07"],
  ["2018-06-07T12:00:00Z", "write 2018-06-07"],
  [20180607, "write 2018-06-07"],
  [2018, "write 2018-01-01"],
  ["2018-06", "write 2018-06-01"],
  ["07/06/2018", "write 2018-06-07 if the day came first, or 2018-07-06"],
  ["07/07/2018", "write 2018-07-07"],
  ["31.12.2018", "write 2018-12-31"],
  ["12/31/2018", "write 2018-12-31"],
  ["7 June 2018", "write 2018-06-07"],
  ["Jun 7, 2018", "write 2018-06-07"],
  ["June 2018", "write 2018-06-01"],
  ["2018-02-30", "that month ends on 2018-02-28"],
  ["2020-02-30", "that month ends on 2020-02-29"],
  ["2018-04-31", "that month ends on 2018-04-30"],
])("%s is no date: %s", (written, hint) => {
  expect(insteadOfDate(written)).toBe(hint);
});

it.each(["soon", "2018-13-01", "2018-02-99", "99/99/2018", "7 Foo 2018", "", true, null])(
  "%j gives no hint of a date",
  (written) => {
    expect(insteadOfDate(written)).toBeUndefined();
  },
);

it("knows yes and no in their spellings", () => {
  expect(["yes", "Y", "ON", 1].map(insteadOfBoolean)).toEqual(Array(4).fill("write true"));
  expect(["no", "N", "Off", 0].map(insteadOfBoolean)).toEqual(Array(4).fill("write false"));
  expect(insteadOfBoolean("maybe")).toBeUndefined();
});
