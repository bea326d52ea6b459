/** Authorities, the public, and what instruments cost. */
import { z } from "zod";
import { quantity, share } from "../../quantity.ts";
import { named, title } from "./names.ts";
import { ref } from "./reference.ts";

export const authoritySchema = z.strictObject({
  title,
  strength: share("how far its listings bind where they reach"),
  legitimacy: share("how far actors and communities accept it as a sender of norms"),
  coverage: share("share of active smugglers that its assessments see"),
  noise: quantity({ unit: "sd of ln", about: "error of its assessments of size and harm", min: 0, max: 3 }),
  ageWeeks: quantity({ unit: "weeks", about: "age of what an assessment knows", min: 0, max: 104, integer: true }),
  listingsPerYear: quantity({ unit: "actors/year", about: "most actors it can list in a year", min: 0, max: 1000 }),
  mirrors: z
    .record(
      ref("authority"),
      z.strictObject({
        delayWeeks: quantity({ unit: "weeks", about: "delay until its listings are copied", min: 0, max: 520, integer: true }),
        share: share("share of listings that are copied"),
      }),
    )
    .meta({ description: "whose listings it copies" }),
});

export const publicSchema = z.strictObject({
  support: share("support for the policy at the start"),
  results: quantity({
    unit: "per year",
    about: "how fast support moves with results against what was promised",
    min: 0,
    max: 10,
  }),
  recovery: quantity({ unit: "per year", about: "how fast support returns to its usual level", min: 0, max: 10 }),
  floor: share("support below which nothing is paid for any more"),
  full: share("support from which budgets are paid in full"),
});

export const costSchema = z.strictObject({
  perUse: quantity({ unit: "budget units", about: "each use", min: 0, max: 1e9 }),
  perActor: quantity({ unit: "budget units/actor", about: "each actor listed, assessed or prosecuted", min: 0, max: 1e9 }),
  perYear: quantity({ unit: "budget units/year", about: "while it is in force", min: 0, max: 1e9 }),
  perActorYear: quantity({ unit: "budget units/actor/year", about: "each listed actor kept under follow-up", min: 0, max: 1e9 }),
});

export const policySchemas = {
  authorities: named(authoritySchema),
  public: publicSchema,
  costs: named(costSchema),
};
