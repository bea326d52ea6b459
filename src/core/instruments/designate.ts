import { z } from "zod";
import { quantity, share } from "../quantity.ts";
import { authority, occasionFields } from "../scenario/schema/instrument.ts";
import { ref } from "../scenario/schema/reference.ts";
import { index, indices, instrument } from "../world/instrument.ts";
import { MEASURE_NAMES, RANKING_NAMES } from "../world/orders.ts";

const ROLES = ["smuggler", "enabler"] as const;

export const designate = instrument({
  kind: "designate",
  about:
    "An authority lists actors it has assessed, by a criterion and a ranking. The number may go unused; errors of intelligence list the wrong.",
  moves: [],
  gives: ["designate"],
  params: z.strictObject({
    kind: z.literal("designate"),
    ...occasionFields,
    by: authority,
    role: z.enum(ROLES),
    services: z.array(ref("service")).optional().meta({ description: "enablers of these services only" }),
    jurisdictions: z.array(ref("jurisdiction")).optional().meta({ description: "actors based here only" }),
    legs: z.array(ref("leg")).optional().meta({ description: "smugglers on these legs only" }),
    number: quantity({ unit: "actors", about: "most actors to list at one use", min: 0, max: 1000, integer: true }),
    minimumSeverity: share("criterion: assessed severity of conduct at or above this (0 = none)"),
    minimumHarm: quantity({
      unit: "index points/trip",
      about: "criterion: assessed harm per trip at or above this (0 = none)",
      min: 0,
      max: 100,
    }),
    ranking: z.enum(RANKING_NAMES).meta({ description: "who comes first among those who meet the criterion" }),
    measures: z.array(z.enum(MEASURE_NAMES)).min(1).meta({ description: "what a listing does" }),
    clarity: share("share of observers who learn which conduct was hit (the authority says why)"),
  }),
  compile: (params, names) => ({
    orders: (budget) => [
      {
        order: "designate",
        authority: index(names, "authority", params.by),
        target: {
          role: params.role,
          services: params.services ? indices(names, "service", params.services) : [],
          jurisdictions: params.jurisdictions ? indices(names, "jurisdiction", params.jurisdictions) : [],
          legs: params.legs ? indices(names, "leg", params.legs) : [],
        },
        minimumSeverity: params.minimumSeverity,
        minimumHarm: params.minimumHarm,
        ranking: params.ranking,
        number: params.number * budget,
        measures: params.measures,
        clarity: params.clarity,
      },
    ],
  }),
});
