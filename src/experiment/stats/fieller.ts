/**
 * A ratio of two means with the set of ratios that the data do not exclude (Fieller 1954, J. Royal Statistical Society B 16,
 * 175-185; for cost and effect: Willan and O'Brien 1996, Health Economics 5, 297-305). Where the denominator may be zero no
 * bounded interval can be right, and the set says so.
 */
import { studentQuantile } from "./student.ts";

export interface RatioSet {
  /** Mean over mean; NaN when the denominator's is 0. */
  readonly ratio: number;
  /**
   * between: low ... high. outside: up to low, and from high on (through infinity). anything: no ratio is excluded.
   */
  readonly form: "between" | "outside" | "anything";
  /** NaN for "anything"; a half-line has an infinite end. */
  readonly low: number;
  readonly high: number;
}

/**
 * All r for which Student's t does not reject mean(numerator - r x denominator) = 0.
 * @param numerator one number per trial; the denominator of the same trials, none missing
 */
export function fieller(numerator: Float64Array, denominator: Float64Array, confidence = 0.95): RatioSet {
  const n = numerator.length;
  const [x, y] = [mean(numerator), mean(denominator)];
  const ratio = y === 0 ? Number.NaN : x / y;
  const anything: RatioSet = { ratio, form: "anything", low: Number.NaN, high: Number.NaN };
  if (n < 2) return anything;
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  const allowed = (t * t) / n / (n - 1);
  // a r^2 - 2 b r + c <= 0
  const a = y * y - allowed * products(denominator, y, denominator, y);
  const b = x * y - allowed * products(numerator, x, denominator, y);
  const c = x * x - allowed * products(numerator, x, numerator, x);
  if (a === 0) {
    if (b === 0) return anything;
    return { ratio, form: "between", low: b > 0 ? c / (2 * b) : -Infinity, high: b > 0 ? Infinity : c / (2 * b) };
  }
  const inside = b * b - a * c;
  // With a > 0 the ratio itself is a member, so a negative number is rounding; with a < 0 it means no limits.
  if (a < 0 && inside <= 0) return anything;
  const root = Math.sqrt(Math.max(0, inside));
  // The larger root first, the other from their product: no digits are lost by cancelling.
  const far = b >= 0 ? b + root : b - root;
  const [first, second] = far === 0 ? [0, 0] : [far / a, c / far];
  return { ratio, form: a > 0 ? "between" : "outside", low: Math.min(first, second), high: Math.max(first, second) };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function products(a: Float64Array, meanA: number, b: Float64Array, meanB: number): number {
  let sum = 0;
  a.forEach((value, i) => {
    sum += (value - meanA) * ((b[i] as number) - meanB);
  });
  return sum;
}
