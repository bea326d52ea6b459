/** Days as texts (2018-06-07) and as numbers. */

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 in the proleptic Gregorian calendar; undefined for what is no date. */
export function daysSince1970(text: string): number | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, text.length) !== text) return undefined;
  return time / MILLISECONDS_PER_DAY;
}
