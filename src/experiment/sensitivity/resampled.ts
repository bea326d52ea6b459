/** Intervals by resampling what was drawn: trajectories or blocks, never single runs of them. */
import { bootstrapMeans } from "../decide/resample.ts";
import type { Interval } from "../stats/interval.ts";
import { quantile } from "../stats/quantile.ts";
import { CONFIDENCE } from "./study.ts";

/** Samples of a bootstrap: an end at 2.5 % is then known to within 0.5 %. */
const SAMPLES = 1000;

/**
 * Numbers that are functions of the means of columns, with percentile intervals over resampled rows (Efron 1979). Every
 * column sees the same rows.
 * @param columns one number per trajectory or block, all of one length
 * @param estimate the numbers from the means of the columns, in their order
 */
export function withIntervals(
  columns: readonly Float64Array[],
  estimate: (means: readonly number[]) => readonly number[],
  seed: string,
): Interval[] {
  const drawn = bootstrapMeans(columns, SAMPLES, seed);
  const samples = Array.from({ length: SAMPLES }, (_, s) => estimate(drawn.map((means) => means[s] ?? Number.NaN)));
  return estimate(columns.map(meanOf)).map((value, i) => {
    const found = samples.map((sample) => sample[i] ?? Number.NaN);
    return { value, low: quantile(found, (1 - CONFIDENCE) / 2), high: quantile(found, (1 + CONFIDENCE) / 2) };
  });
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
