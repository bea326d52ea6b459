/** The weekly series of a run by calendar year: flows as sums, stocks as means, ratios from the sums of their parts. */
import { type MetricColumn, WEEKS_PER_YEAR } from "../core/index.ts";
import { numbersOf, type Table, type TableColumn, textsOf } from "../core/table.ts";

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
  const { columns } = series.spec;
  const outcomes = columns.filter(isMetric);
  const spans = spansOf(textsOf(series, "date"));
  const values = spans.flatMap(({ year, from, to }) => {
    const sum = (name: string) => sumOf(numbersOf(series, name), from, to);
    return outcomes.map((outcome) => ({ year, outcome, value: yearValue(outcome, sum) }));
  });
  return { years: spans.map(({ year }) => year), weeks: spans.map(({ from, to }) => to - from), values };
}

function isMetric(column: TableColumn): column is MetricColumn {
  return "is" in column;
}

interface Sum {
  readonly total: number;
  readonly count: number;
}

function yearValue(outcome: MetricColumn, sum: (name: string) => Sum): number {
  if (outcome.is === "ratio" && outcome.of) {
    const denominator = sum(outcome.of.denominator).total;
    return denominator === 0 ? Number.NaN : (outcome.of.per * sum(outcome.of.numerator).total) / denominator;
  }
  const { total, count } = sum(outcome.name);
  if (count === 0) return Number.NaN;
  return outcome.is === "flow" ? total : total / count;
}

/** The weeks of each year: rows from `from` up to but without `to`. */
function spansOf(dates: readonly string[]): { year: number; from: number; to: number }[] {
  const spans: { year: number; from: number; to: number }[] = [];
  dates.forEach((date, row) => {
    const year = Number(date.slice(0, "YYYY".length));
    const last = spans.at(-1);
    if (last?.year === year) last.to = row + 1;
    else spans.push({ year, from: row, to: row + 1 });
  });
  return spans;
}

/** Missing weeks (NaN) are left out. */
function sumOf(values: Float64Array, from: number, to: number): Sum {
  let total = 0;
  let count = 0;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    total += value;
    count++;
  }
  return { total, count };
}
