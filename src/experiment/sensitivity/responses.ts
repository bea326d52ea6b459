/** What the model answered at each point of a design, and how much of the differences between points is luck. */

export interface Responses {
  /** One per point: the mean of its replicates that have a value; NaN when none has. */
  readonly means: Float64Array;
  /** Replicates of a point, as planned. */
  readonly replicates: number;
  /** Points of which some replicates have no value and others have. */
  readonly incomplete: number;
  /** Variance of the point means; NaN for fewer than two points. */
  readonly spread: number;
  /** Variance of a point mean that is luck and not the point; NaN with one replicate a point. */
  readonly noise: number;
}

/**
 * @param values point by point its replicates: `values[point * replicates + replicate]`; NaN where a run failed or has no value
 * @param replicates 1 or more
 */
export function responsesOf(values: Float64Array, replicates: number): Responses {
  const count = values.length / replicates;
  if (!Number.isInteger(count))
    throw new RangeError(`${values.length} values are no whole number of points with ${replicates} replicates`);
  const points = Array.from({ length: count }, (_, p) => values.subarray(p * replicates, (p + 1) * replicates));
  const present = points.map((point) => point.filter((value) => Number.isFinite(value)));
  const means = Float64Array.from(present, meanOf);
  return {
    means,
    replicates,
    incomplete: present.filter(({ length }) => length > 0 && length < replicates).length,
    spread: variance(means.filter((mean) => !Number.isNaN(mean))),
    noise: noiseOf(present.filter(({ length }) => length === replicates)),
  };
}

/**
 * Replicates of all points share their seeds, so luck that moves every point alike tells no point from another. What is left
 * after means of points and of replicates are taken out (the interaction of a two-way layout, Scheffe 1959, section 4.2) is
 * the noise of a value. It is right for independent seeds too.
 */
function noiseOf(points: readonly Float64Array[]): number {
  const replicates = points[0]?.length ?? 0;
  if (points.length < 2 || replicates < 2) return Number.NaN;
  const ofPoint = points.map(meanOf);
  const ofReplicate = Array.from({ length: replicates }, (_, r) => meanOf(points.map((point) => point[r] ?? 0)));
  const whole = meanOf(ofPoint);
  let squares = 0;
  points.forEach((point, p) => {
    point.forEach((value, r) => {
      const rest = value - (ofPoint[p] ?? 0) - (ofReplicate[r] ?? 0) + whole;
      squares += rest * rest;
    });
  });
  return squares / ((points.length - 1) * (replicates - 1)) / replicates;
}

/** Share of the variance between points that is luck, 0 to 1; NaN where it cannot be told. */
export function noiseShare({ noise, spread }: Responses): number {
  return spread > 0 ? Math.min(1, noise / spread) : Number.NaN;
}

/** Replicates a point with which luck would be that share, for the same points; infinite when all of it looks like luck. */
export function replicatesFor(responses: Responses, wanted: number): number {
  const share = noiseShare(responses);
  return Math.ceil((responses.replicates * share * (1 - wanted)) / ((1 - share) * wanted));
}

function meanOf(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function variance(values: Float64Array): number {
  if (values.length < 2) return Number.NaN;
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return squares / (values.length - 1);
}
