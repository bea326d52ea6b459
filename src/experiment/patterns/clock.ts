/** When policy begins and ends in a battery, and which period of a plan a claim means. */
import { formatDate, parseDate, yearOf } from "../../core/index.ts";
import type { Period } from "../matched.ts";

const DAYS_PER_WEEK = 7;
/** 1970-01-01, day 0, was a Thursday; 5 January 1970 a Monday. */
const A_MONDAY = 4;
const DAYS_PER_YEAR = 365.25;

/** The first Monday of the year that begins after a share of a span, or of what follows the share if that is too late. @param span its first and last day */
export function firstDay([start, end]: readonly [string, string], share: number): string {
  const [from, to] = [dayOf(start), dayOf(end)];
  const year = yearOf(from + share * (to - from));
  const begins = dayOf(`${year}-01-01`);
  const newYear = begins >= from && begins >= from + share * (to - from) ? begins : dayOf(`${year + 1}-01-01`);
  const first = newYear < to ? newYear : Math.floor(from + share * (to - from));
  return formatDate(first + ((((A_MONDAY - first) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK));
}

/** The last day of so many years of policy, or of the span. */
export function lastDay(start: string, years: number, end: string): string {
  const day = Math.ceil(dayOf(start) + years * DAYS_PER_YEAR) + DAYS_PER_WEEK;
  return formatDate(Math.min(day, dayOf(end)));
}

const YEAR = /^year (\d+)$/;

/** The name of a period as plans have it; undefined when the record is too short. @param start first day of policy */
export function periodNamed(words: string, start: string, periods: readonly Period[]): string | undefined {
  const nth = YEAR.exec(words)?.[1];
  const name = nth === undefined ? words : String(yearOf(dayOf(start)) + Number(nth) - 1);
  return periods.find((period) => period.name === name)?.name;
}

function dayOf(date: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}
