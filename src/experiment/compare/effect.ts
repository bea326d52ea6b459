/** What a strategy changes against the baseline when both meet the same luck: one row for an outcome, a period and a strategy. */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare, type Interval, UNKNOWN } from "../stats/interval.ts";
import { correlation, covariance, type Moments, moments } from "../stats/moments.ts";
import { wilson } from "../stats/rate.ts";
import { studentQuantile, studentTails } from "../stats/student.ts";
import { relativeChange } from "./relative.ts";

/** Share of wrong findings that is put up with; intervals cover 1 - ALPHA. */
export const ALPHA = 0.05;

/** A row before it is known how many others were looked at. Differences are strategy minus baseline. */
export interface Measured {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly strategy: string;
  readonly baseline: string;
  /** Level of tests; the intervals cover 1 - alpha. */
  readonly alpha: number;
  /** Trials with a value under both strategies, and trials that lack one. Everything below is of the former. */
  readonly n: number;
  readonly missing: number;
  readonly baselineMean: number;
  readonly strategyMean: number;
  /** Mean difference with its paired Student t interval. */
  readonly difference: Interval;
  /** Mean difference over the size of the baseline's mean, with Fieller's interval. */
  readonly relative: Interval;
  /** Trials in which the strategy was better (where no direction is better: higher), the same, and the rest. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** Chance of being better (higher) in a trial, ties counted half, with Wilson's interval. */
  readonly probability: Interval;
  /** Two-sided paired t test; a sign test where the differences do not vary. */
  readonly p: number;
  /** Between baseline and strategy over trials; NaN where either does not vary. */
  readonly correlation: number;
  /** (Var0 + Var1) / Var(Y1 - Y0): how many times as many runs an unpaired comparison would take; NaN where differences do not vary. */
  readonly varianceReduction: number;
  /** Standard error of the mean difference; NaN for fewer than two pairs. */
  readonly error: number;
}

/**
 * A row for each strategy but the baseline. Missing values leave out the trial for that strategy only; an infinite value is
 * not missing and leaves nothing but the probability to estimate.
 * @throws RangeError when the arrays do not match or alpha is no share
 */
export function measure(matched: Matched, alpha = ALPHA): Measured[] {
  checkShare("alpha", alpha);
  const { outcome, period, strategies, values } = matched;
  const [baseline, ...others] = strategies;
  const trials = values[0]?.length ?? 0;
  if (baseline === undefined || values.length !== strategies.length || values.some(({ length }) => length !== trials)) {
    throw new RangeError(`${outcome.name}: one array per strategy, all of one length, the baseline first`);
  }
  return others.map((strategy, i) => ({
    ...{ outcome, period, strategy, baseline, alpha },
    ...compared(pairsOf(values[0], values[i + 1]), outcome.better, alpha),
  }));
}

interface Pairs {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly missing: number;
}

function pairsOf(baseline: Float64Array = new Float64Array(), strategy: Float64Array = new Float64Array()): Pairs {
  const isComplete = (_: number, i: number) => !Number.isNaN(baseline[i]) && !Number.isNaN(strategy[i]);
  const before = [...baseline].filter(isComplete);
  return { before, after: [...strategy].filter(isComplete), missing: baseline.length - before.length };
}

function compared({ before, after, missing }: Pairs, wanted: MetricColumn["better"], alpha: number) {
  const n = before.length;
  const differences = after.map((value, i) => value - (before[i] ?? Number.NaN));
  const [zero, one, change] = [moments(before), moments(after), moments(differences)];
  const error = Math.sqrt(change.variance / n);
  const t = n < 2 ? Number.NaN : studentQuantile(1 - alpha / 2, n - 1);
  const counts = count(before, after, wanted);
  const both = covariance(before, differences);
  return {
    ...{ n, missing, baselineMean: zero.mean, strategyMean: one.mean, error },
    ...counts,
    difference: { value: change.mean, low: change.mean - t * error, high: change.mean + t * error },
    relative: relativeChange(
      {
        difference: change.mean,
        baseline: zero.mean,
        differenceVariance: change.variance / n,
        baselineVariance: zero.variance / n,
        covariance: both / n,
      },
      t,
    ),
    probability: n === 0 ? UNKNOWN : wilson(counts.better + counts.same / 2, n, 1 - alpha),
    p: pairedP(change),
    correlation: correlation(before, after),
    varianceReduction: change.variance > 0 ? (zero.variance + one.variance) / change.variance : Number.NaN,
  };
}

/** Where lower is better, a lower value counts as better; otherwise a higher one does. */
function count(before: readonly number[], after: readonly number[], wanted: MetricColumn["better"]) {
  const sign = wanted === "down" ? -1 : 1;
  let [better, same, worse] = [0, 0, 0];
  after.forEach((value, i) => {
    const from = before[i] ?? Number.NaN;
    if (value === from) same++;
    else if (sign * value > sign * from) better++;
    else worse++;
  });
  return { better, same, worse };
}

/**
 * Of a t test. Differences that are all the same have no spread to judge by, and whole numbers agree by chance: then every
 * one having the same sign has the probability 2 / 2^n. NaN for fewer than two pairs.
 */
function pairedP({ n, mean, variance }: Moments): number {
  if (Number.isNaN(variance)) return Number.NaN;
  if (variance > 0) return studentTails(mean / Math.sqrt(variance / n), n - 1);
  let p = 2;
  for (let i = 0; i < n; i++) p /= 2;
  return mean === 0 ? 1 : p;
}
