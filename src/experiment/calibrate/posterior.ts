/** What a weighted sample of sets says: intervals, how much of the prior is left, what hangs together. */
import type { Particle } from "./population.ts";

/** Shares that add up to 1, in the order of the sets. */
export function normalised(sets: readonly Pick<Particle, "weight">[]): Float64Array {
  const total = sets.reduce((sum, { weight }) => sum + weight, 0);
  return Float64Array.from(sets, ({ weight }) => weight / total);
}

/** How many equally weighted sets tell as much (Kish 1965). */
export function effectiveSize(shares: Float64Array): number {
  return 1 / shares.reduce((sum, share) => sum + share * share, 0);
}

/** Smallest value below which at least a share p of the weight lies; NaN values are left out, NaN for none. */
export function weightedQuantile(values: readonly number[], shares: Float64Array, p: number): number {
  const order = values.map((_, i) => i).filter((i) => !Number.isNaN(values[i]));
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const total = order.reduce((sum, i) => sum + (shares[i] as number), 0);
  let sum = 0;
  for (const i of order) {
    sum += shares[i] as number;
    if (sum >= p * total) return values[i] as number;
  }
  return values[order.at(-1) ?? -1] ?? Number.NaN;
}

/** NaN values are left out. */
export function weightedMean(values: readonly number[], shares: Float64Array): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += (shares[i] as number) * value;
    total += shares[i] as number;
  });
  return sum / total;
}

function weightedCovariance(a: readonly number[], b: readonly number[], shares: Float64Array): number {
  const [first, second] = [weightedMean(a, shares), weightedMean(b, shares)];
  return a.reduce((sum, one, i) => sum + (shares[i] as number) * (one - first) * ((b[i] as number) - second), 0);
}

/** Of Pearson; NaN where one of the two does not vary. */
export function weightedCorrelation(a: readonly number[], b: readonly number[], shares: Float64Array): number {
  return weightedCovariance(a, b, shares) / Math.sqrt(weightedCovariance(a, a, shares) * weightedCovariance(b, b, shares));
}

/** Share of weight that intervals hold. */
export const CREDIBLE = 0.9;

export interface Interval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median and central 90 % of the weight. */
export function credible(values: readonly number[], shares: Float64Array): Interval {
  const at = (p: number) => weightedQuantile(values, shares, p);
  return { median: at(0.5), low: at((1 - CREDIBLE) / 2), high: at((1 + CREDIBLE) / 2) };
}
