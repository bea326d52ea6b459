import { z } from "zod";
import { type Dimension, design, levels, type Point } from "./design.ts";

export const oneAtATime = design({
  kind: "one-at-a-time",
  about:
    "The defaults first, then each dimension moved alone from its low to its high end; it shows no interaction, and says nothing away from the defaults.",
  layout: () => ({ shape: "chosen" }),
  params: z.strictObject({
    kind: z.literal("one-at-a-time"),
    steps: z.int().min(1).max(1000).default(1).meta({
      description: "levels on each side of the default, the end of the range among them; a list takes all its values",
    }),
  }),
  problems: () => [],
  count: (dimensions, { steps }) => dimensions.reduce((sum, one) => sum + others(one, steps).length, 1),
  points(dimensions, { steps }) {
    const defaults: Point = Float64Array.from(dimensions, ({ value }) => value);
    const moved = dimensions.flatMap((dimension, d) => others(dimension, steps).map((at) => defaults.with(d, at)));
    return [defaults, ...moved];
  },
});

/** Levels other than the default, upwards. */
function others(dimension: Dimension, steps: number): number[] {
  const { value } = dimension;
  const found =
    dimension.kind === "range" && dimension.low < value && value < dimension.high
      ? [
          { ...dimension, high: value },
          { ...dimension, low: value },
        ].flatMap((side) => levels(side, steps + 1))
      : levels(dimension, 2 * steps);
  return [...new Set(found)].filter((one) => one !== value);
}
