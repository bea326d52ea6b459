/** What a reader of a yearly series expects of the next years: a line or a level through the years before, and a band. */
import { studentQuantile } from "../stats/student.ts";

export interface Forecast {
  /** Prediction interval of one more year, that many years after the first of the series. */
  at(year: number): { readonly low: number; readonly high: number };
}

/**
 * Least squares through yearly values (year 0, 1, ...) with the prediction interval of a new value (Draper and Smith 1998,
 * Applied Regression Analysis, 1.4 and 3.1). Undefined where no year is left over to judge the spread by.
 * @param parameters 1: a level; 2: a line
 */
export function forecast(values: readonly number[], parameters: 1 | 2, confidence = 0.95): Forecast | undefined {
  const n = values.length;
  const degrees = n - parameters;
  if (degrees < 1 || values.some(Number.isNaN)) return undefined;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, _, year) => sum + (year - middle) * (year - middle), 0);
  const slope = parameters === 1 ? 0 : values.reduce((sum, value, year) => sum + (year - middle) * (value - mean), 0) / spread;
  const line = (year: number) => mean + slope * (year - middle);
  const squares = values.reduce((sum, value, year) => sum + (value - line(year)) * (value - line(year)), 0);
  const t = studentQuantile((1 + confidence) / 2, degrees);
  return {
    at(year) {
      const leverage = parameters === 1 ? 0 : ((year - middle) * (year - middle)) / spread;
      const half = t * Math.sqrt((squares / degrees) * (1 + 1 / n + leverage));
      return { low: line(year) - half, high: line(year) + half };
    },
  };
}
