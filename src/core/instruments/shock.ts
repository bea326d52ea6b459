import { z } from "zod";
import { quantity } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { name } from "../scenario/schema/names.ts";
import { index, indices, instrument } from "../world/instrument.ts";
import { LEVER_NAMES, LEVERS, type LeverName, pull } from "../world/levers.ts";

export const shock = instrument({
  kind: "shock",
  about: "Something from outside that moves one lever: a war, a law, an economic crisis, a season that fails.",
  moves: LEVER_NAMES,
  gives: [],
  params: z
    .strictObject({
      kind: z.literal("shock"),
      ...occasionFields,
      lever: z.enum(LEVER_NAMES as [LeverName, ...LeverName[]]),
      where: z
        .array(name)
        .optional()
        .meta({ description: "names in the lever's own scope; everywhere when absent", referencesLever: true }),
      value: quantity({
        unit: "as the lever",
        about: "a factor for levers that multiply, an amount for others",
        min: -1e6,
        max: 1e9,
      }),
      rampWeeks,
    })
    .refine(({ lever, value }) => LEVERS[lever].min <= value.value && value.value <= LEVERS[lever].max, {
      path: ["value"],
      error: ({ input }) => {
        const { lever } = input as { lever: LeverName };
        return `${lever} takes ${LEVERS[lever].min} to ${LEVERS[lever].max} (${LEVERS[lever].unit})`;
      },
    }),
  compile: (params, names) => {
    const lever = LEVERS[params.lever];
    const places = params.where ? params.where.map((key) => index(names, lever.by, key)) : indices(names, lever.by, undefined);
    return {
      effect: (levers, strength) => {
        const value = lever.neutral + (params.value - lever.neutral) * strength;
        for (const at of places) pull(levers, params.lever, at, value);
      },
    };
  },
});
