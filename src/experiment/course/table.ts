/** course.csv: outcomes year by year under each strategy, with what the strategy changes: what charts over time are drawn of. */
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../../core/table.ts";
import { type Measured, measure } from "../compare/effect.ts";
import type { Matched } from "../matched.ts";
import { possible } from "../possible.ts";
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";

export interface CourseRow {
  readonly matched: Matched;
  readonly strategy: string;
  /** Of the years of single runs. */
  readonly level: Estimate;
  /** Nothing for the baseline. */
  readonly change: Measured | undefined;
}

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const number = (name: string, about: string): TableColumn => ({ name, type: "number", unit: "as the outcome", about });
const count = (name: string, unit: string, about: string): TableColumn => ({ name, type: "integer", unit, about });

export const COURSE: TableSpec = {
  name: "course",
  about:
    "one row per strategy, outcome and calendar year: the mean over runs and the mean difference to the baseline over pairs, each with " +
    "a 95 % interval (Student t) for that year alone; years are not adjusted for one another, so no finding is read off them",
  primaryKey: ["strategy", "outcome", "year"],
  columns: [
    text("strategy", "strategy"),
    text("baseline", "strategy that it is compared with"),
    text("outcome", "column of the time series"),
    text("unit", "unit of the outcome"),
    count("year", "year", "calendar year: flows are summed, stocks averaged, ratios divided over it"),
    count("n", "runs", "runs with a value"),
    number("mean", "mean over runs"),
    number("low", "lower end of its 95 % interval, within what is possible; empty for fewer than two runs"),
    number("high", "upper end of that interval"),
    count("pairs", "pairs", "trials with a value under both; empty for the baseline"),
    number("difference", "mean of strategy minus baseline over pairs; empty for the baseline"),
    number("difference_low", "lower end of its 95 % interval (paired Student t)"),
    number("difference_high", "upper end of that interval"),
  ],
};

/** Every strategy of a matched outcome and year, the baseline first. */
export function courseOf(matched: Matched): CourseRow[] {
  const changes = measure(matched);
  return matched.strategies.map((strategy, i) => {
    const sum = running();
    for (const value of matched.values[i] ?? []) addTo(sum, value);
    return { matched, strategy, level: possible(matched.outcome, estimate(sum)), change: i === 0 ? undefined : changes[i - 1] };
  });
}

export function courseTable(rows: readonly CourseRow[]): Table {
  const builder = tableBuilder(COURSE, rows.length);
  for (const { matched, strategy, level, change } of rows) {
    builder.add([
      ...[strategy, matched.strategies[0] ?? "", matched.outcome.name, matched.outcome.unit, Number(matched.period.name)],
      ...[level.n, level.mean, level.low, level.high],
      ...[change?.n, change?.difference.value, change?.difference.low, change?.difference.high],
    ]);
  }
  return builder.finish();
}
