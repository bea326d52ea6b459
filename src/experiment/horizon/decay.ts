/** How an effect goes on after the last listing. */
import { log } from "../../core/index.ts";
import { type Ratio, ratioOfMeans } from "../stats/ratio.ts";
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";
import { differences, type PairedSeries, trialsOf, weeksOf } from "./paired-series.ts";

export interface YearAfter {
  /** 0: the year that ends with the last listing; 1: the first year after it ... */
  readonly year: number;
  /** Treated less base in that year. */
  readonly effect: Estimate;
}

/** Years; an end is Infinity where a lasting effect is not excluded, and 0 where one that was gone at once is not. */
export interface HalfLife {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface Decay {
  readonly years: readonly YearAfter[];
  /** Undefined where it cannot be estimated. */
  readonly halfLife?: HalfLife;
  /** Why there is no half-life. */
  readonly because?:
    | "nobody was listed"
    | "too short a record"
    | "no effect to fade"
    | "anything is possible"
    | "it did not fade";
}

/** Years after the last listing that are looked at in a half-life; beyond, the luck of the market outweighs what is left. */
const MOST_YEARS = 6;
const FEWEST_YEARS = 1;
/** Weeks that are added up before a half-life is taken from them. */
const BIN = 4;

/**
 * The half-life is that of an exponential, from the mean age of the effect: the mean of the time since the last listing,
 * each time weighed by the effect then. It is a ratio of two means over trials, so that it has Fieller's interval, and an
 * exponential of one half-life has one mean age over a given span. (In trials with known half-lives its spread was smaller
 * than that of the ratio of two halves or of two thirds of the span.)
 * @param lastListing week of the last listing in the treated run of each trial, from the start of the record; NaN for none
 */
export function decay(series: PairedSeries, lastListing: readonly number[]): Decay {
  const difference = differences(series);
  const trials = trialsOf(series).filter((trial) => !Number.isNaN(lastListing[trial] ?? Number.NaN));
  if (trials.length === 0) return { years: [], because: "nobody was listed" };
  const after = (trial: number) => (lastListing[trial] as number) + 1;
  const weeks = Math.min(...trials.map((trial) => series.dates.length - after(trial)));
  const years: YearAfter[] = [];
  for (let year = 0; weeksOf(year) <= weeks; year++) {
    const sum = running();
    for (const trial of trials) {
      const [from, to] = [after(trial) + weeksOf(year - 1), after(trial) + weeksOf(year)];
      if (from >= 0) addTo(sum, difference(trial, from, to));
    }
    years.push({ year, effect: estimate(sum) });
  }
  const bins = Math.floor(Math.min(weeks, weeksOf(MOST_YEARS)) / BIN);
  if (bins * BIN < weeksOf(FEWEST_YEARS) - BIN) return { years, because: "too short a record" };
  const byTrial = trials.map((trial) =>
    Array.from({ length: bins }, (_, bin) => difference(trial, after(trial) + bin * BIN, after(trial) + (bin + 1) * BIN)),
  );
  const known = byTrial.filter((effects) => !effects.some(Number.isNaN));
  const whole = known.map((effects) => effects.reduce((sum, effect) => sum + effect, 0));
  const aged = known.map((effects) => effects.reduce((sum, effect, bin) => sum + bin * effect, 0));
  const sign = whole.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  const age = ratioOfMeans(
    aged.map((value) => sign * value),
    whole.map((value) => sign * value),
  );
  return { years, ...fromAge(age, bins) };
}

/** @param age mean age of the effect, bins */
function fromAge(age: Ratio, bins: number): Pick<Decay, "halfLife" | "because"> {
  // the mean age of an effect that does not fade
  const steady = (bins - 1) / 2;
  if (Number.isNaN(age.low)) return { because: "no effect to fade" };
  if (age.low >= steady) return { because: "it did not fade" };
  if (age.low <= 0 && age.high >= steady) return { because: "anything is possible" };
  const half = (mean: number) =>
    mean <= 0 ? 0 : mean >= steady ? Number.POSITIVE_INFINITY : (log(2) / -log(keptFor(mean, bins))) * (BIN / weeksOf(1));
  return { halfLife: { value: half(age.value), low: half(age.low), high: half(age.high), n: age.n } };
}

/** Halvings of a bracket after which it does not shrink. */
const HALVINGS = 60;

/** The share of an effect that is left after each bin, if its mean age over so many bins is this. */
function keptFor(mean: number, bins: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (meanAge(middle, bins) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function meanAge(kept: number, bins: number): number {
  let [whole, aged, left] = [0, 0, 1];
  for (let bin = 0; bin < bins; bin++, left *= kept) {
    whole += left;
    aged += bin * left;
  }
  return aged / whole;
}
