/** What the designs on a Sobol' sequence have in common. */
import { hashText } from "../../core/index.ts";
import { coordinate, type Dimension, type Point } from "../designs/design.ts";
import { MOST_DIMENSIONS } from "./sobol-sequence.ts";

/** The point at these shares (0 to 1) of the dimensions. */
export function atShares(dimensions: readonly Dimension[], shares: Float64Array): Point {
  return Float64Array.from(dimensions, (dimension, d) => coordinate(dimension, shares[d] ?? 0));
}

/** One seed per dimension, by its name. */
export function scrambleSeeds(dimensions: readonly Dimension[], seed: string): number[] {
  return dimensions.map(({ name }) => hashText(`${seed}|${name}`).lo);
}

/** Complains of a number that is no power of two, and names the nearest that are. */
export function powerOfTwo(name: string, count: number): string[] {
  let below = 1;
  while (2 * below <= count) below *= 2;
  return below === count
    ? []
    : [`${name}: ${count} is no power of two, which the balance of the sequence needs: use ${below} or ${2 * below}`];
}

export function tooManyDimensions(needed: number): string[] {
  if (needed <= MOST_DIMENSIONS) return [];
  return [
    `there are direction numbers for ${MOST_DIMENSIONS} columns, and this design needs ${needed}: use latin-hypercube or morris`,
  ];
}
