/** Conversions of time; the only place that knows how long a step is. One step is one week. */
export const DAYS_PER_WEEK = 7;
export const WEEKS_PER_YEAR = 365.2425 / DAYS_PER_WEEK;
export const WEEKS_PER_QUARTER = 13;
export const MONTHS_PER_YEAR = 12;
/** Length of a cell of the decomposition and of the default recording window, weeks. */
export const WEEKS_PER_CELL = 4;
export const PER_THOUSAND = 1000;

/** A rate per year as a rate per week. */
export function perWeek(ratePerYear: number): number {
  return ratePerYear / WEEKS_PER_YEAR;
}
