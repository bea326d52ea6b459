/** The spans over which an experiment states its outcomes: horizons since policy began, and calendar years. */
import {
  calendarOf,
  dateOfWeek,
  type Ecosystem,
  parseDate,
  type RunSettings,
  type Strategy,
  WEEKS_PER_YEAR,
} from "../core/index.ts";
import type { Period } from "./matched.ts";
import { calendarYears, WHOLE_YEAR_WEEKS } from "./yearly.ts";

/** Years of the horizons; each that fits between the first instrument and the end of the run is one. */
const HORIZONS = [1, 2, 5, 10] as const;
export const WHOLE_SPAN = "whole span";
const DAYS_PER_WEEK = 7;

export interface Periods {
  /** First day of each recorded week. */
  readonly dates: readonly string[];
  /** Recorded week from which horizons are counted. */
  readonly from: number;
  /** Horizons in order, the whole span (from `from` to the end), then whole calendar years. */
  readonly periods: readonly Period[];
}

/** First day on which any of the strategies does something; nothing when none does. */
export function firstInstrument(strategies: readonly Strategy[]): string | undefined {
  const starts = strategies.flatMap(({ instruments }) => Object.values(instruments).map(({ start }) => String(start)));
  return starts.sort()[0];
}

/** @param from a date; the start of the record when absent or earlier, and when it lies after the end: then nothing begins */
export function periodsOf(ecosystem: Ecosystem, settings: RunSettings, from: string | undefined): Periods {
  const calendar = calendarOf(ecosystem, settings);
  const weeks = calendar.weeks - settings.warmupWeeks;
  const dates = Array.from({ length: weeks }, (_, week) => dateOfWeek(calendar, week + settings.warmupWeeks));
  const first = from === undefined || weeksSince(from, dates) >= weeks ? 0 : weekOf(from, dates);
  const horizons = HORIZONS.flatMap((years): Period[] => {
    const to = first + Math.round(years * WEEKS_PER_YEAR);
    return to <= weeks ? [{ name: years === 1 ? "1 year" : `${years} years`, from: first, to }] : [];
  });
  const years = calendarYears(dates).filter((year) => year.to - year.from >= WHOLE_YEAR_WEEKS);
  return {
    dates,
    from: first,
    periods: [
      ...horizons,
      { name: WHOLE_SPAN, from: first, to: weeks },
      ...years.map((span): Period => ({ name: String(span.year), from: span.from, to: span.to })),
    ],
  };
}

/** The recorded week in which a date lies; the last one when it lies after the end. */
export function weekOf(date: string, dates: readonly string[]): number {
  return Math.max(0, Math.min(dates.length - 1, weeksSince(date, dates)));
}

/** Whole weeks since the start of the record. */
function weeksSince(date: string, dates: readonly string[]): number {
  const start = parseDate(dates[0] ?? "");
  const day = parseDate(date);
  if (start === undefined || day === undefined) throw new Error(`not a date: ${date}`);
  return Math.floor((day - start) / DAYS_PER_WEEK);
}
