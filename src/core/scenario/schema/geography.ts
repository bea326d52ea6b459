/** Jurisdictions, nodes and legs: the directed graph of a corridor. */
import { z } from "zod";
import { dateSchema, factor, probability, quantity, series, share } from "../../quantity.ts";
import { MONTHS_PER_YEAR } from "../../units.ts";
import { named, title } from "./names.ts";
import { ref } from "./reference.ts";

const DEGREES = { latitude: 90, longitude: 180 };

export const jurisdictionSchema = z.strictObject({
  title,
  corruption: share("share of enforcement and of capacity building that corruption captures"),
  enforcement: factor("strength of police and border forces against smugglers, 1 = the reference jurisdiction", 10),
  financialOpenness: share("how far local finance follows foreign listings; raises what a freeze can reach"),
  reach: z.strictObject({
    freeze: share("how much of exposed capital a foreign asset freeze reaches here"),
    travel: share("how much of the friction of a travel ban is felt here"),
  }),
  prosecutionHazard: quantity({ unit: "per year", about: "hazard that a visible organiser is prosecuted", min: 0, max: 5 }),
  relocationCost: share("share of a smuggler's capital that moving a home to this jurisdiction costs"),
  haven: z.boolean().meta({ description: "true: a place to live and keep money in, with no leg of its own" }),
});

export const nodeSchema = z.strictObject({
  title,
  kind: z.enum(["origin", "hub", "destination"]),
  jurisdiction: ref("jurisdiction"),
  latitude: quantity({ unit: "degrees", about: "north positive", min: -DEGREES.latitude, max: DEGREES.latitude }),
  longitude: quantity({ unit: "degrees", about: "east positive", min: -DEGREES.longitude, max: DEGREES.longitude }),
  work: z
    .strictObject({
      wage: series({ unit: "USD/week", about: "what a migrant who works here can save", min: 0, max: 5000 }),
      value: quantity({
        unit: "utils",
        about: "value of working here instead of going on, for the median migrant",
        min: -50,
        max: 50,
      }),
      returnHazard: quantity({ unit: "per year", about: "hazard that a working migrant goes home", min: 0, max: 10 }),
      settleHazard: quantity({ unit: "per year", about: "hazard that a working migrant settles for good", min: 0, max: 10 }),
    })
    .optional()
    .meta({ description: "working at a hub; a node without it offers no work" }),
});

export const legSchema = z.strictObject({
  title,
  from: ref("node"),
  to: ref("node"),
  mode: z.enum(["land", "sea", "air"]),
  weeks: quantity({ unit: "weeks", about: "time from departure to arrival", min: 1, max: 52, integer: true }),
  cost: quantity({ unit: "USD/person", about: "operating cost without vessel, fees and guards", min: 1, max: 100000 }),
  price: quantity({
    unit: "USD/person",
    about: "usual fare at the start; also the reference when nobody offers the leg",
    min: 1,
    max: 200000,
  }),
  vessels: z.array(ref("vessel")).min(1).meta({ description: "which vessels or vehicles can be used" }),
  wreck: probability("that a reference vessel at normal load, unrescued, is wrecked or lost", "vessel trip"),
  death: probability("individual death on the way that is not a wreck (thirst, illness, violence, falls)", "trip"),
  interception: series({
    unit: "probability per trip",
    about: "that a vessel is stopped, with no bribe and no evasion",
    min: 0,
    max: 1,
  }),
  rescue: series({ unit: "share", about: "share of distress cases reached by rescue", min: 0, max: 1 }),
  detainedWhenIntercepted: share("share of the intercepted who are detained; the others are back where they started"),
  season: z
    .array(z.number().min(0).max(10))
    .length(MONTHS_PER_YEAR)
    .meta({ description: "capacity factor by month, January to December; 1 = the average month", unit: "factor" }),
  capacity: series({ unit: "factor", about: "share of capacity that can be used: 0 closed, 1 open", min: 0, max: 10 }),
  territorial: z.boolean().meta({ description: "armed groups hold the place of departure: nobody sails without protection" }),
  payment: z.enum(["cash", "escrow"]).meta({ description: "cash before the trip, or held by a money dealer until arrival" }),
  services: z.array(ref("service")).meta({ description: "enabler services that smugglers on this leg use" }),
  smugglers: quantity({ unit: "actors", about: "smugglers at the start", min: 0, max: 250, integer: true }),
  smugglerCapacity: quantity({ unit: "persons/week", about: "median capacity of a smuggler at the start", min: 1, max: 5000 }),
});

export const vesselSchema = z.strictObject({
  title,
  mode: z.enum(["land", "sea", "air"]),
  size: quantity({ unit: "persons", about: "normal load", min: 1, max: 2000 }),
  cost: quantity({ unit: "USD/vessel", about: "price of one vessel or vehicle in normal supply", min: 0, max: 10000000 }),
  trips: quantity({ unit: "trips", about: "trips that one vessel makes before it is worn out", min: 1, max: 1000 }),
  danger: factor("wreck probability against the reference vessel"),
  rescueGain: share("share of its wreck deaths that full rescue coverage avoids"),
  fatality: share("mean share of those on board who die in an unrescued wreck"),
  from: dateSchema.optional().meta({ description: "first day on which it can be used; always when absent" }),
  boats: z.boolean().meta({ description: "true: supplied through the boats service, so scarcity raises its price" }),
});

export const geographySchemas = {
  jurisdictions: named(jurisdictionSchema),
  nodes: named(nodeSchema),
  legs: named(legSchema),
  vessels: named(vesselSchema),
};
