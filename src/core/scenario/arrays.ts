/** Small conversions from lists of documents to typed arrays. */
import { type Calendar, dayOfWeek } from "../calendar.ts";
import { type SeriesInput, valuesOn } from "../quantity.ts";

export const sortedKeys = (map: object): string[] => Object.keys(map).sort();
export const numbers = <T>(items: readonly T[], read: (item: T) => number): Float64Array => Float64Array.from(items, read);
export const flags = <T>(items: readonly T[], read: (item: T) => boolean): Uint8Array =>
  Uint8Array.from(items, (item) => (read(item) ? 1 : 0));

/** Values of a series at the first day of every week of the run. */
export function weekly(series: SeriesInput, calendar: Calendar): Float64Array {
  const days = Array.from({ length: calendar.weeks }, (_, week) => dayOfWeek(calendar, week));
  return valuesOn(series, days);
}

/** One row of weekly values after another. */
export function weeklyRows(rows: readonly SeriesInput[], calendar: Calendar): Float64Array {
  const all = new Float64Array(rows.length * calendar.weeks);
  rows.forEach((row, i) => {
    all.set(weekly(row, calendar), i * calendar.weeks);
  });
  return all;
}
