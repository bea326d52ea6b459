import { z } from "zod";
import { factor } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const interdict = instrument({
  kind: "interdict",
  about:
    "More interception of vessels and vehicles on legs. What it does to danger and fares follows from what smugglers choose.",
  moves: ["interception"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("interdict"),
    ...occasionFields,
    legs: z.array(ref("leg")).min(1),
    effort: factor("interception effort against before"),
    rampWeeks,
  }),
  compile: (params, names) => {
    const legs = indices(names, "leg", params.legs);
    return {
      effect: (levers, strength) => {
        for (const at of legs) pull(levers, "interception", at, 1 + (params.effort - 1) * strength);
      },
    };
  },
});
