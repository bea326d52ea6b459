/** A ratio of two means over the same trials, whose lower one is a size: it has an interval only where that is known. */
import { fieller } from "./fieller.ts";

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
  const { ratio: value, form, low, high } = fieller(Float64Array.from(upper), Float64Array.from(lower), confidence);
  const isSize = lower.reduce((sum, one) => sum + one, 0) > 0;
  const isKnown = isSize && form === "between" && Number.isFinite(low) && Number.isFinite(high);
  return isKnown ? { value, low, high, n } : { value, low: Number.NaN, high: Number.NaN, n };
}

/** Nothing at all where the lower mean is not known to be above 0. */
export function establishedRatio(upper: readonly number[], lower: readonly number[]): Ratio {
  const ratio = ratioOfMeans(upper, lower);
  return Number.isNaN(ratio.low) ? { ...ratio, value: Number.NaN } : ratio;
}
