/** From when on an effect shows in the model, to somebody who sees both worlds of every trial and looks every week. */
import { WEEKS_PER_YEAR } from "../../core/index.ts";
import { studentQuantile } from "../stats/student.ts";
import { differences, type PairedSeries, trialsOf } from "./paired-series.ts";
import { lookingEveryWeek } from "./sign-flips.ts";

export const MEASURES = ["cumulative", "trailing year"] as const;
export type Measure = (typeof MEASURES)[number];

/** Weeks are counted from the start of the record; none is undefined. */
export interface Sighting {
  /** First week from which the interval excludes zero, on one side, to the end of the record. */
  readonly from?: number;
  /** First week at all in which it does. Earlier than `from`: it was transient. */
  readonly first?: number;
  /** Last week in which it does. */
  readonly last?: number;
  /** In `from`, or in `first` when it did not last. */
  readonly direction?: "lower" | "higher";
}

export interface Visibility {
  /** Difference since the strategies differ, or of the last 52 weeks. */
  readonly measure: Measure;
  readonly trials: number;
  /** Corrected for looking every week. */
  readonly corrected: Sighting;
  /** As if one week alone had been looked at (paired Student t): what a reader of weekly intervals would believe. */
  readonly uncorrected: Sighting;
  /** |t| that a week must exceed, corrected; Infinity where there are too few trials ever to exceed it. */
  readonly critical: number;
}

const YEAR = Math.floor(WEEKS_PER_YEAR);

/** @param seed of the experiment; the draws have a sequence of their own for each outcome and measure */
export function visibility(series: PairedSeries, seed: string, alpha = 0.05): Visibility[] {
  const difference = differences(series);
  const { start, dates, outcome } = series;
  const weeks = dates.length - start;
  return MEASURES.map((measure) => {
    const since = (week: number) => (measure === "cumulative" ? start : Math.max(0, start + week + 1 - YEAR));
    const byTrial = trialsOf(series).map((trial) =>
      Float64Array.from({ length: weeks }, (_, week) => difference(trial, since(week), start + week + 1)),
    );
    const corrected = lookingEveryWeek(byTrial, `${seed}|sign flips|${outcome.name}|${measure}`, alpha);
    return {
      measure,
      trials: byTrial.length,
      corrected: sighting(corrected.sign, start),
      uncorrected: sighting(lookingOnce(byTrial, alpha), start),
      critical: corrected.critical,
    };
  });
}

function sighting(sign: Int8Array, start: number): Sighting {
  const first = sign.findIndex((one) => one !== 0);
  if (first < 0) return {};
  const last = sign.findLastIndex((one) => one !== 0);
  const final = sign.at(-1);
  const from = final === 0 ? undefined : 1 + sign.findLastIndex((one) => one !== final);
  return {
    ...(from === undefined ? {} : { from: start + from }),
    first: start + first,
    last: start + last,
    direction: (sign[from ?? first] ?? 0) < 0 ? "lower" : "higher",
  };
}

/** Signs of the weeks whose own paired t interval excludes zero. */
function lookingOnce(byTrial: readonly Float64Array[], alpha: number): Int8Array {
  const n = byTrial.length;
  const sign = new Int8Array(byTrial[0]?.length ?? 0);
  if (n < 2) return sign;
  const t = studentQuantile(1 - alpha / 2, n - 1);
  return sign.map((_, week) => {
    const values = byTrial.map((trial) => trial[week] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
    return mean * mean > (t * t * squares) / (n * (n - 1)) ? Math.sign(mean) : 0;
  });
}
