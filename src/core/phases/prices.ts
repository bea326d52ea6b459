/** 5e: fares. All smugglers of a leg read the same averages, made at the start of the step. */
import { exp, log } from "../math.ts";
import { sumOf, tell } from "../reasons/business.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { arrivalOf, createTrip, presentTrip } from "../world/trip.ts";
import { isWatched } from "../world/witness.ts";
import type { World } from "../world/world.ts";

/** What a fare follows: logs of factors of the old fare, and bounds in USD. */
interface FareReview {
  readonly price: number;
  readonly cost: number;
  readonly use: number;
  readonly peers: number;
  readonly usual: number;
  readonly lowest: number;
  readonly highest: number;
}

function tellFare(world: World, row: number, { price, cost, use, peers, usual, lowest, highest }: FareReview): void {
  const fare = world.smugglers.columns.price[row];
  const bound = fare === highest ? ", the highest allowed" : fare === lowest ? ", the lowest that it bears" : "";
  tell(world, row, {
    decision: "fare",
    rule: "The old fare times the exponential of the sum, within bounds.",
    unit: "natural logarithm of the fare",
    state: [
      { name: "use of its capacity (share)", value: world.smugglers.columns.utilisation[row] },
      { name: "cost of one more passenger (USD)", value: cost },
      { name: "mean fare of the leg (USD)", value: world.legs.columns.meanPrice[world.smugglers.columns.leg[row]] },
      { name: "lowest fare (USD)", value: lowest },
      { name: "highest fare (USD)", value: highest },
    ],
    options: [
      sumOf("change of the fare", [
        { name: "use of capacity", value: use },
        { name: "fares of others", value: peers },
        { name: "cost and usual markup", value: usual },
      ]),
    ],
    before: `${price.toFixed(0)} USD`,
    chosen: `${fare.toFixed(0)} USD${bound}`,
    flipsHold: "none: a fare follows from a sum, nothing is chosen between",
  });
}

const MOST_USED = 1.5;
/** USD; nobody sails for nothing, and the logarithm of a fare is taken next week. */
const SMALLEST_FARE = 0.01;

export const prices: Phase = {
  name: "prices",
  about: "the fare follows utilisation, competitors and cost plus the usual markup, within bounds",
  equations: [
    "ln fare′ = ln fare + `smugglers.pricing.utilisation` · (min(1.5, use) − `smugglers.pricing.target`) + `smugglers.pricing.competition` · ln(mean fare / fare) + `smugglers.pricing.anchor` · ln(cost · (1 + usual markup) / fare) [assumed]",
    "max(0.01, `smugglers.pricing.floor` · cost) ≤ fare ≤ `smugglers.pricing.ceiling` · `legs.*.cost`; the ceiling binds last [assumed]",
    "cost = trip cost + fees + `conduct.*.guards` + interception loss + (fare · (1 − P(arrives)) where fares are held until arrival); P(arrives) = (1 − death)(1 − interception) @world/trip.ts [own]",
  ],
  writes: ["smugglers.price", "smugglers.marginalCost"],
  streams: [],
  run(world) {
    const { model } = world;
    const { pricing } = model.smugglers;
    const c = world.smugglers.columns;
    const g = world.legs.columns;
    const terms = createTerms();
    const trip = createTrip();
    for (const row of world.active) {
      const leg = c.leg[row];
      serviceTerms(world, row, clientClass(world, row), terms);
      presentTrip(world, row, terms, trip);
      const lostOnDeath = terms.escrow ? c.price[row] * (1 - arrivalOf(trip)) : 0;
      const cost = trip.cost + terms.fees + model.levels.guards[c.level[row]] + trip.interceptionLoss + lostOnDeath;
      c.marginalCost[row] = cost;
      if (!model.mechanism["price-adjustment"]) continue;
      const price = c.price[row];
      const use = pricing.utilisation * (Math.min(MOST_USED, c.utilisation[row]) - pricing.target);
      const peers = pricing.competition * log(g.meanPrice[leg] / price);
      const usual = pricing.anchor * log((cost * (1 + g.markup[leg])) / price);
      const step = use + peers + usual;
      // the ceiling binds last: where most are stopped, refunds make cost follow the fare, and a floor on top of that would run away
      const highest = pricing.ceiling * model.legs.cost[leg];
      const lowest = Math.max(SMALLEST_FARE, pricing.floor * cost);
      c.price[row] = Math.min(highest, Math.max(lowest, price * exp(step)));
      if (isWatched(world, "smuggler", c.uid[row])) tellFare(world, row, { price, cost, use, peers, usual, lowest, highest });
    }
  },
};
