/** Where to play next so that a boundary map has less that is undecided. */
import { type BoundaryMap, lattice, sideOf } from "./boundary.ts";
import { distance } from "./knots.ts";

/** Candidates along each axis. */
const CANDIDATES = { 1: 201, 2: 41 } as const;

/**
 * The next points as shares of the ranges of the map's axes, the most useful first; none where everything is decided. Each is
 * the undecided place with the largest straddle (half-width of the interval beyond the distance of the estimate to the
 * boundary: Bryan et al. 2005, Advances in Neural Information Processing Systems 18, 163-170) times the distance to the nearest
 * point, played or proposed, so that points do not crowd. A pure function of the map.
 * @param count how many at most
 */
export function refine(map: BoundaryMap, count: number): Float64Array[] {
  const axes = map.axes.length === 1 ? 1 : 2;
  const open = lattice(axes, CANDIDATES[axes]).flatMap((unit) => {
    const { value, low, high } = map.advantage(unit);
    if (sideOf({ value, low, high }, map.delta) !== "undecided") return [];
    const toBoundary = Math.abs(Math.abs(value) - map.delta);
    const straddle = (high - low) / 2 - (Math.abs(value) < map.delta ? 0 : toBoundary);
    const nearest = map.played.reduce((least, point) => Math.min(least, distance(unit, point)), Infinity);
    // Without an estimate or a point every place is as good as another but for the distance.
    return [{ unit, straddle: Number.isNaN(straddle) ? 1 : straddle, nearest: nearest === Infinity ? 1 : nearest }];
  });
  const proposed: Float64Array[] = [];
  while (proposed.length < Math.min(count, open.length)) {
    const best = open.reduce((a, b) => (b.straddle * b.nearest > a.straddle * a.nearest ? b : a));
    if (!(best.straddle * best.nearest > 0)) break;
    proposed.push(best.unit);
    for (const place of open) place.nearest = Math.min(place.nearest, distance(place.unit, best.unit));
  }
  return proposed;
}
