/** Weeks become years, years of several runs become a mean with an interval, beside what was published. */
import { describe, expect, it } from "vitest";
import type { MetricColumn } from "../../src/core/index.ts";
import { type Table, tableBuilder } from "../../src/core/table.ts";
import { summary, summaryTable } from "../../src/experiment/summary.ts";
import { byYear } from "../../src/experiment/yearly.ts";

const metric = (name: string, is: MetricColumn["is"], of?: MetricColumn["of"]): MetricColumn => ({
  name,
  type: "number",
  unit: "persons",
  about: name,
  is,
  better: "neither",
  ...(of ? { of } : {}),
});
const COLUMNS = [
  metric("deaths", "flow"),
  metric("trips", "flow"),
  metric("stock", "stock"),
  metric("deaths_per_1000", "ratio", { numerator: "deaths", denominator: "trips", per: 1000 }),
];

/** Weeks of a run from a Monday on; each row deaths, trips, stock. */
function series(dates: readonly string[], rows: readonly (readonly [number, number, number])[]): Table {
  const builder = tableBuilder({
    name: "timeseries",
    about: "",
    primaryKey: ["date"],
    columns: [{ name: "date", type: "date", unit: "date", about: "" }, ...COLUMNS],
  });
  // The weekly ratio is nonsense on purpose: the yearly one must not come from it.
  rows.forEach(([deaths, trips, stock], i) => void builder.add([dates[i], deaths, trips, stock, -1]));
  return builder.finish();
}

const DATES = ["2014-12-22", "2014-12-29", "2015-01-05"];
const valuesOf = (table: Table) =>
  Object.fromEntries(byYear(table).values.map(({ year, outcome, value }) => [`${year} ${outcome.name}`, value]));

describe("years of a run", () => {
  it("sum flows, average stocks, and take ratios from sums; a week belongs to the year of its first day", () => {
    const table = series(DATES, [
      [1, 100, 10],
      [3, 100, 20],
      [5, 50, 40],
    ]);
    expect(valuesOf(table)).toEqual({
      "2014 deaths": 4,
      "2014 trips": 200,
      "2014 stock": 15,
      "2014 deaths_per_1000": 20,
      "2015 deaths": 5,
      "2015 trips": 50,
      "2015 stock": 40,
      "2015 deaths_per_1000": 100,
    });
    expect(byYear(table)).toMatchObject({ years: [2014, 2015], weeks: [2, 1] });
  });

  it("leave out missing weeks, and are missing when all are", () => {
    const table = series(DATES, [
      [Number.NaN, 0, 10],
      [2, 0, Number.NaN],
      [Number.NaN, 10, Number.NaN],
    ]);
    expect(valuesOf(table)).toMatchObject({
      "2014 deaths": 2,
      "2014 stock": 10,
      "2014 deaths_per_1000": Number.NaN,
      "2015 deaths": Number.NaN,
      "2015 stock": Number.NaN,
    });
  });
});

/** A whole year in which somebody dies every week. */
const wholeYear = (deaths: number): Table => {
  const dates = Array.from({ length: 52 }, (_, w) => new Date(Date.UTC(2015, 0, 5 + 7 * w)).toISOString().slice(0, 10));
  return series(
    dates,
    dates.map(() => [deaths, 100, 1] as const),
  );
};
const target = (low?: number, high?: number) => ({
  "deaths-2015": { title: "Deaths 2015", metric: "deaths", year: 2015, value: { value: 100, low, high } },
});

describe("the summary of a study", () => {
  it("is the mean of its runs with a t interval", () => {
    const study = summary({});
    for (const deaths of [1, 2, 3]) study.add(byYear(wholeYear(deaths)));
    const row = study.rows().find(({ outcome }) => outcome.name === "deaths");
    // Mean 104, standard deviation 52, t(0.975, 2) = 4.302653.
    expect(row?.estimate).toMatchObject({ mean: 104, n: 3 });
    expect(row?.estimate.high).toBeCloseTo(104 + (4.30265272974946 * 52) / Math.sqrt(3), 9);
    expect(row?.estimate.low).toBe(0); // the formula goes below, which is not possible
  });

  it.each<[string, number | undefined, number | undefined, boolean | undefined]>([
    ["inside", 90, 110, true],
    ["at the edge", 104, 110, true],
    ["outside", 105, 120, false],
    ["undecided without a band", undefined, undefined, undefined],
  ])("says whether the mean lies in the published band: %s", (_, low, high, inside) => {
    const study = summary(target(low, high) as never);
    study.add(byYear(wholeYear(2)));
    expect(study.rows().find(({ outcome }) => outcome.name === "deaths")?.inside).toBe(inside);
  });

  it("does not judge a part of a year", () => {
    const study = summary(target(0, 1000) as never);
    study.add(byYear(series(["2015-01-05"], [[1, 1, 1]])));
    const row = study.rows()[0];
    expect(row).toMatchObject({ weeks: 1, published: { value: 100 } });
    expect(row?.inside).toBeUndefined();
  });

  it("keeps the years of an outcome together", () => {
    const study = summary({});
    study.add(
      byYear(
        series(DATES, [
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ]),
      ),
    );
    expect(
      study
        .rows()
        .map(({ year, outcome }) => `${outcome.name} ${year}`)
        .slice(0, 3),
    ).toEqual(["deaths 2014", "deaths 2015", "trips 2014"]);
  });

  it("names the run in its table only when there is one", () => {
    const study = summary({});
    study.add(byYear(wholeYear(1)));
    const run = { runId: "r1", strategy: "none", replicate: 1, seed: "7" };
    const alone = summaryTable(study.rows(), "none", "7", [run]);
    const several = summaryTable(study.rows(), "none", "7", [run, { ...run, runId: "r2", replicate: 2 }]);
    expect(alone.data.slice(0, 4).map((column) => column[0])).toEqual(["r1", "none", 1, "7"]);
    expect(several.data.slice(0, 4).map((column) => column[0])).toEqual(["", "none", Number.NaN, "7"]);
  });
});
