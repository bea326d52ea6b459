import { z } from "zod";
import { type Dimension, design, levels } from "./design.ts";

const DEFAULT_STEPS = 5;

export const grid = design({
  kind: "grid",
  about: "Every combination of the levels of every dimension, the last dimension changing fastest; it grows by multiplication.",
  layout: () => ({ shape: "chosen" }),
  params: z.strictObject({
    kind: z.literal("grid"),
    steps: z.int().min(2).max(1000).default(DEFAULT_STEPS).meta({
      description: "levels of each range, from its low to its high end; a list takes all its values",
    }),
  }),
  problems: () => [],
  count: (dimensions, { steps }) => dimensions.reduce((product, one) => product * levels(one, steps).length, 1),
  points: (dimensions, { steps }) => combinations(dimensions, steps).map((point) => Float64Array.from(point)),
});

function combinations(dimensions: readonly Dimension[], steps: number): number[][] {
  return dimensions.reduce<number[][]>(
    (points, dimension) => points.flatMap((point) => levels(dimension, steps).map((at) => [...point, at])),
    [[]],
  );
}
