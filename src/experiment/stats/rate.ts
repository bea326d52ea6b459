import { checkShare, type Interval, UNKNOWN } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/**
 * A rate with Wilson's score interval (1927, J. American Statistical Association 22, 209-212): within 0 and 1 and sound for few
 * cases. NaN for none.
 * @param successes may count ties as a half
 * @throws RangeError for successes outside 0 ... n
 */
export function wilson(successes: number, n: number, confidence = 0.95): Interval {
  checkShare("confidence", confidence);
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`successes: ${successes}, use a number from 0 to ${n}`);
  if (n === 0) return UNKNOWN;
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const pull = (z * z) / n;
  const centre = (share + pull / 2) / (1 + pull);
  const half = Math.sqrt(pull * share * (1 - share) + (pull * pull) / 4) / (1 + pull);
  // At the ends the formula gives the end itself, but for rounding.
  return {
    value: share,
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  };
}
