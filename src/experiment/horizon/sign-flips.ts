/**
 * Is a paired difference anything but chance, at weeks that were all looked at? The largest statistic over weeks under
 * exchanged worlds (Westfall and Young 1993, single-step maxT): where a strategy does nothing, base and treated run of a
 * trial could as well change places, so that each trial's whole series of differences could have the other sign. This is
 * exact for any number of trials and however weeks hang together; a bootstrap is not with ten trials, and spending alpha
 * week by week throws most of it away. It also holds week by week while other weeks do differ, because the largest over all
 * weeks is never below the largest over those that do not.
 */
import seedrandom from "seedrandom";

/** Up to so many trials all exchanges are tried; beyond, as many as this gives are drawn. */
const MOST_ENUMERATED = 12;
const DRAWN = 2000;

/** Fewest trials of which an agreement is rarer than a chance of 0.05 on two sides. */
export const FEWEST_TRIALS = 6;

export interface Significance {
  /** For each week: 1 and -1 where the mean difference is known to be above and below 0, else 0. */
  readonly sign: Int8Array;
  /** |t| that a week must exceed; Infinity with too few trials. */
  readonly critical: number;
}

/**
 * @param differences one array per trial, one number per week; a week in which a trial has none (NaN) is not judged
 * @param seed full, such as `seed|sign flips|deaths|cumulative`
 */
export function lookingEveryWeek(differences: readonly Float64Array[], seed: string, alpha = 0.05): Significance {
  const n = differences.length;
  const weeks = differences[0]?.length ?? 0;
  const squares = new Float64Array(weeks);
  for (const trial of differences) {
    for (let week = 0; week < weeks; week++) squares[week] = (squares[week] as number) + squareOf(trial[week]);
  }
  // (sum of differences)^2 / (n x sum of squares): rises with |t| and needs no division by a spread of nothing
  const sums = new Float64Array(weeks);
  const strength = (week: number): number => {
    const bottom = n * (squares[week] as number);
    const top = (sums[week] as number) * (sums[week] as number);
    return bottom > 0 ? top / bottom : 0;
  };
  const largest: number[] = [];
  for (const signs of exchanges(n, seed)) {
    addUp(differences, signs, sums);
    let most = 0;
    for (let week = 0; week < weeks; week++) most = Math.max(most, strength(week));
    largest.push(most);
  }
  largest.sort((a, b) => b - a);
  const allowed = Math.floor(alpha * largest.length);
  const critical = allowed === 0 ? Infinity : (largest[allowed] as number);
  addUp(differences, new Int8Array(n).fill(1), sums);
  const sign = Int8Array.from(sums, (sum, week) => (strength(week) > critical ? Math.sign(sum) : 0));
  return { sign, critical: studentOf(critical, n) };
}

const squareOf = (value = Number.NaN): number => value * value;

/** t from its share of the squares. */
const studentOf = (strength: number, n: number): number =>
  strength >= 1 ? Infinity : Math.sqrt(((n - 1) * strength) / (1 - strength));

function addUp(differences: readonly Float64Array[], signs: Int8Array, sums: Float64Array): void {
  sums.fill(0);
  differences.forEach((trial, k) => {
    const sign = signs[k] as number;
    for (let week = 0; week < sums.length; week++) sums[week] = (sums[week] as number) + sign * (trial[week] as number);
  });
}

/** Signs of the trials, those that were seen first. The last trial keeps its own: turning all of them round changes nothing. */
function* exchanges(n: number, seed: string): Generator<Int8Array> {
  const signs = new Int8Array(n).fill(1);
  if (n === 0) return;
  if (n <= MOST_ENUMERATED) {
    for (let code = 0; code < 1 << (n - 1); code++) yield signs.map((_, k) => ((code >> k) & 1 ? -1 : 1));
    return;
  }
  yield signs;
  const random = seedrandom.alea(seed);
  for (let drawn = 1; drawn < DRAWN; drawn++) yield signs.map(() => (random.double() < 0.5 ? -1 : 1));
}
