/** Uncertain quantities as coordinates of a unit cube, so that distances along them can be compared. */
import { log } from "../../core/index.ts";
import type { Dimension, Point } from "../designs/index.ts";

/** One coordinate of the cube. */
export interface Coordinate {
  /** Of a range: a trend along it has a meaning. */
  readonly ordered: boolean;
  /** 0 to 1 from the low to the high end. */
  read(point: Point): number;
}

/** Two categories are then as far apart as the two ends of a range. */
const CATEGORY = Math.SQRT1_2;

/** A range is one coordinate (even in its logarithm where its scale is); a list is one per category that occurs. */
export function coordinatesOf(
  dimensions: readonly Dimension[],
  columns: readonly number[],
  points: readonly Point[],
): Coordinate[] {
  return columns.flatMap((column): Coordinate[] => {
    const dimension = dimensions[column];
    if (!dimension) throw new Error(`there is no uncertainty number ${column}`);
    const at = (point: Point) => point[column] ?? Number.NaN;
    if (dimension.kind === "range") return [{ ordered: true, read: (point) => toUnit(dimension, at(point)) }];
    const categories = [...new Set(points.map(at))].sort((a, b) => a - b);
    return categories.map((category) => ({ ordered: false, read: (point) => (at(point) === category ? CATEGORY : 0) }));
  });
}

export type Range = Extract<Dimension, { kind: "range" }>;

/** 0 at the low end, 1 at the high end; a range without extent is all 0. */
export function toUnit({ low, high, scale }: Range, value: number): number {
  if (low === high) return 0;
  return scale === "log" ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low);
}
