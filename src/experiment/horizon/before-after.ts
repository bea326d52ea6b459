/**
 * The naive figure: as long after the start as before it, in the world as it became. Before the start both worlds are the
 * same, so that it is the true difference plus what would have changed anyway.
 */
import type { Interval } from "../stats/interval.ts";
import { wilson } from "../stats/rate.ts";
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";
import { overSpans, type PairedSeries, trialsOf, weeksOf } from "./paired-series.ts";

/**
 * agree: both intervals exclude zero on the same side; opposite: on different sides; spurious: only the naive one does;
 * hidden: only the true one does; undecided: neither does, so that neither tells a direction.
 */
export type Conflict = "agree" | "undecided" | "opposite" | "spurious" | "hidden" | "not estimable";

export interface BeforeAfter {
  /** Years on either side of the start. */
  readonly years: number;
  /** Treated world: after less before. */
  readonly naive: Estimate;
  /** After the start: treated less base. */
  readonly difference: Estimate;
  /** Base world: after less before. Naive = difference + this, trial by trial. */
  readonly anyway: Estimate;
  readonly conflict: Conflict;
  /** Share of single worlds whose naive figure has the other sign than the true difference; undefined where that is not established. */
  readonly misled?: Interval;
}

const YEARS = [1, 2, 5, 10];

/** Whole years only, or seasons would pass for an effect; those that fit on both sides. */
export function beforeAfter(series: PairedSeries, years: readonly number[] = YEARS): BeforeAfter[] {
  const { outcome, base, treated, start, dates } = series;
  const [inBase, inTreated] = [overSpans(outcome, base), overSpans(outcome, treated)];
  const fits = years.filter((one) => weeksOf(one) <= Math.min(start, dates.length - start));
  return fits.map((one) => {
    const length = weeksOf(one);
    const pairs = trialsOf(series)
      .map((trial) => ({
        before: inTreated(trial, start - length, start),
        after: inTreated(trial, start, start + length),
        beforeInBase: inBase(trial, start - length, start),
        afterInBase: inBase(trial, start, start + length),
      }))
      .filter((pair) => Object.values(pair).every((value) => !Number.isNaN(value)));
    const naive = meanOf(pairs.map(({ before, after }) => after - before));
    const difference = meanOf(pairs.map(({ after, afterInBase }) => after - afterInBase));
    const wrong = pairs.filter(({ before, after }) => (after - before) * difference.mean < 0).length;
    return {
      years: one,
      naive,
      difference,
      anyway: meanOf(pairs.map(({ beforeInBase, afterInBase }) => afterInBase - beforeInBase)),
      conflict: conflictOf(naive, difference),
      ...(side(difference) === 0 ? {} : { misled: wilson(wrong, pairs.length) }),
    };
  });
}

function meanOf(values: readonly number[]): Estimate {
  const sum = running();
  for (const value of values) addTo(sum, value);
  return estimate(sum);
}

/** The side of zero on which an interval lies; 0 when it holds zero or there is none. */
function side({ low, high }: Estimate): -1 | 0 | 1 {
  return high < 0 ? -1 : low > 0 ? 1 : 0;
}

function conflictOf(naive: Estimate, difference: Estimate): Conflict {
  if (Number.isNaN(naive.low) || Number.isNaN(difference.low)) return "not estimable";
  const [seen, real] = [side(naive), side(difference)];
  if (seen === real) return real === 0 ? "undecided" : "agree";
  if (real === 0) return "spurious";
  return seen === 0 ? "hidden" : "opposite";
}
