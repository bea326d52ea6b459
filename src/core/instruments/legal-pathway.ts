import { z } from "zod";
import { quantity } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const legalPathway = instrument({
  kind: "legal-pathway",
  about: "Legal places for prospective migrants of some communities.",
  moves: ["legal-places"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("legal-pathway"),
    ...occasionFields,
    communities: z.array(ref("community")).min(1),
    places: quantity({ unit: "persons/year", about: "places for each community", min: 0, max: 1000000 }),
    rampWeeks,
  }),
  compile: (params, names) => {
    const communities = indices(names, "community", params.communities);
    return {
      effect: (levers, strength) => {
        for (const at of communities) pull(levers, "legal-places", at, params.places * strength);
      },
    };
  },
});
