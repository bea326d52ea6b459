/** How smugglers and enablers decide. Money is in constant 2020 USD, rates per year unless the name says otherwise. */
import { z } from "zod";
import { factor, probability, quantity, share } from "../../quantity.ts";

const weeks = (about: string, min = 1, max = 1000) => quantity({ unit: "weeks", about, min, max });
const perYear = (about: string, max = 10) => quantity({ unit: "per year", about, min: 0, max });
const gain = (about: string, max = 1) => quantity({ unit: "per week", about, min: 0, max });

const pricing = z.strictObject({
  utilisation: gain("how fast the fare follows utilisation"),
  competition: gain("how fast the fare follows competitors"),
  anchor: gain("how fast the fare returns to cost plus the usual markup"),
  target: share("utilisation at which the fare does not move"),
  floor: factor("lowest fare against marginal cost", 10),
  ceiling: quantity({ unit: "factor", about: "highest fare against operating cost", min: 0.1, max: 1000 }),
  discrimination: share("how far fares follow the means of a nationality: 0 one fare for all, 1 proportional"),
});

const capacity = z.strictObject({
  growth: gain("growth per unit of utilisation above the upper line"),
  decline: gain("decline per unit of utilisation below the lower line"),
  upper: share("utilisation above which capacity grows"),
  lower: share("utilisation below which capacity shrinks"),
  seatCost: quantity({ unit: "USD per person/week", about: "investment for one more place a week", min: 0, max: 100000 }),
  smallest: quantity({ unit: "persons/week", about: "smallest capacity", min: 0.1, max: 1000 }),
  largest: quantity({ unit: "persons/week", about: "largest capacity of one organisation", min: 1, max: 100000 }),
  fixedCost: share("weekly fixed cost as a share of operating cost at full capacity"),
  minimumReturn: quantity({
    unit: "share per week",
    about: "profit over full operating cost that justifies growth",
    min: -5,
    max: 20,
  }),
  payoutWeeks: weeks("weeks of full cost that owners leave in the business", 0.1),
  payoutShare: share("share of capital above that which owners take out each week"),
  initialWeeks: weeks("capital at the start, in weeks of full cost", 0),
});

const entryExit = z.strictObject({
  entry: probability("of an entry in a slot at the reference return", "slot and week"),
  entryFloor: probability("of an entry in a slot whatever the return, so that dead legs can live again", "slot and week"),
  slots: quantity({ unit: "slots", about: "possible entrants per leg and week", min: 0, max: 16, integer: true }),
  returnReference: quantity({
    unit: "share per week",
    about: "return at which entry has its reference probability",
    min: 0.001,
    max: 100,
  }),
  entryCapacity: share("capacity of a newcomer against the leg's starting median"),
  returnOut: quantity({ unit: "share per week", about: "return below which leaving is considered", min: -5, max: 20 }),
  exit: probability("of leaving when returns are that low", "week"),
  graceWeeks: weeks("weeks before a newcomer considers leaving", 0),
  retirement: perYear("hazard of retirement"),
});

const conductReview = z.strictObject({
  rule: z
    .enum(["logit", "satisficing", "imitation"])
    .meta({ description: "decision rule of the conduct review; a conclusion can hang on it" }),
  reviewWeeks: quantity({ unit: "weeks", about: "time between conduct reviews, staggered", min: 1, max: 104, integer: true }),
  sharpness: quantity({
    unit: "1/revenue share",
    about: "logit sharpness: weight of profit as a share of full revenue",
    min: 0,
    max: 200,
  }),
  permanentTaste: quantity({ unit: "Gumbel scale", about: "scale of the permanent taste for each option", min: 0, max: 10 }),
  freshTaste: quantity({ unit: "Gumbel scale", about: "scale of fresh noise at each review", min: 0, max: 10 }),
  switching: quantity({ unit: "revenue share", about: "cost of changing conduct", min: 0, max: 1 }),
  elasticity: quantity({
    unit: "ln demand per abuse index",
    about: "first belief of an actor on how demand punishes abuse",
    min: 0,
    max: 20,
  }),
  elasticityWeight: quantity({
    unit: "observations",
    about: "weight of that first belief against own experience",
    min: 0.01,
    max: 10000,
  }),
  peerNorm: quantity({ unit: "revenue share per severity²", about: "cost of distance from the norm of peers", min: 0, max: 10 }),
  disapproval: quantity({
    unit: "revenue share per severity",
    about: "cost of conduct that communities disapprove of",
    min: 0,
    max: 10,
  }),
  aspiration: share("satisficing: return, as a share of revenue, that is good enough"),
  imitation: probability("imitation: of copying the most profitable of the peers seen", "review"),
  peersSeen: quantity({ unit: "actors", about: "imitation: peers seen at a review", min: 1, max: 20, integer: true }),
  concealmentCost: share("cost of concealing abuse as a share of revenue"),
  concealment: share("share of what authorities would learn of abuse that concealment suppresses"),
  concealmentAtHome: share("the same of what communities would learn: kin are asked to pay, so they know"),
});

const operations = z.strictObject({
  reviewWeeks: quantity({
    unit: "weeks",
    about: "time between reviews of vessel, crowding and evasion",
    min: 1,
    max: 104,
    integer: true,
  }),
  sharpness: quantity({ unit: "1/revenue share", about: "logit sharpness of that review", min: 0, max: 200 }),
  crowding: z
    .array(z.number().min(0.1).max(5))
    .min(1)
    .max(8)
    .meta({ description: "loads that can be chosen, 1 = normal", unit: "factor" }),
  crowdingDanger: quantity({ unit: "exponent", about: "wreck probability grows with load to this power", min: 0, max: 6 }),
  evasion: z.strictObject({
    interception: factor("interception probability on an evasive route", 1),
    danger: factor("danger on an evasive route", 20),
    cost: factor("operating cost on an evasive route", 10),
  }),
  refund: share("share of the fare returned, or worth of the free retry, after an interception"),
  deathElasticity: quantity({
    unit: "ln demand per probability",
    about: "how much demand an actor expects to lose per probability of death of its trips",
    min: 0,
    max: 1000,
  }),
  boatPriceGain: quantity({
    unit: "exponent",
    about: "price of vessels against the share of boat suppliers at work: price = share^-exponent",
    min: 0,
    max: 5,
  }),
});

const perceivedRisk = z.strictObject({
  rule: z
    .enum(["bayes", "salience", "threshold"])
    .meta({ description: "how a hazard is felt: as it is, distorted by salience, or only above a threshold" }),
  halfLife: weeks("half-life of evidence on punishment"),
  prior: quantity({ unit: "per year", about: "first belief on the hazard of being listed", min: 0, max: 5 }),
  priorWeight: quantity({ unit: "actor-years", about: "weight of that belief", min: 0.001, max: 1000 }),
  own: factor("weight of events that hit oneself", 1),
  tie: factor("weight of events that hit a partner", 1),
  leg: factor("weight of events on the same leg", 1),
  jurisdiction: factor("weight of events in the same jurisdiction", 1),
  elsewhere: factor("weight of events elsewhere", 1),
  relisting: factor("weight of a follow-up against a first listing", 1),
  threshold: share("threshold rule: yearly probability below which risk is hardly felt"),
  thresholdWidth: quantity({ unit: "probability", about: "threshold rule: width of the logistic step", min: 0.001, max: 1 }),
  salience: share("salience rule: weight of the less salient state (1 = undistorted)"),
});

const listing = z.strictObject({
  horizon: quantity({ unit: "years", about: "horizon over which an actor counts lost profit", min: 0, max: 20 }),
  friction: share("loss of capacity and visibility right after a listing with full reach"),
  frictionWithoutAssets: share("part of that friction that needs no reachable assets; an assumption with a switch"),
  frictionCost: quantity({ unit: "cost per friction", about: "extra operating cost per unit of friction", min: 0, max: 10 }),
  evasionLearning: gain("how fast friction fades as evasion is learned"),
  visibility: factor("visibility of a listed smuggler to migrants", 1),
  exposureLow: share("exposure of the least exposed smugglers"),
  exposureHigh: share("exposure of the most exposed smugglers"),
  exposureShape: quantity({ unit: "exponent", about: "exposure = low + (high - low) u^shape", min: 0.1, max: 10 }),
  rebrandHazard: quantity({ unit: "per week", about: "hazard of considering a new name", min: 0, max: 1 }),
  rebrandCost: share("share of capital that a new name costs"),
  rebrandFriction: share("friction that is left under a new name"),
  rebrandMemory: share("share of its reputation that a new name keeps"),
});

const moves = z.strictObject({
  homeReviewWeeks: quantity({ unit: "weeks", about: "time between reviews of the home", min: 1, max: 520, integer: true }),
  homeVisibility: factor("assessment coverage in the year after a move: moving is visible", 10),
  legReviewWeeks: quantity({ unit: "weeks", about: "time between reviews of the leg", min: 1, max: 520, integer: true }),
  legCost: share("share of capital that moving to another leg costs"),
  legSharpness: quantity({ unit: "per return", about: "sharpness of the choice of leg", min: 0, max: 100 }),
  partners: quantity({ unit: "actors", about: "partners on onward legs", min: 0, max: 4, integer: true }),
  tieFormation: probability("of looking for a missing partner", "week"),
  tieLoss: probability("that a tie to a listed partner is cut", "week"),
});

const prosecution = z.strictObject({
  capitalLost: share("share of capital lost when prosecuted"),
  endsBusiness: share("share of prosecuted organisers who are out of business"),
  security: share("how far the most secure organisers escape detection; security costs efficiency"),
  securityCost: share("operating cost of full security"),
});

export const smugglersSchema = z.strictObject({
  pricing,
  capacity,
  entryExit,
  conductReview,
  operations,
  perceivedRisk,
  listing,
  moves,
  prosecution,
  smoothing: z.strictObject({
    utilisation: share("weight of the newest week in smoothed utilisation"),
    profit: weeks("span of smoothed profit"),
    markup: weeks("span of the usual markup of a leg"),
    trailing: weeks("span of trailing conduct, as others would assess it"),
    norm: weeks("span of the norm of peers"),
    disapproval: weeks("span of community disapproval"),
    returns: weeks("span of a leg's return"),
  }),
  norms: z.strictObject({
    legitimate: quantity({
      unit: "disapproval per listing share",
      about: "how much a listing by a legitimate sender raises disapproval",
      min: 0,
      max: 10,
    }),
  }),
});

export const enablersSchema = z.strictObject({
  reviewWeeks: quantity({ unit: "weeks", about: "time between reviews of clients and fees", min: 1, max: 104, integer: true }),
  candidates: quantity({
    unit: "actors",
    about: "suppliers that a smuggler asks beside the present one",
    min: 0,
    max: 20,
    integer: true,
  }),
  distance: quantity({
    unit: "sd of ln fee",
    about: "how much suppliers differ for one client by trust and distance",
    min: 0,
    max: 3,
  }),
  unitsPerYear: quantity({
    unit: "persons/year",
    about: "usual trade of one enabler, over which a risk is spread",
    min: 1,
    max: 1000000,
  }),
  refusal: factor("premium over the usual fee at which a client is refused"),
  stake: quantity({ unit: "years of income", about: "lawful income counted as loss when listed", min: 0, max: 20 }),
  reservation: factor("lowest fee against the usual one", 1),
  halfLife: weeks("half-life of evidence on punishment"),
  prior: quantity({ unit: "per year", about: "first belief on the hazard of being listed", min: 0, max: 5 }),
  priorWeight: quantity({ unit: "actor-years", about: "weight of that belief", min: 0.001, max: 1000 }),
  elsewhere: factor("weight of events in other jurisdictions", 1),
  otherService: factor("weight of events that hit another service", 1),
  payTaste: quantity({
    unit: "Gumbel scale",
    about: "scale of the permanent taste for doing without a service",
    min: 0,
    max: 10,
  }),
  paySharpness: quantity({ unit: "1/revenue share", about: "sharpness of the choice to buy a service", min: 0, max: 200 }),
  containSharpness: quantity({
    unit: "1/income share",
    about: "sharpness of a protector's choice between taxing and stopping departures",
    min: 0,
    max: 200,
  }),
  containSwitching: quantity({ unit: "income share", about: "cost of changing that business", min: 0, max: 10 }),
  containment: share("share of its clients' departures that a paid protector stops"),
});
