/** The weekly series of a run by calendar year: flows as sums, stocks as means, ratios from the sums of their parts. */
import { type MetricColumn, WEEKS_PER_YEAR } from "../core/index.ts";
import { type Table, textsOf } from "../core/table.ts";
import { isOutcome, spanReader } from "./span.ts";

/** One outcome in one calendar year. */
export interface YearValue {
  readonly year: number;
  readonly outcome: MetricColumn;
  /** NaN when no week of the year has a value. */
  readonly value: number;
}

export interface Years {
  readonly years: readonly number[];
  /** Weeks of the run that begin in each year. */
  readonly weeks: readonly number[];
  /** Year after year, outcome after outcome. */
  readonly values: readonly YearValue[];
}

/** A year counts as whole when no week of it is missing. */
export const WHOLE_YEAR_WEEKS = Math.floor(WEEKS_PER_YEAR);

/** A week belongs to the year of its first day. @param series has a column "date" */
export function byYear(series: Table): Years {
  const outcomes = series.spec.columns.filter(isOutcome);
  const spans = calendarYears(textsOf(series, "date"));
  const reader = spanReader(series);
  const values = spans.flatMap(({ year, from, to }) =>
    outcomes.map((outcome) => ({ year, outcome, value: reader.value(outcome, from, to) })),
  );
  return { years: spans.map(({ year }) => year), weeks: spans.map(({ from, to }) => to - from), values };
}

export interface CalendarYear {
  readonly year: number;
  /** Rows from `from` up to but without `to`. */
  readonly from: number;
  readonly to: number;
}

/** The weeks of each year. @param dates first day of each week, YYYY-MM-DD */
export function calendarYears(dates: readonly string[]): CalendarYear[] {
  const spans: { year: number; from: number; to: number }[] = [];
  dates.forEach((date, row) => {
    const year = Number(date.slice(0, "YYYY".length));
    const last = spans.at(-1);
    if (last?.year === year) last.to = row + 1;
    else spans.push({ year, from: row, to: row + 1 });
  });
  return spans;
}
