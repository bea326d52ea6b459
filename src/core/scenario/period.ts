/** Periods in words, such as "6 months", and days that are so much later than another. */
import { formatDate, parseDate } from "../calendar.ts";
import { DAYS_PER_WEEK, MONTHS_PER_YEAR } from "../units.ts";

export const PERIOD = /^([1-9]\d{0,3}) (week|month|quarter|year)s?$/;
const POLICY = /^policy(?: \+ (.+))?$/;
const MONTHS = { month: 1, quarter: 3, year: MONTHS_PER_YEAR } as const;

export interface Period {
  readonly count: number;
  readonly unit: "week" | keyof typeof MONTHS;
}

/** [number, unit] of a period that the schema has accepted. */
export function readPeriod(text: string): Period {
  const found = PERIOD.exec(text);
  if (!found) throw new Error(`period: ${text}`);
  return { count: Number(found[1]), unit: found[2] as Period["unit"] };
}

/** The day so many periods after another; months keep the day of the month where it exists. */
export function later(start: number, { count, unit }: Period, times = 1): number {
  return unit === "week" ? start + times * count * DAYS_PER_WEEK : addMonths(start, times * count * MONTHS[unit]);
}

/** Whether a text is a day counted from the day on which policy begins: "policy" or "policy + 13 weeks". */
export function isPolicyDay(text: string): boolean {
  const found = POLICY.exec(text);
  return found !== null && (found[1] === undefined || PERIOD.test(found[1]));
}

/** A date, or a day counted from the day on which policy begins, as a date; anything else comes back as it is. */
export function dateFrom(text: string, policyStart: string): string {
  const start = parseDate(policyStart);
  if (!isPolicyDay(text) || start === undefined) return text;
  const after = POLICY.exec(text)?.[1];
  return after === undefined ? policyStart : formatDate(later(start, readPeriod(after)));
}

function addMonths(start: number, months: number): number {
  const [year, month, day] = formatDate(start).split("-").map(Number) as [number, number, number];
  const total = year * MONTHS_PER_YEAR + (month - 1) + months;
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  const inMonth = (d: number) =>
    parseDate(`${pad(Math.floor(total / MONTHS_PER_YEAR), 4)}-${pad((total % MONTHS_PER_YEAR) + 1, 2)}-${pad(d, 2)}`);
  for (let d = day; d > 0; d--) {
    const found = inMonth(d);
    if (found !== undefined) return found;
  }
  throw new Error(`no such month: ${total}`);
}
