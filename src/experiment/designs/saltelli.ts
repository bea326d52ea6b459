import { z } from "zod";
import { atShares, powerOfTwo, scrambleSeeds, tooManyDimensions } from "../sampling/low-discrepancy.ts";
import { sobolPoints } from "../sampling/sobol-sequence.ts";
import { type Dimension, design } from "./design.ts";

/** Saltelli (2002), Computer Physics Communications 145, 280-297; order of a block as in SALib. */
export const saltelli = design({
  kind: "saltelli",
  about:
    "For Sobol' indices: two samples A and B from a Sobol' sequence, and A with each column taken from B in turn; twice as many blocks keep the old ones.",
  layout: ({ secondOrder }) => ({ shape: "cross-matrix", secondOrder }),
  params: z.strictObject({
    kind: z.literal("saltelli"),
    blocks: z.int().min(2).max(1_048_576).meta({
      description: "rows of A, a power of two; each is a block of k + 2 points for k dimensions (2 k + 2 with the second order)",
    }),
    secondOrder: z.boolean().default(false).meta({ description: "also B with each column from A, for the indices of pairs" }),
    scramble: z.boolean().default(true).meta({ description: "Owen's scramble of the sequence by the seed" }),
  }),
  problems: (dimensions, { blocks }) => [...powerOfTwo("blocks", blocks), ...tooManyDimensions(2 * dimensions.length)],
  count: (dimensions, { blocks, secondOrder }) => blocks * blockLength(dimensions, secondOrder),
  points(dimensions, { blocks, secondOrder, scramble }, seed) {
    const k = dimensions.length;
    const seeds = ["A", "B"].flatMap((matrix) => scrambleSeeds(dimensions, `${seed}|saltelli|${matrix}`));
    return sobolPoints(blocks, 2 * k, scramble ? seeds : undefined).flatMap((shares) => {
      const a = atShares(dimensions, shares.subarray(0, k));
      const b = atShares(dimensions, shares.subarray(k));
      const ab = dimensions.map((_, d) => withColumn(a, b, d));
      return [a, ...ab, ...(secondOrder ? dimensions.map((_, d) => withColumn(b, a, d)) : []), b];
    });
  },
});

function blockLength({ length }: readonly Dimension[], secondOrder: boolean): number {
  return (secondOrder ? 2 * length : length) + 2;
}

function withColumn(point: Float64Array, other: Float64Array, d: number): Float64Array {
  return point.map((at, i) => (i === d ? (other[i] ?? at) : at));
}
