import { z } from "zod";
import { share } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const coordinate = instrument({
  kind: "coordinate",
  about: "Authorities copy each other's listings, share intelligence, and win more reach in the jurisdictions that join.",
  moves: ["pooling", "intelligence", "reach"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("coordinate"),
    ...occasionFields,
    authorities: z.array(ref("authority")).min(1),
    jurisdictions: z.array(ref("jurisdiction")).optional().meta({ description: "where reach grows; everywhere when absent" }),
    mirroring: share("share of a member's listings that the others copy"),
    reach: share("reach added in these jurisdictions, of what is missing"),
    intelligence: share("coverage of assessments added, of what is missing"),
    rampWeeks,
  }),
  compile: (params, names) => {
    const authorities = indices(names, "authority", params.authorities);
    const jurisdictions = indices(names, "jurisdiction", params.jurisdictions);
    return {
      effect: (levers, strength) => {
        for (const at of authorities) {
          pull(levers, "pooling", at, params.mirroring * strength);
          pull(levers, "intelligence", at, params.intelligence * strength);
        }
        for (const at of jurisdictions) pull(levers, "reach", at, params.reach * strength);
      },
    };
  },
});
