import { z } from "zod";
import { share } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const searchAndRescue = instrument({
  kind: "search-and-rescue",
  about: "More rescue coverage on legs.",
  moves: ["rescue"],
  gives: [],
  params: z.strictObject({
    kind: z.literal("search-and-rescue"),
    ...occasionFields,
    legs: z.array(ref("leg")).min(1),
    coverage: share("coverage added, of what is missing"),
    rampWeeks,
  }),
  compile: (params, names) => {
    const legs = indices(names, "leg", params.legs);
    return {
      effect: (levers, strength) => {
        for (const at of legs) pull(levers, "rescue", at, params.coverage * strength);
      },
    };
  },
});
