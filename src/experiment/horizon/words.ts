/** Horizons in plain sentences: when an effect shows, who would notice, how it fades, what before and after would say. */
import { figure } from "../compare/figures.ts";
import type { Interval } from "../stats/interval.ts";
import type { BeforeAfter, Conflict } from "./before-after.ts";
import type { Decay, HalfLife } from "./decay.ts";
import type { NoticingResult } from "./noticing.ts";
import { FEWEST_TRIALS } from "./sign-flips.ts";
import type { Measure, Visibility } from "./visibility.ts";

export interface WordsAbout {
  /** What the outcome is called. */
  readonly label: string;
  /** First day of each recorded week, and the week in which the strategies begin to differ. */
  readonly dates: readonly string[];
  readonly start: number;
}

const PERCENT = 100;

const SPAN: Readonly<Record<Measure, string>> = {
  cumulative: "added up since the start",
  "trailing year": "over the last 52 weeks",
};

export function visibilityWords(about: WordsAbout, visibility: Visibility): string {
  const { measure, trials, corrected, uncorrected } = visibility;
  const what = `${about.label}, ${SPAN[measure]}`;
  if (trials < FEWEST_TRIALS) {
    return `${what}: not estimable from ${count(trials, "pair")}; looking every week takes ${FEWEST_TRIALS} or more.`;
  }
  const { from, first, last, direction } = corrected;
  const how = `${count(trials, "pair")}, corrected for looking every week`;
  if (from !== undefined) {
    const earlier = first !== undefined && first < from ? ` It had shown for a time from ${when(about, first)}.` : "";
    return `${what}: shows from ${when(about, from)} on, ${direction}, and keeps showing to the end (${how}).${earlier}`;
  }
  const naive = uncorrected.first;
  const seen =
    naive === undefined ? "" : ` Read week by week without correction it would seem to show from ${when(about, naive)}.`;
  if (first === undefined || last === undefined) return `${what}: shows in no week (${how}).${seen}`;
  return `${what}: shows for a time, ${direction}, from ${when(about, first)}, for the last time ${when(about, last)} (${how}); it does not last to the end.`;
}

/** "2019-03-04 (39 weeks after the start)" */
function when({ dates, start }: WordsAbout, week: number): string {
  return `${dates[week]} (${count(week - start, "week")} after the start)`;
}

export function noticingWords({ label }: WordsAbout, { rule, fit, yearsBefore, rows }: NoticingResult): string[] {
  if (fit === "none")
    return [`${label}: ${count(yearsBefore, "whole year")} before the start are too few to notice a change by.`];
  const band = `the ${figure(PERCENT * rule.confidence, 0)} % prediction interval of a ${fit} through the ${yearsBefore} years before`;
  const many = rule.of === 1 ? "a year" : `${rule.outside} of ${rule.of} years, on one side,`;
  const asked = `${label}, seen as yearly figures only; noticed means: ${many} outside ${band}.`;
  const found = rows.map(({ within, treated, base, trials }) => {
    const real = `Within ${count(within, "year")}: noticed in ${share(treated)} of ${count(trials, "run")}`;
    return `${real}, and in ${share(base)} where nothing was done.${overlap(treated, base)}`;
  });
  return [asked, ...found];
}

function overlap(treated: Interval, base: Interval): string {
  return treated.low <= base.high && base.low <= treated.high ? " The two cannot be told apart." : "";
}

/** "35 % (18 to 56 %)" */
function share({ value, low, high }: Interval): string {
  const [at, from, to] = [value, low, high].map((one) => figure(PERCENT * one, 0));
  return `${at} % (${from} to ${to} %)`;
}

export function decayWords({ label }: WordsAbout, { halfLife, because }: Decay): string {
  const what = `${label} after the last listing`;
  if (halfLife) return `${what}: the effect halves in ${halfLifeText(halfLife)}, if it fades at a constant rate.`;
  return `${what}: half-life not estimable (${because}).`;
}

function halfLifeText({ value, low, high, n }: HalfLife): string {
  const years = (number: number) => figure(number, 1);
  const pairs = count(n, "pair");
  if (high === Number.POSITIVE_INFINITY) return `${years(low)} years or more, without an upper limit (95 % interval; ${pairs})`;
  if (low === 0) return `${years(high)} years or less, perhaps at once (95 % interval; ${pairs})`;
  return `${years(value)} years (95 % interval ${years(low)} to ${years(high)}; ${pairs})`;
}

const CONFLICT: Readonly<Record<Conflict, string>> = {
  agree: "Both point the same way.",
  undecided: "Neither tells a direction.",
  opposite: "They contradict each other: before and after points the wrong way.",
  spurious: "Before and after shows a change where no effect is known.",
  hidden: "Before and after hides an effect that is there.",
  "not estimable": "Not estimable from one pair.",
};

export function beforeAfterWords({ label }: WordsAbout, one: BeforeAfter): string {
  const { years, naive, difference, anyway, conflict, misled } = one;
  const span = `${label}, ${count(years, "year")} after against ${count(years, "year")} before`;
  const wrong = misled ? ` The sign is wrong in ${share(misled)} of single worlds.` : "";
  const parts = `the true difference is ${mean(difference)}, and ${mean(anyway)} would have come anyway`;
  return `${span}: ${mean(naive)}; ${parts} (${count(naive.n, "pair")}). ${CONFLICT[conflict]}${wrong}`;
}

/** "-120 (-150 to -90)" */
function mean({ mean: value, low, high }: { readonly mean: number; readonly low: number; readonly high: number }): string {
  const half = (high - low) / 2;
  let decimals = 0;
  for (let size = Number.isNaN(half) ? Math.abs(value) : half; size > 0 && size < 2 && decimals < 6; size *= 10) decimals++;
  const ends = Number.isNaN(low) ? "" : ` (${figure(low, decimals)} to ${figure(high, decimals)})`;
  return `${figure(value, decimals)}${ends}`;
}

function count(number: number, unit: string): string {
  return `${figure(number, 0)} ${unit}${number === 1 ? "" : "s"}`;
}
