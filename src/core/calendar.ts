/**
 * Calendar dates without the engine's clock: proleptic Gregorian days since 1970-01-01
 * (algorithm: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
import { DAYS_PER_WEEK } from "./units.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number of a calendar date; undefined when the text is no date that exists. */
export function parseDate(text: string): number | undefined {
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const days = daysFromCivil(year, month, day);
  return formatDate(days) === text ? days : undefined;
}

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civil(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** "YYYY-MM-DD" of a day number. */
export function formatDate(days: number): string {
  const { year, month, day } = civil(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function yearOf(days: number): number {
  return civil(days).year;
}

/** Month of the year, 0 (January) to 11. */
export function monthOf(days: number): number {
  return civil(days).month - 1;
}

/** Maps calendar dates to steps of one run. Week w covers days start+7w ... start+7w+6. */
export interface Calendar {
  readonly startDay: number;
  readonly weeks: number;
}

/** The step in which a day lies; negative before the start. */
export function weekOfDay(calendar: Calendar, day: number): number {
  return Math.floor((day - calendar.startDay) / DAYS_PER_WEEK);
}

/** First day of a step. */
export function dayOfWeek(calendar: Calendar, week: number): number {
  return calendar.startDay + week * DAYS_PER_WEEK;
}

/** Date of the first day of a step. */
export function dateOfWeek(calendar: Calendar, week: number): string {
  return formatDate(dayOfWeek(calendar, week));
}
