/** Weeks by the calendar month in which they begin. */

/** @returns as `YYYY-MM`, one for each week @param dates first day of each week */
export function monthsOf(dates: readonly string[]): readonly string[] {
  return dates.map((date) => date.slice(0, "YYYY-MM".length));
}

/** Sum over the weeks of one month, as of so many weeks as an average month has: some months begin five weeks. */
export function ofMonth(run: Float64Array, months: readonly string[], month: string): number {
  const weeks = [...run].filter((_, week) => months[week] === month);
  return (weeks.reduce((sum, value) => sum + value, 0) / weeks.length) * WEEKS_PER_MONTH;
}

const WEEKS_PER_MONTH = 365.25 / 7 / 12;
