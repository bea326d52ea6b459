import { z } from "zod";
import { quantity, share } from "../quantity.ts";
import { authority, occasionFields } from "../scenario/schema/instrument.ts";
import { index, instrument } from "../world/instrument.ts";

export const delist = instrument({
  kind: "delist",
  about: "An off-ramp: listed actors whose assessed conduct has become mild enough are taken off the list.",
  moves: [],
  gives: ["delist"],
  params: z.strictObject({
    kind: z.literal("delist"),
    ...occasionFields,
    by: authority,
    number: quantity({ unit: "actors", about: "most actors delisted at one use", min: 0, max: 1000, integer: true }),
    below: share("assessed severity below which an actor can be delisted"),
  }),
  compile: (params, names) => ({
    orders: (budget) => [
      { order: "delist", authority: index(names, "authority", params.by), number: params.number * budget, below: params.below },
    ],
  }),
});
