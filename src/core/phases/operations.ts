/** 5d: vessel, load and route. Danger and scarcity act here through what smugglers choose. */
import { exp } from "../math.ts";
import { gumbel } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import { compare, sumOf, tell } from "../reasons/business.ts";
import { fleetOf } from "../world/fleet.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { arrivalOf, createTrip, presentTrip, tripTerms } from "../world/trip.ts";
import { isWatched, type Option } from "../world/witness.ts";
import { keyFor, type World } from "../world/world.ts";

const TASTE = stream("taste for vessel, load and route");
const FRESH = stream("fresh taste for vessel, load and route");
const FRESH_SHARE = 0.3;

export const operations: Phase = {
  name: "operations",
  about: "each smuggler chooses vessel, crowding and evasion by margin, capacity, interception loss and feared loss of demand",
  equations: [
    "chooses vessel, load and route by the largest `smugglers.operations.sharpness` · q · margin / (capacity with boats · fare) + G(i, option) + 0.3 · G(i, option, week), every `smugglers.operations.reviewWeeks` weeks [random utility; assumed]",
    "q = min(capacity with boats · load, demand · exp(−`smugglers.operations.deathElasticity` · Δ death)); margin = fare · kept − trip cost − fees − interception loss [own]",
    "wreck = min(1, `legs.*.wreck` · `vessels.*.danger` · load^`smugglers.operations.crowdingDanger` · `conduct.*.death` · (`smugglers.operations.evasion.danger` if evasive)) @world/trip.ts [assumed form]",
    "fatality = `vessels.*.fatality` · (1 − `vessels.*.rescueGain` · rescue); individual = `legs.*.death` · `conduct.*.death` · evasion; death = wf + (1 − wf) · individual, w wreck, f fatality @world/trip.ts [own]",
    "interception = min(1, interception per vessel · services · (`smugglers.operations.evasion.interception` if evasive)) @world/trip.ts [own]",
    "trip cost = `legs.*.cost` · lever leg-cost · `conduct.*.cost` · (`smugglers.operations.evasion.cost` if evasive) · (1 + `smugglers.listing.frictionCost` · friction) · (1 + `smugglers.prosecution.securityCost` · security) + vessel / (aboard · `vessels.*.trips`) @world/trip.ts [own]",
    "interception loss = interception · (refund + vessel / aboard · (1 − 1/`vessels.*.trips`)), refund = `smugglers.operations.refund` · fare, 0 where fares are held until arrival (kept then falls by the whole fare); aboard = `vessels.*.size` · load @world/trip.ts [own]",
  ],
  writes: ["smugglers.vessel", "smugglers.load", "smugglers.evasive"],
  streams: [TASTE, FRESH],
  run(world) {
    const { model } = world;
    const { operations: p } = model.smugglers;
    const c = world.smugglers.columns;
    const terms = createTerms();
    const trip = createTrip();
    const taste = keyFor(world, TASTE);
    const fresh = keyFor(world, FRESH);
    const loads = model.mechanism["crowding-choice"] ? p.crowding : [1];
    const routes = model.mechanism["evasion-choice"] ? 2 : 1;
    for (const row of world.active) {
      const settled = c.born[row] < world.week - 1 && world.week > 0;
      if ((world.week + c.uid[row]) % p.reviewWeeks !== 0 && settled) continue;
      const leg = c.leg[row];
      const vessels = model.mechanism["vessel-choice"] ? fleetOf(model, leg, world.week) : [fleetOf(model, leg, world.week)[0]];
      serviceTerms(world, row, clientClass(world, row), terms);
      const boats = capacityWithBoats(world, row, terms.capacity);
      let best = Number.NEGATIVE_INFINITY;
      const weighed: Option[] | undefined = isWatched(world, "smuggler", c.uid[row]) ? [] : undefined;
      const before = nameOf(world, c.vessel[row], c.load[row], c.evasive[row]);
      presentTrip(world, row, terms, trip);
      const deathNow = trip.death;
      for (const vessel of vessels) {
        for (let k = 0; k < loads.length; k++) {
          for (let evasive = 0; evasive < routes; evasive++) {
            const load = loads[k];
            tripTerms(world, row, vessel, load, evasive, c.level[row], terms, trip);
            const q = Math.min(boats * load, c.demand[row] * exp(-p.deathElasticity * (trip.death - deathNow)));
            const kept = terms.escrow ? arrivalOf(trip) : terms.collection;
            const margin = c.price[row] * kept - trip.cost - terms.fees - trip.interceptionLoss;
            const option = (vessel * loads.length + k) * 2 + evasive;
            const gain = (p.sharpness * q * margin) / Math.max(1e-9, boats * c.price[row]);
            const liking = gumbel(uniform(taste, c.uid[row], option, 0, 0));
            const mood = FRESH_SHARE * gumbel(uniform(fresh, c.uid[row], option, world.week, 0));
            const utility = gain + liking + mood;
            weighed?.push(
              sumOf(nameOf(world, vessel, load, evasive), [
                { name: "margin on all passengers", value: gain },
                { name: "permanent taste", value: liking },
                { name: "taste of this review", value: mood },
              ]),
            );
            if (utility > best) {
              best = utility;
              c.vessel[row] = vessel;
              c.load[row] = load;
              c.evasive[row] = evasive;
            }
          }
        }
      }
      if (weighed) tellVessel(world, row, before, weighed);
    }
  },
};

function nameOf(world: World, vessel: number, load: number, evasive: number): string {
  return `${world.model.labels.vessel[vessel]}, load ${load}${evasive === 1 ? ", evasive" : ""}`;
}

function tellVessel(world: World, row: number, before: string, options: readonly Option[]): void {
  const c = world.smugglers.columns;
  tell(world, row, {
    decision: "vessel",
    rule: "The largest total wins.",
    unit: "logit units: sharpness times share of full revenue",
    state: [
      { name: "demand (persons/week)", value: c.demand[row] },
      { name: "price of boats (1 = usual)", value: world.conditions.boatPrice[c.leg[row]] },
      { name: "rescue (share)", value: world.conditions.rescue[c.leg[row]] },
      { name: "interception of a vessel (probability)", value: world.conditions.interception[c.leg[row]] },
    ],
    options,
    before,
    chosen: nameOf(world, c.vessel[row], c.load[row], c.evasive[row]),
    ...compare(options),
  });
}

/** Persons a week at normal load with the vessels at hand. */
function capacityWithBoats(world: World, row: number, services: number): number {
  const c = world.smugglers.columns;
  return Math.max(1e-9, c.capacity[row] * (1 - c.friction[row]) * services);
}
