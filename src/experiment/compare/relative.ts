/**
 * A difference relative to the size of the baseline, with Fieller's interval (1954, J. Royal Statistical Society B 16,
 * 175-185). Chosen over the delta method because it excludes zero exactly when the paired t test does, so that the two
 * intervals of a row never contradict each other, and because it says so when the baseline is too close to zero to divide by.
 */
import { type Interval, UNKNOWN } from "../stats/interval.ts";

export interface Means {
  /** Mean difference and mean of the baseline over the same pairs. */
  readonly difference: number;
  readonly baseline: number;
  /** Variances of these two means, and their covariance. */
  readonly differenceVariance: number;
  readonly baselineVariance: number;
  readonly covariance: number;
}

/**
 * difference / |baseline|. Unknown for a baseline of 0; a value without ends where the interval of the baseline holds 0.
 * @param t quantile of Student's t with the degrees of freedom of the pairs
 */
export function relativeChange(means: Means, t: number): Interval {
  const size = Math.abs(means.baseline);
  if (!(size > 0)) return UNKNOWN;
  // Everything in units of the baseline, which is then 1 and for a negative one -1.
  const sign = means.baseline / size;
  const value = means.difference / size;
  const reach = t * Math.sqrt(means.differenceVariance);
  const g = t * t * (means.baselineVariance / size / size);
  const centre = value - (sign * t * t * means.covariance) / size / size;
  const leading = 1 - g;
  if (!(leading > 0)) return { ...UNKNOWN, value };
  // The ends are the roots of leading r^2 - 2 centre r + product = 0. The second comes from the first, so that it keeps
  // its sign, which is that of the end of the difference's own interval.
  const distance = Math.abs(means.difference);
  const product = ((distance - reach) / size) * ((distance + reach) / size);
  const root = Math.sqrt(Math.max(0, centre * centre - leading * product));
  const far = (centre < 0 ? centre - root : centre + root) / leading;
  const near = far === 0 ? 0 : product / leading / far;
  return { value, low: Math.min(value, far, near), high: Math.max(value, far, near) };
}
