/** The few places of the unit cube that carry a smooth curve, and how alike the curve is at two places. */
import { exp } from "../../core/index.ts";

/** A knot that lies on another, or nearly so, adds nothing. */
const NEAREST = 1e-6;
const MIDDLE = 0.5;

/**
 * The point nearest to the middle and then, again and again, the one farthest from those chosen (Gonzalez 1985, Theoretical
 * Computer Science 38, 293-306).
 */
export function spread(points: readonly Float64Array[], count: number): Float64Array[] {
  const chosen: Float64Array[] = [];
  const nearest = points.map(() => Infinity);
  const middle = points.map((point) =>
    distance(
      point,
      point.map(() => MIDDLE),
    ),
  );
  let next: Float64Array | undefined = points[middle.indexOf(middle.reduce((least, one) => Math.min(least, one), Infinity))];
  while (next && chosen.length < count) {
    const knot = next;
    chosen.push(knot);
    points.forEach((point, i) => {
      nearest[i] = Math.min(nearest[i] as number, distance(point, knot));
    });
    const farthest = nearest.reduce((most, one) => Math.max(most, one), 0);
    next = farthest < NEAREST ? undefined : points[nearest.indexOf(farthest)];
  }
  return chosen;
}

/** Matern 3/2 without factors: (1 + r) exp(-r), with r the distance in units of the range. */
export function correlation(a: Float64Array, b: Float64Array, range: number): number {
  const r = distance(a, b) / range;
  return (1 + r) * exp(-r);
}

/** The largest distance between two of the points; 1 where there is none. */
export function widthOf(points: readonly Float64Array[]): number {
  const width = points.reduce((most, a) => points.reduce((far, b) => Math.max(far, distance(a, b)), most), 0);
  return width > 0 ? width : 1;
}

export function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) {
    const gap = (a[c] as number) - (b[c] as number);
    sum += gap * gap;
  }
  return Math.sqrt(sum);
}
