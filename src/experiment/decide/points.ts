/** Trials played at the points of a design: what the uncertain quantities were in each, and means at every point. */
import type { Dimension, Point } from "../designs/index.ts";
import type { Matched } from "../matched.ts";
import { type Contest, completeTrials, valueAt } from "./contest.ts";

/** Every point counts alike: the design says how likely the values of an uncertain quantity are. */
export interface Sampled {
  readonly dimensions: readonly Dimension[];
  readonly points: readonly Point[];
  /** Trial -> index of its point. */
  readonly pointOf: Int32Array;
}

export interface PointMerits {
  /** Which points have a complete trial: indices into the points of the design. */
  readonly points: Int32Array;
  /** `[strategy][point]`: mean merit over the complete trials of the point. */
  readonly means: readonly Float64Array[];
  /** Trials behind each mean. */
  readonly counts: Int32Array;
  /** Complete trial -> position of its point in `points`. */
  readonly of: Int32Array;
}

/** @throws Error when the trials are not those of the design */
export function pointMerits({ merit, trials }: Contest, sampled: Sampled): PointMerits {
  const pointOf = trials.map((trial) => pointAt(sampled, trial));
  const points = Int32Array.from(new Set(pointOf)).sort();
  const positions = new Map(Array.from(points, (point, position) => [point, position]));
  const of = pointOf.map((point) => positions.get(point) ?? 0);
  const counts = new Int32Array(points.length);
  for (const position of of) counts[position] = (counts[position] ?? 0) + 1;
  const means = merit.map((column) => {
    const sums = new Float64Array(points.length);
    of.forEach((position, i) => {
      sums[position] = (sums[position] as number) + (column[i] as number);
    });
    return sums.map((sum, position) => sum / (counts[position] as number));
  });
  return { points, means, counts, of };
}

/**
 * The means at the points as trials of their own. Trials of one point share its uncertain quantities, so over
 * uncertainties the points are the sample: intervals over trials would be too narrow.
 * @throws Error when the trials are not those of the design
 */
export function acrossPoints(matched: Matched, sampled: Sampled): Matched {
  const { trials, kept } = completeTrials([matched]);
  const sums = matched.strategies.map(() => new Float64Array(sampled.points.length));
  const counts = new Int32Array(sampled.points.length);
  for (const trial of trials) {
    const point = pointAt(sampled, trial);
    counts[point] = (counts[point] ?? 0) + 1;
    sums.forEach((column, s) => {
      column[point] = (column[point] as number) + valueAt(matched, s, trial);
    });
  }
  const mean = (sum: number, point: number) => (counts[point] ? sum / counts[point] : Number.NaN);
  return { ...matched, values: sums.map((column, s) => (kept.includes(s) ? column.map(mean) : column.fill(Number.NaN))) };
}

function pointAt({ pointOf, points }: Sampled, trial: number): number {
  const point = pointOf[trial];
  if (point === undefined || points[point] === undefined) throw new Error(`trial ${trial} has no point in the design`);
  return point;
}
