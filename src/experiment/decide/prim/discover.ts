/**
 * Scenario discovery: in which corner of the uncertainties do the cases of interest gather? Peel, choose, paste, drop limits
 * that do nothing; then again among the points outside.
 */
import { type Box, countCases, everything, inOrder, inside, limited, restricted, type Sample } from "./box.ts";
import { paste } from "./paste.ts";
import { peel } from "./peel.ts";
import { quasiP } from "./significance.ts";

export interface DiscoverOptions {
  /** Share of the points in a box that a slice takes: small is patient. */
  readonly alpha?: number;
  /** Least share of all points in a box. */
  readonly leastMass?: number;
  /**
   * With it the box of largest coverage among those at least so dense is chosen (the densest, where none is). Without it the
   * one with the largest harmonic mean of coverage and purity, which is the density above that of everything as a share of
   * what is possible: everything has a purity of 0, only cases 1.
   */
  readonly density?: number;
  /** Limits with a larger quasi-p-value are dropped. */
  readonly idleFrom?: number;
  /** How many boxes at most; each is sought among the points outside those before it. */
  readonly boxes?: number;
}

/** How much a box catches. Shares are of all points and all cases, for later boxes too. */
export interface Catch {
  readonly box: Box;
  readonly points: number;
  readonly cases: number;
  /** Share of all cases that lie in it. */
  readonly coverage: number;
  /** Share of the points in it that are cases. */
  readonly density: number;
  /** Share of all points that lie in it. */
  readonly mass: number;
}

export interface FoundBox extends Catch {
  /** Dimension -> quasi-p-value, for those that it restricts. */
  readonly quasiP: ReadonlyMap<number, number>;
  /** From everything to the smallest box; this one is made from the box `chosen` of it. */
  readonly trajectory: readonly Catch[];
  readonly chosen: number;
}

export interface Discovery {
  readonly points: number;
  readonly cases: number;
  /** Share of the points that are cases. */
  readonly base: number;
  /** Empty when no limit makes cases more frequent than they are everywhere. */
  readonly boxes: readonly FoundBox[];
}

export const ALPHA = 0.05;
export const LEAST_MASS = 0.05;
const IDLE_FROM = 0.05;

/** @throws RangeError when there is not one case mark per point, or a share lies outside 0 to 1 */
export function discover(sample: Sample, options: DiscoverOptions = {}): Discovery {
  const { alpha = ALPHA, leastMass = LEAST_MASS, idleFrom = IDLE_FROM, boxes = 1 } = options;
  for (const [name, share] of Object.entries({ alpha, leastMass, idleFrom })) {
    if (!(share > 0 && share < 1)) throw new RangeError(`${name}: ${share}, use a number between 0 and 1`);
  }
  const count = sample.points.length;
  if (sample.cases.length !== count) throw new RangeError(`cases: ${sample.cases.length} marks for ${count} points`);
  const all = sample.points.map((_, row) => row);
  const total = countCases(sample, all);
  const base = count === 0 ? Number.NaN : total / count;
  const found: FoundBox[] = [];
  let left = all;
  while (found.length < boxes && countCases(sample, left) > 0) {
    const caught = (box: Box): Catch => measure(sample, box, left, total);
    const trajectory = peel(sample, everything(sample.dimensions), left, alpha, leastMass * count).map(caught);
    const chosen = choose(trajectory, base, options.density);
    const box = dropIdle(sample, paste(sample, (trajectory[chosen] as Catch).box, left, alpha), left, idleFrom, options.density);
    const one = caught(box);
    if (restricted(box).length === 0 || one.density <= base) break;
    found.push({ ...one, quasiP: quasiP(sample, box, left), trajectory, chosen });
    const taken = new Set(inside(sample, box, left));
    left = left.filter((row) => !taken.has(row));
  }
  return { points: count, cases: total, base, boxes: found };
}

export function measure(sample: Sample, box: Box, rows: readonly number[], total: number): Catch {
  const held = inside(sample, box, rows);
  const cases = countCases(sample, held);
  return {
    box,
    points: held.length,
    cases,
    coverage: cases / total,
    density: cases / held.length,
    mass: held.length / sample.points.length,
  };
}

/** The harmonic mean of coverage and purity; 0 where cases are no more frequent than everywhere. */
export function balance({ coverage, density }: Catch, base: number): number {
  const purity = (density - base) / (1 - base);
  return purity > 0 ? (2 * coverage * purity) / (coverage + purity) : 0;
}

/** Of equally good boxes the first: the largest, with the fewest limits. */
function choose(trajectory: readonly Catch[], base: number, wanted: number | undefined): number {
  const dense = trajectory.filter(({ density }) => wanted !== undefined && density >= wanted);
  const worth = (one: Catch) => {
    if (wanted === undefined) return balance(one, base);
    if (dense.length === 0) return one.density;
    return one.density >= wanted ? one.coverage : -1;
  };
  return trajectory.reduce((best, one, i) => (worth(one) > worth(trajectory[best] as Catch) ? i : best), 0);
}

/**
 * The limit with the largest quasi-p-value goes first; the others are then judged anew. A wanted density that is there stays.
 */
function dropIdle(sample: Sample, from: Box, rows: readonly number[], idleFrom: number, wanted = 0): Box {
  const densityOf = (box: Box) => {
    const held = inside(sample, box, rows);
    return countCases(sample, held) / held.length;
  };
  const least = Math.min(wanted, densityOf(from));
  let box = from;
  for (;;) {
    const judged = quasiP(sample, box, rows);
    const [idlest] = inOrder(sample)
      .flatMap((dimension) => ((judged.get(dimension) ?? 0) > idleFrom ? [{ dimension, p: judged.get(dimension) ?? 0 }] : []))
      .sort((a, b) => b.p - a.p)
      .map(({ dimension }) => limited(box, dimension, {}))
      .filter((wider) => densityOf(wider) >= least);
    if (!idlest) return box;
    box = idlest;
  }
}
