import seedrandom from "seedrandom";
import { z } from "zod";
import { coordinate, type Dimension, design } from "./design.ts";

const DEFAULT_CANDIDATES = 20;
/** Above this, comparing every pair of every candidate takes minutes and gains little. */
const MOST_COMPARED = 2000;

/**
 * McKay, Beckman and Conover (1979), Technometrics 21, 239-245; maximin: Johnson, Moore and Ylvisaker (1990), J. Statist.
 * Plann. Inference 26, 131-148, by the best of several random ones.
 */
export const latinHypercube = design({
  kind: "latin-hypercube",
  about:
    "A random sample with exactly one point in each of as many equal strata of every dimension; another number of points is another sample.",
  layout: () => ({ shape: "sample" }),
  params: z.strictObject({
    kind: z.literal("latin-hypercube"),
    points: z.int().min(1).max(1_000_000).meta({ description: "number of points" }),
    criterion: z.enum(["none", "maximin"]).default("none").meta({
      description: "maximin keeps, of several samples, the one whose two nearest points are farthest apart",
    }),
    candidates: z.int().min(2).max(1000).default(DEFAULT_CANDIDATES).meta({ description: "samples that maximin compares" }),
  }),
  problems: (_, { points, criterion }) =>
    criterion === "maximin" && points > MOST_COMPARED
      ? [`maximin compares every pair of points: use at most ${MOST_COMPARED} points, or the criterion none`]
      : [],
  count: (_, { points }) => points,
  points(dimensions, { points, criterion, candidates }, seed) {
    const sample = (candidate: number) => unitSample(dimensions, points, `${seed}|latin-hypercube|${candidate}`);
    let best = sample(0);
    let widest = criterion === "maximin" ? nearestPair(best) : Number.POSITIVE_INFINITY;
    for (let candidate = 1; criterion === "maximin" && candidate < candidates; candidate++) {
      const other = sample(candidate);
      const distance = nearestPair(other);
      if (distance > widest) [best, widest] = [other, distance];
    }
    return best.map((point) => Float64Array.from(dimensions, (dimension, d) => coordinate(dimension, point[d] ?? 0)));
  },
});

/** A Latin hypercube in the unit cube; each dimension has a sequence of its own name, so their order does not matter. */
function unitSample(dimensions: readonly Dimension[], count: number, seed: string): Float64Array[] {
  const columns = dimensions.map(({ name }) => {
    const random = seedrandom.alea(`${seed}|${name}`);
    const strata = Uint32Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random.double() * (i + 1));
      [strata[i], strata[j]] = [strata[j] ?? 0, strata[i] ?? 0];
    }
    return Float64Array.from(strata, (stratum) => (stratum + random.double()) / count);
  });
  return Array.from({ length: count }, (_, i) => Float64Array.from(columns, (column) => column[i] ?? 0));
}

/** Squared distance between the two nearest points. */
function nearestPair(points: readonly Float64Array[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  points.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = points[j] ?? a;
      let distance = 0;
      for (let d = 0; d < a.length && distance < nearest; d++) {
        const gap = (a[d] ?? 0) - (b[d] ?? 0);
        distance += gap * gap;
      }
      if (distance < nearest) nearest = distance;
    }
  });
  return nearest;
}
