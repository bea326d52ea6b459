import { z } from "zod";
import { atShares, powerOfTwo, scrambleSeeds, tooManyDimensions } from "../sampling/low-discrepancy.ts";
import { sobolPoints } from "../sampling/sobol-sequence.ts";
import { design } from "./design.ts";

export const sobol = design({
  kind: "sobol",
  about:
    "The first points of a Sobol' sequence, which fill the space more evenly than chance; twice as many points keep the old ones. For Sobol' indices use saltelli.",
  layout: () => ({ shape: "sample" }),
  params: z.strictObject({
    kind: z.literal("sobol"),
    points: z.int().min(1).max(1_048_576).meta({ description: "number of points, a power of two" }),
    scramble: z.boolean().default(false).meta({
      description:
        "Owen's scramble by the seed: as even, but random; without it the points are the published ones and the first lies at all low ends",
    }),
  }),
  problems: (dimensions, { points }) => [...powerOfTwo("points", points), ...tooManyDimensions(dimensions.length)],
  count: (_, { points }) => points,
  points(dimensions, { points, scramble }, seed) {
    const seeds = scramble ? scrambleSeeds(dimensions, `${seed}|sobol`) : undefined;
    return sobolPoints(points, dimensions.length, seeds).map((shares) => atShares(dimensions, shares));
  },
});
