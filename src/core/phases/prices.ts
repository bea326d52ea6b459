/** 5e: fares. All smugglers of a leg read the same averages, made at the start of the step. */
import { exp, log } from "../math.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { arrivalOf, createTrip, presentTrip } from "../world/trip.ts";

const MOST_USED = 1.5;
/** USD; nobody sails for nothing, and the logarithm of a fare is taken next week. */
const SMALLEST_FARE = 0.01;

export const prices: Phase = {
  name: "prices",
  about: "the fare follows utilisation, competitors and cost plus the usual markup, within bounds",
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
      const step =
        pricing.utilisation * (Math.min(MOST_USED, c.utilisation[row]) - pricing.target) +
        pricing.competition * log(g.meanPrice[leg] / price) +
        pricing.anchor * log((cost * (1 + g.markup[leg])) / price);
      // the ceiling binds last: where most are stopped, refunds make cost follow the fare, and a floor on top of that would run away
      const highest = pricing.ceiling * model.legs.cost[leg];
      c.price[row] = Math.min(highest, Math.max(SMALLEST_FARE, pricing.floor * cost, price * exp(step)));
    }
  },
};
