/** Which set of an ensemble each pair of a comparison plays: as often as its weight says, evenly from the first pair on. */

/** What a plan holds of an ensemble whose sets are its points. */
export interface EnsembleDraws {
  readonly name: string;
  /** Of the points, in their order; not normalised. */
  readonly weights: readonly number[];
}

/** Steps by the golden section fill the unit interval evenly, however many there are (additive recurrence, Weyl 1916). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Numbers of points for pairs 1 to `pairs`; more pairs leave the first as they were. */
export function drawnSets({ weights }: EnsembleDraws, pairs: number): Int32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  const ends = weights.map((weight) => {
    reached += weight;
    return reached / total;
  });
  return Int32Array.from({ length: pairs }, (_, i) => {
    const at = (0.5 + i * GOLDEN) % 1;
    const found = ends.findIndex((end) => at < end);
    return found < 0 ? ends.length - 1 : found;
  });
}
