/**
 * Mean and spread of numbers that come one at a time and are not kept (Welford 1962, Technometrics 4, 419-420), so that
 * memory does not grow with replicates. Numbers are added in the order of the plan, never of completion.
 */
import { studentQuantile } from "./student.ts";

export interface Running {
  n: number;
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
}

export function running(): Running {
  return { n: 0, mean: 0, squares: 0 };
}

/** Adds a number; a missing one (NaN) is left out and does not count. */
export function addTo(sum: Running, value: number): void {
  if (Number.isNaN(value)) return;
  sum.n++;
  const distance = value - sum.mean;
  sum.mean += distance / sum.n;
  sum.squares += distance * (value - sum.mean);
}

export interface Estimate {
  /** NaN when there was nothing. */
  readonly mean: number;
  /** Ends of the interval of the mean; NaN for fewer than two numbers. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The mean with its two-sided Student t interval. @param confidence share of intervals that cover, such as 0.95 */
export function estimate(sum: Running, confidence = 0.95): Estimate {
  const { n, mean, squares } = sum;
  if (n === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, n };
  if (n === 1) return { mean, low: Number.NaN, high: Number.NaN, n };
  const error = Math.sqrt(squares / (n - 1) / n);
  const half = studentQuantile((1 + confidence) / 2, n - 1) * error;
  return { mean, low: mean - half, high: mean + half, n };
}
