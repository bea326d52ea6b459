import { z } from "zod";
import { type Dimension, design, level } from "./design.ts";

const DEFAULT_STEPS = 5;

export const zip = design({
  kind: "zip",
  about:
    "All dimensions walked together: the first values of all, the second values of all, and so on; lists must be equally long.",
  layout: () => ({ shape: "chosen" }),
  params: z.strictObject({
    kind: z.literal("zip"),
    steps: z
      .int()
      .min(2)
      .max(1_000_000)
      .optional()
      .meta({
        description: `points from the low to the high end of each range; as many as the lists have when absent, or ${DEFAULT_STEPS} without lists`,
      }),
  }),
  problems(dimensions, { steps }) {
    const lengths = dimensions.flatMap((one) => (one.kind === "list" ? [{ name: one.name, length: one.values.length }] : []));
    const count = countOf(dimensions, steps);
    return lengths
      .filter(({ length }) => length !== count)
      .map(
        ({ name, length }) =>
          `${name} has ${length} values, and ${steps ? `there are ${count} steps` : `${lengths[0]?.name} has ${count}`}`,
      );
  },
  count: (dimensions, { steps }) => countOf(dimensions, steps),
  points(dimensions, { steps }) {
    const count = countOf(dimensions, steps);
    const at = (dimension: Dimension, i: number) => (dimension.kind === "list" ? i : level(dimension, i, count));
    return Array.from({ length: count }, (_, i) => Float64Array.from(dimensions, (dimension) => at(dimension, i)));
  },
});

function countOf(dimensions: readonly Dimension[], steps: number | undefined): number {
  if (steps !== undefined) return steps;
  for (const dimension of dimensions) if (dimension.kind === "list") return dimension.values.length;
  return DEFAULT_STEPS;
}
