/** Communities (origin x diaspora), and how migrants decide. */
import { z } from "zod";
import { factor, probability, quantity, series, share } from "../../quantity.ts";
import { name, named, title } from "./names.ts";
import { ref } from "./reference.ts";

const utils = (about: string, min = -100, max = 100) => quantity({ unit: "utils", about, min, max });

export const communitySchema = z.strictObject({
  title,
  origin: ref("node"),
  destination: ref("node"),
  nationality: name,
  births: series({ unit: "persons/year", about: "persons who begin to consider the journey", min: 0, max: 5000000 }),
  cash: quantity({ unit: "USD/person", about: "median savings", min: 0, max: 100000 }),
  credit: quantity({ unit: "USD/person", about: "median that kin can lend or send", min: 0, max: 100000 }),
  reservation: utils("value of staying for the median person; the persistent reservation value"),
  attraction: utils("value of arriving at the destination"),
  dangerBias: quantity({
    unit: "ln factor",
    about: "signed error of the first belief on danger: 0 right, + too high",
    min: -4,
    max: 4,
  }),
  vulnerability: factor("exposure to abuse against the mean migrant", 10),
  stock: z.record(
    ref("node"),
    quantity({ unit: "persons", about: "persons of this community working at a hub at the start", min: 0, max: 5000000 }),
  ),
});

export const migrantsSchema = z.strictObject({
  cashSpread: quantity({ unit: "sd of ln", about: "spread of savings within a community", min: 0, max: 3 }),
  creditSpread: quantity({ unit: "sd of ln", about: "spread of kin credit within a community", min: 0, max: 3 }),
  riskSpread: quantity({ unit: "sd of ln", about: "spread of risk aversion (median 1)", min: 0, max: 2 }),
  stayTaste: utils("standard deviation of the permanent taste for staying; sets how elastic demand is", 0),
  settleTaste: utils("standard deviation of the permanent taste for work at a hub", 0),
  vulnerabilitySpread: quantity({ unit: "sd of ln", about: "spread of vulnerability within a community", min: 0, max: 2 }),
  price: quantity({ unit: "utils per means", about: "weight of fare over means", min: 0, max: 50 }),
  danger: quantity({ unit: "utils per probability", about: "weight of the believed probability of death", min: 0, max: 2000 }),
  abuse: quantity({ unit: "utils per abuse index", about: "weight of believed abuse", min: 0, max: 100 }),
  interception: quantity({ unit: "utils per probability", about: "weight of believed interception", min: 0, max: 100 }),
  time: quantity({ unit: "utils/week", about: "weight of travel time", min: 0, max: 10 }),
  familiarity: utils("extra value of a smuggler whom one's community knows well", 0),
  referral: factor("visibility of partners of the smuggler who brought the migrant here"),
  choiceNoise: quantity({ unit: "utils", about: "scale of the noise in choosing among offers", min: 0.01, max: 20 }),
  routeNoise: quantity({ unit: "utils", about: "scale of the softmax over onward legs", min: 0.01, max: 20 }),
  offers: quantity({ unit: "offers", about: "offers that a migrant hears of in a week", min: 1, max: 32, integer: true }),
  waiting: utils("cost of waiting another week"),
  turningBack: utils("value of turning back"),
  settling: utils("value of settling at a hub"),
  loan: utils("dislike of travelling on the smuggler's credit"),
  lenderInterest: share("interest of a lender on the sum lent"),
  lenderLimit: quantity({ unit: "USD/person", about: "most that a lender gives", min: 0, max: 100000 }),
  considerationWeeks: quantity({
    unit: "weeks",
    about: "how long a prospective migrant considers before staying",
    min: 1,
    max: 520,
    integer: true,
  }),
  reviewWeeks: quantity({
    unit: "weeks",
    about: "time between reviews of a prospective migrant",
    min: 1,
    max: 52,
    integer: true,
  }),
  workReviewWeeks: quantity({
    unit: "weeks",
    about: "time between reviews of a migrant who works at a hub",
    min: 1,
    max: 104,
    integer: true,
  }),
  retryWeeks: quantity({
    unit: "weeks",
    about: "time until the next search after waiting or being turned away",
    min: 1,
    max: 52,
    integer: true,
  }),
  patience: quantity({
    unit: "searches",
    about: "fruitless searches before turning to work at the hub",
    min: 1,
    max: 200,
    integer: true,
  }),
  retryHazard: probability("that somebody working at a hub looks for a passage again without any change", "review"),
  detentionWeeks: quantity({ unit: "weeks", about: "mean state detention after an interception", min: 0, max: 200 }),
  detentionReturn: share("share of the detained who are returned to where they came from"),
  ransomCredit: share("share of remaining kin credit that a family gives as ransom"),
  bondageWage: quantity({ unit: "USD/week", about: "what debt bondage repays", min: 1, max: 5000 }),
});

export const beliefsSchema = z.strictObject({
  halfLifeDanger: quantity({ unit: "weeks", about: "half-life of evidence on the danger of a leg", min: 1, max: 1000 }),
  halfLifeConduct: quantity({ unit: "weeks", about: "half-life of evidence on a smuggler", min: 1, max: 1000 }),
  priorDanger: quantity({ unit: "trips", about: "weight of the first belief on danger, in real trips", min: 0.01, max: 100000 }),
  priorConduct: quantity({
    unit: "trips",
    about: "weight of the leg's reputation in the belief on one smuggler",
    min: 0.01,
    max: 100000,
  }),
  heard: share("share of a community's real trips whose story is heard"),
  deathHeard: share("share of deaths that are heard of at home"),
  deathAsAbuse: quantity({ unit: "abuse index", about: "how bad a reported death counts against the smuggler", min: 0, max: 20 }),
  gossip: share("weight of what other communities whose way leads over the leg say of a smuggler, per week"),
  doubt: share("evidence lost per unit of contradiction between communities, per week"),
});

export const migrationSchemas = { communities: named(communitySchema), migrants: migrantsSchema, beliefs: beliefsSchema };
