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
/** What the chance at a shift may differ from the one asked for. */
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
 * The smallest shift that the test finds with the given chance; 0 where that is no more than the level.
 * @param n differences, 2 or more
 */
export function detectableShift(n: number, alpha: number, power: number): number {
  checkShare("power", power);
  const excess = (shift: number) => powerOf(shift, n, alpha) - power;
  let low = { shift: 0, excess: alpha - power };
  if (low.excess >= 0) return 0;
  let high = { shift: studentQuantile(1 - alpha / 2, n - 1), excess: 0 };
  while (high.excess <= 0) {
    high.shift *= 2;
    high.excess = excess(high.shift);
  }
  // Chords; an end that is kept twice weighs half (Illinois rule: Dowell and Jarratt 1971, BIT 11, 168-174).
  let wasBelow: boolean | undefined;
  for (;;) {
    const shift = (low.shift * high.excess - high.shift * low.excess) / (high.excess - low.excess);
    const found = { shift, excess: excess(shift) };
    if (Math.abs(found.excess) < CLOSE || high.shift - low.shift < CLOSE * shift) return shift;
    const isBelow = found.excess < 0;
    const weight = isBelow === wasBelow ? 1 / 2 : 1;
    if (isBelow) [low, high] = [found, { ...high, excess: high.excess * weight }];
    else [low, high] = [{ ...low, excess: low.excess * weight }, found];
    wasBelow = isBelow;
  }
}
