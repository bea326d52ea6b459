/** Conduct levels, harms and services: data, so that another ecosystem can have others. */
import { z } from "zod";
import { factor, probability, quantity, share } from "../../quantity.ts";
import { compoundConductSchema } from "./compounds.ts";
import { named, title } from "./names.ts";
import { ref } from "./reference.ts";

/** What a harm does to the person, beside being counted. */
export const HARM_EFFECTS = {
  none: "counted only",
  death: "the person dies; comes from wrecks and individual deaths, scaled by conduct",
  ransom: "money is demanded; kin pay within limits",
  captivity: "the person is held for weeks",
  trafficking: "the person is sold or kept: an absorbing state",
  bondage: "the person works off a debt to the smuggler",
  "forced-work": "the person is kept in a compound and made to work",
  detention: "state detention after interception",
} as const;
export type HarmEffect = keyof typeof HARM_EFFECTS;

export const harmSchema = z.strictObject({
  title,
  effect: z.enum(Object.keys(HARM_EFFECTS) as [HarmEffect, ...HarmEffect[]]),
  weight: quantity({ unit: "index points", about: "weight in the harm index", min: 0, max: 100 }),
  reported: share("share of incidents that communities and authorities come to know"),
});

export const conductSchema = z.strictObject({
  title,
  severity: share("place on the scale from harmless (0) to worst (1); orders the levels"),
  cost: factor("operating cost against careful conduct", 10),
  guards: quantity({ unit: "USD/person", about: "guards and places to hold people", min: 0, max: 10000 }),
  death: factor("probability of death against the leg's reference", 20),
  harms: z.record(ref("harm"), probability("that this happens to a passenger", "trip")),
  ransom: quantity({ unit: "USD", about: "median ransom demanded", min: 0, max: 100000 }),
  captivity: quantity({ unit: "weeks", about: "mean captivity without ransom arrears", min: 0, max: 200 }),
  resale: quantity({ unit: "USD/person", about: "what selling a person brings", min: 0, max: 100000 }),
  lends: z.boolean().meta({ description: "carries people on credit, to be worked off" }),
  holds: z.boolean().meta({ description: "holds people until they pay: collects in full without escrow" }),
  compound: compoundConductSchema,
});

export const ENABLER_SECTORS = {
  private: "private sector: boats, vehicles, informal finance, lodging, documents, advertising",
  official: "corrupt officials, who live on bribes",
  social: "social enablers: recruiters, patrons, armed protectors",
} as const;
export type EnablerSector = keyof typeof ENABLER_SECTORS;

export const serviceSchema = z.strictObject({
  title,
  sector: z.enum(Object.keys(ENABLER_SECTORS) as [EnablerSector, ...EnablerSector[]]),
  fee: quantity({ unit: "USD/person", about: "usual fee or bribe for one passenger", min: 0, max: 10000 }),
  perJurisdiction: quantity({
    unit: "actors",
    about: "enablers of this kind in each jurisdiction with a leg that uses them",
    min: 0,
    max: 100,
    integer: true,
  }),
  capacity: quantity({
    unit: "persons/week",
    about: "persons that one enabler serves at its usual fee; more cost in proportion",
    min: 1,
    max: 1e9,
  }),
  capital: quantity({ unit: "USD", about: "median capital of one enabler", min: 0, max: 1e9 }),
  legitimate: share("share of its income that is lawful and at stake when listed"),
  exposure: share("share of its capital that finance or travel rules can reach"),
  replacementWeeks: quantity({ unit: "weeks", about: "time until a lost enabler is replaced", min: 1, max: 520 }),
  without: z
    .strictObject({
      capacity: factor("capacity of a smuggler without it", 1),
      collection: factor("share of fares collected without it", 1),
      visibility: factor("visibility to migrants without it", 1),
      interception: factor("interception probability without it", 10),
      prosecution: factor("prosecution hazard without it", 10),
      boatCost: factor("price of vessels without it", 20),
    })
    .meta({ description: "what a smuggler loses who does without" }),
  protects: z.boolean().meta({
    description: "armed protection: on territorial legs nobody sails without it, and it can be paid to stop departures",
  }),
  escrow: z.boolean().meta({ description: "holds fares until arrival, where the leg pays by escrow" }),
  lends: z.boolean().meta({ description: "lends to migrants" }),
});

export const conductSchemas = { conduct: named(conductSchema), harms: named(harmSchema), services: named(serviceSchema) };
