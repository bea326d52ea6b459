import { z } from "zod";
import { quantity, share } from "../quantity.ts";
import { authority, occasionFields } from "../scenario/schema/instrument.ts";
import { index, instrument } from "../world/instrument.ts";

export const followUp = instrument({
  kind: "follow-up",
  about: "An authority goes back to those it listed: finds new names, renews friction, unlearns evasion, deepens measures.",
  moves: [],
  gives: ["followUp"],
  params: z.strictObject({
    kind: z.literal("follow-up"),
    ...occasionFields,
    by: authority,
    number: quantity({ unit: "actors", about: "most listed actors followed up at one use", min: 0, max: 1000, integer: true }),
    deepen: share("share of remaining friction that is added to a first listing's"),
    detection: share("chance that a hidden new name is found"),
    clarity: share("share of observers who learn which conduct was hit"),
  }),
  compile: (params, names) => ({
    orders: (budget) => [
      {
        order: "followUp",
        authority: index(names, "authority", params.by),
        number: params.number * budget,
        deepen: params.deepen,
        detection: params.detection,
        clarity: params.clarity,
      },
    ],
  }),
});
