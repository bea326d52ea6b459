import { z } from "zod";
import { factor, quantity } from "../quantity.ts";
import { occasionFields, rampWeeks } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { indices, instrument } from "../world/instrument.ts";
import { pull } from "../world/levers.ts";

export const prosecute = instrument({
  kind: "prosecute",
  about: "More prosecution: the hazard for visible organisers rises, and arrests also fall on drivers, who are mostly migrants.",
  moves: ["prosecution"],
  gives: ["prosecute"],
  params: z.strictObject({
    kind: z.literal("prosecute"),
    ...occasionFields,
    jurisdictions: z.array(ref("jurisdiction")).optional(),
    hazard: factor("hazard of prosecution against before"),
    drivers: quantity({
      unit: "persons/use",
      about:
        "arrests of low-level actors and migrants at each use, in each jurisdiction: an output, they cost organisers nothing",
      min: 0,
      max: 100000,
    }),
    rampWeeks,
  }),
  compile: (params, names) => {
    const jurisdictions = indices(names, "jurisdiction", params.jurisdictions);
    return {
      effect: (levers, strength) => {
        for (const at of jurisdictions) pull(levers, "prosecution", at, 1 + (params.hazard - 1) * strength);
      },
      orders: (budget) => [{ order: "prosecute", jurisdictions, drivers: params.drivers * budget }],
    };
  },
});
