/** Compounds: places that recruit by a false promise, keep people and live on what they are made to do. */
import { z } from "zod";
import { factor, probability, quantity, share } from "../../quantity.ts";
import { ref } from "./reference.ts";

const weeks = (about: string, max: number) => quantity({ unit: "weeks", about, min: 1, max });

export const compoundsSchema = z
  .strictObject({
    legs: z
      .array(ref("leg"))
      .min(1)
      .meta({ description: "legs at whose end the smuggler keeps a compound and puts people to work" }),
    promisedWage: quantity({ unit: "USD/week", about: "wage that recruiters promise", min: 0, max: 10000 }),
    promiseWeight: quantity({
      unit: "utils per 100 USD/week",
      about: "weight of a promised wage that is believed in full",
      min: 0,
      max: 50,
    }),
    output: quantity({ unit: "USD/week", about: "what one person at work brings in, without drive", min: 0, max: 100000 }),
    outputSpread: quantity({ unit: "sd of ln", about: "spread of that between persons", min: 0, max: 3 }),
    fade: weeks("half-life of a person's output", 1000),
    contractWeeks: quantity({
      unit: "weeks",
      about: "after which whoever is free to go has done what it came for",
      min: 1,
      max: 520,
      integer: true,
    }),
    reviewWeeks: quantity({ unit: "weeks", about: "time between decisions on each person", min: 1, max: 52, integer: true }),
    horizonWeeks: weeks("how far ahead an organiser counts on a person's work", 520),
    roomWeeks: weeks("people that a compound has room for, in weeks of its capacity", 520),
    bargain: share("share of what a person is worth to the buyer that is paid at a sale"),
    bidSpread: quantity({ unit: "sd of ln", about: "spread of what buyers think of a person", min: 0, max: 3 }),
    escape: probability("that an attempt to get out succeeds where nobody guards", "attempt"),
    freedom: quantity({ unit: "utils", about: "value of getting out of the worst conduct", min: 0, max: 100 }),
    punishment: quantity({ unit: "utils", about: "how much the median person fears a failed attempt", min: 0, max: 100 }),
    death: probability("that a person who is kept dies, at reference conduct", "review"),
  })
  .optional()
  .meta({ description: "compounds of forced work at the end of some legs; most corridors have none" });

/** What a level of conduct means inside a compound. */
export const compoundConductSchema = z
  .strictObject({
    confines: z.boolean().meta({ description: "keeps people who want to leave" }),
    drive: factor("output against work without quotas and punishment", 10),
    cost: quantity({ unit: "USD/week", about: "food, room and guards for one person", min: 0, max: 10000 }),
    pays: share("share of the promised wage that is paid"),
    guarded: share("share of attempts to get out that guards stop"),
  })
  .optional()
  .meta({ description: "conduct inside a compound, where an ecosystem has compounds" });
