/** A box: limits on some uncertain quantities, within which cases gather. */
import type { Dimension, Point } from "../../designs/index.ts";

/** What a box asks of one quantity; nothing when empty. */
export interface Limit {
  /** Of a range: values above low and below high. No case lies on a limit. */
  readonly low?: number;
  readonly high?: number;
  /** Of a list: the coordinates that are allowed. */
  readonly among?: readonly number[];
}

/** One limit per dimension. */
export type Box = readonly Limit[];

export interface Sample {
  readonly dimensions: readonly Dimension[];
  readonly points: readonly Point[];
  /** One per point: 1 for a case of interest, 0 for another. */
  readonly cases: Uint8Array;
}

export function everything(dimensions: readonly Dimension[]): Box {
  return dimensions.map(() => ({}));
}

/** Dimensions by name, so that where two are equally good the order of columns decides nothing. */
export function inOrder({ dimensions }: Sample): number[] {
  const name = (d: number) => dimensions[d]?.name ?? "";
  return dimensions.map((_, d) => d).sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

export function isRestricted({ low, high, among }: Limit): boolean {
  return low !== undefined || high !== undefined || among !== undefined;
}

/** Which dimensions a box restricts. */
export function restricted(box: Box): number[] {
  return box.flatMap((limit, d) => (isRestricted(limit) ? [d] : []));
}

export function allows({ low, high, among }: Limit, value: number): boolean {
  if (low !== undefined && value < low) return false;
  if (high !== undefined && value > high) return false;
  return among === undefined || among.includes(value);
}

/** Rows of points, of those given, that lie in a box. */
export function inside(sample: Sample, box: Box, rows: readonly number[]): number[] {
  const used = restricted(box);
  return rows.filter((row) => used.every((d) => allows(box[d] as Limit, coordinateOf(sample, row, d))));
}

export function coordinateOf({ points }: Sample, row: number, dimension: number): number {
  return points[row]?.[dimension] ?? Number.NaN;
}

export function countCases({ cases }: Sample, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (cases[row] as number), 0);
}

/** A box with another limit on one dimension. */
export function limited(box: Box, dimension: number, limit: Limit): Box {
  return box.map((old, d) => (d === dimension ? limit : old));
}
