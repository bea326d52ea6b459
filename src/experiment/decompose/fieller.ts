/**
 * A ratio of two means over the same trials with its interval (Fieller 1954, J. Royal Statistical Society B 16, 175-185),
 * which knows when the lower mean may be nothing.
 */
import { studentQuantile } from "../stats/student.ts";

export interface Ratio {
  /** NaN where the lower mean is 0. */
  readonly value: number;
  /** NaN where the lower mean is not known to be above 0: the ratio may then be anything. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Ratio of the mean of the upper numbers to the mean of the lower ones, trial by trial.
 * @param confidence share of intervals that cover, such as 0.95
 */
export function ratioOfMeans(upper: readonly number[], lower: readonly number[], confidence = 0.95): Ratio {
  const n = upper.length;
  const [x, y] = [mean(upper), mean(lower)];
  const value = y === 0 ? Number.NaN : x / y;
  const unknown = { value, low: Number.NaN, high: Number.NaN, n };
  if (n < 2) return unknown;
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  const scale = (t * t) / (n * (n - 1));
  const xx = scale * crossed(upper, x, upper, x);
  const xy = scale * crossed(upper, x, lower, y);
  const yy = scale * crossed(lower, y, lower, y);
  // ends are the roots of (x - r y)^2 = t^2 var(x - r y)
  const a = y * y - yy;
  if (!(y > 0 && a > 0)) return unknown;
  const b = x * y - xy;
  const root = Math.sqrt(Math.max(0, b * b - a * (x * x - xx)));
  return { value, low: (b - root) / a, high: (b + root) / a, n };
}

/** Nothing at all where the lower mean is not known to be above 0. */
export function establishedRatio(upper: readonly number[], lower: readonly number[]): Ratio {
  const ratio = ratioOfMeans(upper, lower);
  return Number.isNaN(ratio.low) ? { ...ratio, value: Number.NaN } : ratio;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function crossed(a: readonly number[], meanA: number, b: readonly number[], meanB: number): number {
  return a.reduce((sum, value, i) => sum + (value - meanA) * ((b[i] as number) - meanB), 0);
}
