/**
 * What a two-sided Student t test of n differences would see. A shift is the true mean difference in units of its standard
 * error; the statistic then has a noncentral t distribution (Johnson, Kotz and Balakrishnan 1995, Continuous Univariate
 * Distributions 2, chapter 31), integrated here over the estimated standard deviation.
 */
import { exp } from "../../core/index.ts";
import { checkShare } from "./interval.ts";
import { normalCdf } from "./normal.ts";
import { studentQuantile } from "./student.ts";

/** Points of the integral within the narrower of the two things it must resolve: a peak and an edge, both bell-shaped. */
const FINENESS = 2;
/** A share of e^-25 is left out at each end. */
const NOTHING = 25;
/** A normal further out than this is certain. */
const FAR = 9;
/** The relative width of the bracket at which the search for a shift ends. */
const CLOSE = 1e-9;

/**
 * The chance that the test finds a difference.
 * @param n differences, 2 or more
 * @param alpha level of the test
 */
export function powerOf(shift: number, n: number, alpha: number): number {
  checkShare("alpha", alpha);
  const degrees = n - 1;
  const critical = studentQuantile(1 - alpha / 2, degrees);
  // u is the logarithm of estimated over true standard deviation; its density has its peak at 0.
  const step = 1 / (FINENESS * Math.max(Math.sqrt(2 * degrees), Math.min(critical, Math.abs(shift) + 1)));
  let seen = 0;
  let total = 0;
  const addUp = (direction: 1 | -1, from: number) => {
    for (let i = from; ; i++) {
      const u = direction * i * step;
      const spread = exp(u);
      const fall = degrees * ((spread * spread - 1) / 2 - u);
      if (fall > NOTHING) return;
      const weight = exp(-fall);
      total += weight;
      seen += weight * (chance(shift - critical * spread) + chance(-shift - critical * spread));
    }
  };
  addUp(1, 0);
  addUp(-1, 1);
  return seen / total;
}

function chance(x: number): number {
  return x > FAR ? 1 : x < -FAR ? 0 : normalCdf(x);
}

/**
 * The smallest shift that the test finds with the given chance.
 * @param n differences, 2 or more
 */
export function detectableShift(n: number, alpha: number, power: number): number {
  checkShare("power", power);
  let low = 0;
  let high = 1;
  while (powerOf(high, n, alpha) < power) {
    low = high;
    high *= 2;
  }
  while (high - low > CLOSE * high) {
    const middle = (low + high) / 2;
    if (powerOf(middle, n, alpha) < power) low = middle;
    else high = middle;
  }
  return high;
}
