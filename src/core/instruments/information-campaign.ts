import { z } from "zod";
import { share } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const informationCampaign = instrument({
  kind: "information-campaign",
  about: "Tells communities the published danger. Beliefs move towards it: up or down, as they erred.",
  moves: ["information"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("information-campaign"),
    ...occasionFields,
    communities: z.array(ref("community")).optional(),
    strength: share("how far beliefs are pulled to the published rate"),
    rampWeeks,
  }),
  compile: (params, names) => {
    const communities = indices(names, "community", params.communities);
    return {
      effect: (levers, strength) => {
        for (const at of communities) pull(levers, "information", at, params.strength * strength);
      },
    };
  },
});
