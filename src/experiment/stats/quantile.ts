/** Quantiles, and an interval of the median that asks nothing of the distribution. */
import { quantileSorted } from "simple-statistics";
import { checkShare, type Interval, UNKNOWN } from "./interval.ts";

/**
 * Type 7 of Hyndman and Fan (1996, American Statistician 50, 361-365): linear between order statistics at (n - 1) p; the
 * default of R and NumPy and PERCENTILE.INC of spreadsheets. Missing values (NaN) are left out; NaN for none.
 * @param p 0 to 1
 * @throws RangeError for other p
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`share: ${p}, use a number from 0 to 1`);
  const sorted = inOrder(values);
  return sorted.length === 0 ? Number.NaN : quantileSorted(sorted, p);
}

export interface MedianInterval extends Interval {
  readonly n: number;
  /** Share of such intervals that cover the median of any continuous distribution: at least what was asked; NaN without one. */
  readonly coverage: number;
}

/**
 * The median between the narrowest symmetric pair of order statistics that covers it (Conover 1999, Practical
 * Nonparametric Statistics, 3.2: the number below the median is binomial with 1/2). For 0.95 it takes six values.
 */
export function medianInterval(values: readonly number[], confidence = 0.95): MedianInterval {
  checkShare("confidence", confidence);
  const sorted = inOrder(values);
  const n = sorted.length;
  if (n === 0) return { ...UNKNOWN, n, coverage: Number.NaN };
  const value = quantileSorted(sorted, 0.5);
  const outside = halfBinomial(n);
  let cut = -1;
  let below = 0;
  for (let k = 0; 2 * (below + (outside[k] ?? 1)) <= 1 - confidence; k++) {
    below += outside[k] ?? 0;
    cut = k;
  }
  if (cut < 0) return { ...UNKNOWN, value, n, coverage: Number.NaN };
  const [low = Number.NaN, high = Number.NaN] = [sorted[cut], sorted[n - 1 - cut]];
  return { value, low, high, n, coverage: 1 - 2 * below };
}

/** P(k of n) with chance 1/2 each for k = 0 ... n/2; built outward from the middle, so that no n is too large. */
function halfBinomial(n: number): Float64Array {
  const middle = Math.floor(n / 2);
  const weights = new Float64Array(middle + 1);
  let weight = 1;
  let total = 0;
  for (let k = middle; k >= 0; k--) {
    weights[k] = weight;
    total += 2 * k === n ? weight : 2 * weight;
    weight *= k / (n - k + 1);
  }
  return weights.map((one) => one / total);
}

function inOrder(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
}
