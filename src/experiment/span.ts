/** An outcome over a span of weeks: flows as sums, stocks as means, ratios from the sums of their parts. */
import type { MetricColumn } from "../core/index.ts";
import { numbersOf, type Table, type TableColumn } from "../core/table.ts";

/** Whether a column of the time series is an outcome, not a date or a count of weeks. */
export function isOutcome(column: TableColumn): column is MetricColumn {
  return "is" in column;
}

/** Reads outcomes of one weekly series. */
export interface SpanReader {
  /** Over rows `from` up to but without `to`; NaN when no week has a value. */
  value(outcome: MetricColumn, from: number, to: number): number;
}

export function spanReader(series: Table): SpanReader {
  const columns = new Map<string, Float64Array>();
  const numbers = (name: string): Float64Array => {
    let found = columns.get(name);
    if (!found) {
      found = numbersOf(series, name);
      columns.set(name, found);
    }
    return found;
  };
  return {
    value(outcome, from, to) {
      if (outcome.is === "ratio" && outcome.of) {
        const denominator = sumOf(numbers(outcome.of.denominator), from, to).total;
        const { total } = sumOf(numbers(outcome.of.numerator), from, to);
        return denominator === 0 ? Number.NaN : (outcome.of.per * total) / denominator;
      }
      const { total, count } = sumOf(numbers(outcome.name), from, to);
      if (count === 0) return Number.NaN;
      return outcome.is === "flow" ? total : total / count;
    },
  };
}

/** Missing weeks (NaN) are left out. */
function sumOf(values: Float64Array, from: number, to: number): { total: number; count: number } {
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
