/**
 * Mean and spread of numbers that are all at hand. The sum is that of simple-statistics (compensated, Neumaier 1974); its
 * variance and correlation are not used because they take the rounding of a mean for spread where nothing varies.
 */
import { mean as plainMean, sum } from "simple-statistics";

export interface Moments {
  readonly n: number;
  /** NaN when there is nothing, or something infinite. */
  readonly mean: number;
  /** With n - 1; NaN for fewer than two numbers, or where the squares leave the range of a double. */
  readonly variance: number;
}

/** NaN among the values makes both NaN: leave missing ones out before. */
export function moments(values: readonly number[]): Moments {
  const n = values.length;
  const mean = meanOf(values);
  const variance = n < 2 ? Number.NaN : spread(values, mean, values, mean);
  const isLost = variance === 0 && values.some((value) => value !== mean);
  return { n, mean, variance: Number.isFinite(variance) && !isLost ? variance : Number.NaN };
}

/** Sample covariance, with n - 1; NaN for fewer than two pairs. Arrays of one length. */
export function covariance(a: readonly number[], b: readonly number[]): number {
  return a.length < 2 ? Number.NaN : spread(a, meanOf(a), b, meanOf(b));
}

/** Pearson's correlation, -1 to 1; NaN where either does not vary or there are fewer than two pairs. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const deviation = Math.sqrt(moments(a).variance) * Math.sqrt(moments(b).variance);
  if (!(deviation > 0)) return Number.NaN;
  return Math.max(-1, Math.min(1, covariance(a, b) / deviation));
}

/** Kept within the values, so that the mean of equal numbers is that number. */
function meanOf(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const mean = Math.max(low, Math.min(high, plainMean(values)));
  return Number.isFinite(mean) ? mean : Number.NaN;
}

/** Two passes, the second corrected by what rounding left of the first (Chan, Golub and LeVeque 1983, equation 1.7). */
function spread(a: readonly number[], meanA: number, b: readonly number[], meanB: number): number {
  const n = a.length;
  const fromA = a.map((value) => value - meanA);
  const fromB = b.map((value) => value - meanB);
  const products = sum(fromA.map((distance, i) => distance * (fromB[i] ?? Number.NaN)));
  const corrected = products - (sum(fromA) * sum(fromB)) / n;
  return (a === b ? Math.max(0, corrected) : corrected) / (n - 1);
}
