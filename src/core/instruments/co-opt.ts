import { z } from "zod";
import { quantity } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const coOpt = instrument({
  kind: "co-opt",
  about: "Pays protectors for stopping departures. Whether they take it, and go back when it ends, is their choice.",
  moves: ["containment-pay"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("co-opt"),
    ...occasionFields,
    jurisdictions: z.array(ref("jurisdiction")).min(1),
    payment: quantity({ unit: "USD/week", about: "offered to each protector", min: 0, max: 1e8 }),
    rampWeeks,
  }),
  compile: (params, names) => {
    const jurisdictions = indices(names, "jurisdiction", params.jurisdictions);
    return {
      effect: (levers, strength) => {
        for (const at of jurisdictions) pull(levers, "containment-pay", at, params.payment * strength);
      },
    };
  },
});
