/** Dates as places on a line, and moves along it. */
import { formatDate, parseDate } from "../core/calendar.ts";

/** Where a new instrument begins: a third of the way, so that there is a before and an after. */
export const FIRST_PLACE = 0.35;

export interface Scale {
  readonly first: number;
  readonly last: number;
}

export function scaleOf(start: string, end: string): Scale {
  return { first: parseDate(start) ?? 0, last: parseDate(end) ?? 1 };
}

/** Share of the line, 0 to 1; dates beyond it lie at its ends. */
export function shareOf({ first, last }: Scale, date: string): number {
  const day = parseDate(date) ?? first;
  return Math.min(1, Math.max(0, (day - first) / (last - first)));
}

const DAYS_PER_WEEK = 7;

/** The first day of the week at a share of the line, within it. */
export function dateAt({ first, last }: Scale, share: number): string {
  const weeks = Math.round((share * (last - first)) / DAYS_PER_WEEK);
  const most = Math.floor((last - first) / DAYS_PER_WEEK) - 1;
  return formatDate(first + Math.min(most, Math.max(0, weeks)) * DAYS_PER_WEEK);
}

/** A date some weeks on, within the line. */
export function moved(scale: Scale, date: string, weeks: number): string {
  const day = (parseDate(date) ?? scale.first) + weeks * DAYS_PER_WEEK;
  return formatDate(Math.min(scale.last - DAYS_PER_WEEK, Math.max(scale.first, day)));
}

/** Years of the line, with their places; few enough to be read. @param most how many fit */
export function yearsOf(scale: Scale, most: number): { readonly year: number; readonly share: number }[] {
  const from = Number(formatDate(scale.first).slice(0, 4));
  const to = Number(formatDate(scale.last).slice(0, 4));
  const step = [1, 2, 5, 10, 20].find((years) => (to - from + 1) / years <= most) ?? 50;
  const found = [];
  for (let year = from; year <= to; year++) {
    const day = parseDate(`${year}-01-01`) ?? 0;
    if (day >= scale.first && day <= scale.last && (year - from) % step === 0)
      found.push({ year, share: (day - scale.first) / (scale.last - scale.first) });
  }
  return found;
}

const PERIOD = /^([1-9]\d{0,3}) (week|month|quarter|year)s?$/;
const DAYS: Readonly<Record<string, number>> = { week: 7, month: 30.44, quarter: 91.31, year: 365.24 };
/** More marks than this are a line. */
const MOST_USES = 80;

/** About where the uses of a repeated instrument lie. */
export function usesOf(scale: Scale, start: string, every: string | undefined, until: string | undefined): number[] {
  const day = parseDate(start) ?? scale.first;
  const [, count, unit] = PERIOD.exec(every ?? "") ?? [];
  if (unit === undefined) return [shareOf(scale, start)];
  const last = Math.min(scale.last, parseDate(until ?? "") ?? scale.last);
  const step = Number(count) * (DAYS[unit] ?? 1);
  const uses: number[] = [];
  for (let at = day; at <= last && uses.length < MOST_USES; at += step)
    uses.push((at - scale.first) / (scale.last - scale.first));
  return uses.filter((share) => share >= 0);
}
