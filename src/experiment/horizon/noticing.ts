/**
 * Would somebody notice who sees nothing but the yearly figures of the world as it became? A rule is applied to each treated
 * run alone, and to its base run, in which there is nothing to notice: the difference of the two shares is what counts.
 */
import { WEEKS_PER_YEAR } from "../../core/index.ts";
import type { Interval } from "../stats/interval.ts";
import { wilson } from "../stats/rate.ts";
import { calendarYears, WHOLE_YEAR_WEEKS } from "../yearly.ts";
import { forecast } from "./forecast.ts";
import { type Over, overSpans, type PairedSeries, trialsOf } from "./paired-series.ts";

/** An alarm is raised in the first year by which `outside` of the last `of` years lay on one side of the prediction interval. */
export interface Rule {
  readonly outside: number;
  readonly of: number;
  readonly confidence: number;
}

export const RULE: Rule = { outside: 1, of: 1, confidence: 0.95 };

/** Years before the start from which on a reader fits a line, and a level; with fewer there is nothing to compare with. */
export const YEARS_FOR_LINE = 5;
export const YEARS_FOR_LEVEL = 3;

export interface Noticing {
  /** Years since the strategies differ. A year's figure is known at its end. */
  readonly within: number;
  /** Share of treated runs in which an alarm is raised by then. */
  readonly treated: Interval;
  /** The same rule where nothing was done: false alarms. */
  readonly base: Interval;
  readonly trials: number;
}

export interface NoticingResult {
  readonly rule: Rule;
  readonly fit: "line" | "level" | "none";
  /** Whole calendar years before the one in which the strategies begin to differ. */
  readonly yearsBefore: number;
  /** Empty without a fit; only horizons that the record reaches. */
  readonly rows: readonly Noticing[];
}

const HORIZONS = [1, 2, 5, 10];

export function noticing(series: PairedSeries, rule: Rule = RULE, horizons: readonly number[] = HORIZONS): NoticingResult {
  const { start, dates, outcome } = series;
  const whole = calendarYears(dates).filter(({ from, to }) => to - from >= WHOLE_YEAR_WEEKS);
  const before = whole.filter(({ to }) => to <= start);
  const after = whole.filter(({ to }) => to > start);
  const fit = before.length >= YEARS_FOR_LINE ? "line" : before.length >= YEARS_FOR_LEVEL ? "level" : "none";
  const rest = { rule, fit, yearsBefore: before.length } as const;
  if (fit === "none") return { ...rest, rows: [] };
  const alarms = [series.treated, series.base].map((weekly) => {
    const over = overSpans(outcome, weekly);
    return trialsOf(series).map((trial) => alarm(over, trial, { before, after, parameters: fit === "line" ? 2 : 1, rule }));
  });
  const judged = trialsOf(series).filter((trial) => alarms.every((weeks) => !Number.isNaN(weeks[trial])));
  const rows = horizons
    .map((within) => ({ within, until: start + within * WEEKS_PER_YEAR }))
    .filter(({ until }) => until <= dates.length && after.some(({ to }) => to <= until))
    .map(({ within, until }) => {
      const [treated, base] = alarms.map((weeks) => {
        return wilson(judged.filter((trial) => (weeks[trial] as number) <= until).length, judged.length);
      }) as [Interval, Interval];
      return { within, treated, base, trials: judged.length };
    });
  return { ...rest, rows };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The week at whose end a reader of one run raises the alarm; Infinity for never, NaN where the run has no figures. */
function alarm(
  over: Over,
  trial: number,
  { before, after, parameters, rule }: { before: readonly Span[]; after: readonly Span[]; parameters: 1 | 2; rule: Rule },
): number {
  const valueIn = ({ from, to }: Span) => over(trial, from, to);
  const band = forecast(before.map(valueIn), parameters, rule.confidence);
  if (!band) return Number.NaN;
  const sides: number[] = [];
  for (const [i, year] of after.entries()) {
    const { low, high } = band.at(before.length + i);
    const value = valueIn(year);
    sides.push(value < low ? -1 : value > high ? 1 : 0);
    const recent = sides.slice(-rule.of);
    if ([-1, 1].some((side) => recent.filter((one) => one === side).length >= rule.outside)) return year.to;
  }
  return Number.POSITIVE_INFINITY;
}
