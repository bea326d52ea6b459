import { z } from "zod";
import { factor } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const buildCapacity = instrument({
  kind: "build-capacity",
  about: "Trains and equips local law enforcement: slow, and captured where corruption is high.",
  moves: ["enforcement"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("build-capacity"),
    ...occasionFields,
    jurisdictions: z.array(ref("jurisdiction")).min(1),
    enforcement: factor("strength of law enforcement against before, where nothing is captured", 20),
    rampWeeks,
  }),
  compile: (params, names) => {
    const jurisdictions = indices(names, "jurisdiction", params.jurisdictions);
    return {
      effect: (levers, strength) => {
        for (const at of jurisdictions) pull(levers, "enforcement", at, 1 + (params.enforcement - 1) * strength);
      },
    };
  },
});
