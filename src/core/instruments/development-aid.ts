import { z } from "zod";
import { factor, quantity } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const developmentAid = instrument({
  kind: "development-aid",
  about: "Aid to communities at risk: raises the value of staying, can first raise the means to leave, and keeps recruits away.",
  moves: ["stay", "means", "recruits"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("development-aid"),
    ...occasionFields,
    communities: z.array(ref("community")).optional(),
    jurisdictions: z.array(ref("jurisdiction")).optional().meta({ description: "where fewer are recruited by smugglers" }),
    stay: quantity({ unit: "utils", about: "value of staying added for those reached", min: 0, max: 20 }),
    means: factor("savings of prospective migrants against before", 10),
    recruits: factor("entry of new smugglers against before", 1),
    reached: quantity({ unit: "share", about: "share of the population reached", min: 0, max: 1 }),
    rampWeeks,
  }),
  compile: (params, names) => {
    const communities = indices(names, "community", params.communities);
    const jurisdictions = indices(names, "jurisdiction", params.jurisdictions ?? []);
    const named = params.jurisdictions !== undefined && params.jurisdictions.length > 0;
    return {
      effect: (levers, strength) => {
        for (const at of communities) {
          pull(levers, "stay", at, params.stay * params.reached * strength);
          pull(levers, "means", at, 1 + (params.means - 1) * params.reached * strength);
        }
        if (!named) return;
        for (const at of jurisdictions) pull(levers, "recruits", at, 1 + (params.recruits - 1) * params.reached * strength);
      },
    };
  },
});
