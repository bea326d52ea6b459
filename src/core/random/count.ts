/**
 * Poisson and binomial variates: the smallest count whose cumulative probability reaches u.
 *
 * The sum starts where the mass below is under 1e-17 and stops at u: about nine standard deviations of terms, whatever the
 * mean. It never depends on u, so the result is monotone in u. The first term of a large mean is taken from the saddle-point
 * form of Loader (2000), Fast and accurate computation of binomial probabilities, which loses no digits.
 */
import { exp, log, log1p } from "../math.ts";

/** Standard deviations below the mean: exp(-8.9^2 / 2) = 6e-18 bounds the mass left out (Chernoff). */
const REACH = 8.9;
/** Means up to which the sum starts at 0. */
const FROM_ZERO = 150;
const TWO_PI = 6.283185307179586;

/**
 * Poisson count, at most about 20 sqrt(mean) steps.
 * @throws RangeError unless mean is finite and >= 0
 */
export function poisson(u: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`invalid mean of a poisson count: ${mean}, must be finite and >= 0`);
  let k = 0;
  let mass: number;
  if (mean <= FROM_ZERO) {
    mass = exp(-mean);
  } else {
    k = firstCount(mean);
    mass = exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(TWO_PI * k);
  }
  let total = mass;
  while (total < u) {
    k++;
    mass *= mean / k;
    if (k > mean && total + mass === total) break; // u is beyond what the sum can tell from 1
    total += mass;
  }
  return k;
}

/**
 * Number of successes in n trials, at most about 20 sqrt(n p) steps.
 * @throws RangeError unless n is an integer >= 0 and p within [0, 1]
 */
export function binomial(u: number, n: number, p: number): number {
  if (!(n >= 0 && Math.floor(n) === n && n < Infinity))
    throw new RangeError(`invalid number of trials: ${n}, must be an integer >= 0`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}, must be within 0 and 1`);
  // Failures are the rarer outcome when p > 1/2; 1 - p is exact there.
  return p > 0.5 ? n - rarer(1 - u, n, 1 - p) : rarer(u, n, p);
}

/** Binomial count for p <= 1/2. */
function rarer(u: number, n: number, p: number): number {
  const mean = n * p;
  let k = 0;
  let mass: number;
  if (mean <= FROM_ZERO) {
    mass = exp(n * log1p(-p));
  } else {
    k = firstCount(mean);
    const rest = n - k;
    const correction = stirlingError(n) - stirlingError(k) - stirlingError(rest);
    mass = exp(correction - deviance(k, mean) - deviance(rest, n - mean)) * Math.sqrt(n / (TWO_PI * k * rest));
  }
  const odds = p / (1 - p);
  let total = mass;
  while (total < u && k < n) {
    k++;
    mass *= ((n - k + 1) / k) * odds;
    if (k > mean && total + mass === total) break; // u is beyond what the sum can tell from 1
    total += mass;
  }
  return k;
}

function firstCount(mean: number): number {
  return Math.floor(mean - REACH * Math.sqrt(mean));
}

/** log(n!) less Stirling's formula, for n >= 40, where the next term is below 1e-17. */
function stirlingError(n: number): number {
  const n2 = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * n2)) / n2) / n2) / n;
}

/** x log(x / m) + m - x, by its series where x is close to m. */
function deviance(x: number, m: number): number {
  const difference = x - m;
  const sum = x + m;
  if (Math.abs(difference) > 0.1 * sum) return x * log(x / m) - difference;
  const ratio = difference / sum;
  let total = difference * ratio;
  let term = 2 * x * ratio;
  for (let j = 3; ; j += 2) {
    term *= ratio * ratio;
    const next = total + term / j;
    if (next === total) return total;
    total = next;
  }
}
