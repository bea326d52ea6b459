/** One outcome week by week in pairs of runs with the same luck: what horizons are read from. */
import { type MetricColumn, WEEKS_PER_YEAR } from "../../core/index.ts";
import { numbersOf, type Table } from "../../core/table.ts";

/** The runs of one strategy. */
export interface Weekly {
  /** One array per trial, one number per recorded week; of a ratio: its numerator. NaN for missing. */
  readonly values: readonly Float64Array[];
  /** Of a ratio: its denominator. */
  readonly per?: readonly Float64Array[];
}

export interface PairedSeries {
  readonly outcome: MetricColumn;
  /** Trials in the same order in both. */
  readonly base: Weekly;
  readonly treated: Weekly;
  /** First day of each recorded week. */
  readonly dates: readonly string[];
  /** Week in which the strategies begin to differ, counted from the start of the record. */
  readonly start: number;
}

/** @param series the table `timeseries` of each trial */
export function weeklyOf(outcome: MetricColumn, series: readonly Table[]): Weekly {
  if (!outcome.of) return { values: series.map((table) => numbersOf(table, outcome.name)) };
  const { numerator, denominator } = outcome.of;
  return {
    values: series.map((table) => numbersOf(table, numerator)),
    per: series.map((table) => numbersOf(table, denominator)),
  };
}

/** The outcome of one run over weeks `from` up to but without `to`: a sum, a mean or a ratio of sums; NaN without values. */
export type Over = (trial: number, from: number, to: number) => number;

/** Every span is added up anew: where two worlds are alike, their difference is exactly 0. */
export function overSpans(outcome: MetricColumn, weekly: Weekly): Over {
  return (trial, from, to) => {
    const { total, count } = sumOf(weekly.values[trial], from, to);
    if (count === 0) return Number.NaN;
    if (outcome.is === "flow") return total;
    if (!weekly.per) return total / count;
    const below = sumOf(weekly.per[trial], from, to).total;
    return below > 0 ? ((outcome.of?.per ?? 1) * total) / below : Number.NaN;
  };
}

/** Missing weeks (NaN) are left out. */
function sumOf(values: Float64Array | undefined, from: number, to: number): { total: number; count: number } {
  let total = 0;
  let count = 0;
  for (let week = Math.max(0, from); week < to; week++) {
    const value = values?.[week] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    total += value;
    count++;
  }
  return { total, count };
}

/** Treated less base, trial by trial. */
export function differences({ outcome, base, treated }: PairedSeries): Over {
  const [before, after] = [overSpans(outcome, base), overSpans(outcome, treated)];
  return (trial, from, to) => after(trial, from, to) - before(trial, from, to);
}

export const trialsOf = ({ treated }: PairedSeries): number[] => treated.values.map((_, trial) => trial);

/** Whole weeks of a number of years. */
export const weeksOf = (years: number): number => Math.round(years * WEEKS_PER_YEAR);
