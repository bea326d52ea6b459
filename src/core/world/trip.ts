/** Danger, interception and cost of a trip, as they follow from what a smuggler has chosen: one truth for choices, journeys and expected harm. */
import { pow } from "../math.ts";
import type { ServiceTerms } from "./services.ts";
import type { World } from "./world.ts";

export interface TripTerms {
  /** probability per vessel trip */
  wreck: number;
  /** share of those on board who die in a wreck */
  fatality: number;
  /** individual probability of death that is no wreck */
  individual: number;
  /** probability of death of a passenger, both causes */
  death: number;
  /** probability per vessel trip */
  interception: number;
  /** USD/person without fees and guards: operation and vessel */
  cost: number;
  /** USD/person of that for vessels */
  vesselCost: number;
  /** USD/person expected loss from interceptions: vessels and refunds; fares held until arrival are lost by not arriving, see `arrivalOf` */
  interceptionLoss: number;
  /** persons on one vessel */
  aboard: number;
}

/** Probability that a passenger gets there, neither dead nor stopped: the dead are not stopped as well. */
export function arrivalOf(trip: TripTerms): number {
  return (1 - trip.death) * (1 - trip.interception);
}

export function createTrip(): TripTerms {
  return {
    wreck: 0,
    fatality: 0,
    individual: 0,
    death: 0,
    interception: 0,
    cost: 0,
    vesselCost: 0,
    interceptionLoss: 0,
    aboard: 1,
  };
}

/** Products of probabilities and factors end here: an interception of 1 stops everybody. */
const CERTAIN = 1;

/** Refreshes what every trip on a leg meets this week. */
export function refreshConditions(world: World): void {
  const { model, levers, conditions: now } = world;
  const { legs, mechanism } = model;
  const { boatPriceGain } = model.smugglers.operations;
  for (let leg = 0; leg < legs.count; leg++) {
    const at = leg * model.calendar.weeks + world.week;
    const base = legs.rescue[at];
    const added = levers.rescue[leg];
    now.rescue[leg] = mechanism.rescue ? base + added - base * added : 0;
    now.interception[leg] = legs.interception[at] * levers.interception[leg] * enforcementOf(world, legs.jurisdiction[leg]);
    now.boatPrice[leg] = mechanism["boat-scarcity"] ? pow(Math.max(SCARCEST, boatSupply(world, leg)), -boatPriceGain) : 1;
    now.cost[leg] = legs.cost[leg] * levers["leg-cost"][leg];
  }
}

const SCARCEST = 0.05;

/** Strength of law enforcement in a jurisdiction: what policy adds is captured in the share of corruption. */
export function enforcementOf(world: World, jurisdiction: number): number {
  const { enforcement, corruption } = world.model.jurisdictions;
  return enforcement[jurisdiction] * (1 + (world.levers.enforcement[jurisdiction] - 1) * (1 - corruption[jurisdiction]));
}

/** Share of the leg's vessel suppliers who are at work, 0..1. */
function boatSupply(world: World, leg: number): number {
  const { model } = world;
  const { services } = model;
  const e = world.enablers.columns;
  let suppliers = 0;
  let working = 0;
  for (const s of model.legs.services[leg]) {
    if (services.withoutBoatCost[s] <= 1) continue;
    for (const row of world.market[model.legs.jurisdiction[leg] * services.count + s]) {
      suppliers++;
      working += e.working[row];
    }
  }
  return suppliers > 0 ? working / suppliers : 1;
}

/** How many times more dangerous a load is than a normal one. */
function crowdingDanger({ conditions }: World, load: number): number {
  for (let i = 0; i < conditions.load.length; i++) if (conditions.load[i] === load) return conditions.crowdingDanger[i];
  throw new Error(`nobody chooses to load ${load} times the usual`);
}

/** Fills in the terms of a trip for a smuggler who works as it does now. */
export function presentTrip(world: World, row: number, services: ServiceTerms, out: TripTerms): void {
  const s = world.smugglers.columns;
  tripTerms(world, row, s.vessel[row], s.load[row], s.evasive[row], s.level[row], services, out);
}

/** Fills in the terms of a trip for a smuggler who would choose this vessel, load (one of the crowding choices, or 1), route and conduct. */
export function tripTerms(
  world: World,
  row: number,
  vessel: number,
  load: number,
  evasive: number,
  level: number,
  services: ServiceTerms,
  out: TripTerms,
): void {
  const { model, conditions } = world;
  const { legs, vessels, levels } = model;
  const c = world.smugglers.columns;
  const { operations, listing, prosecution } = model.smugglers;
  const leg = c.leg[row];
  const danger = levels.death[level] * (evasive === 1 ? operations.evasion.danger : 1);
  out.wreck = Math.min(CERTAIN, legs.wreck[leg] * vessels.danger[vessel] * crowdingDanger(world, load) * danger);
  out.fatality = vessels.fatality[vessel] * (1 - vessels.rescueGain[vessel] * conditions.rescue[leg]);
  out.individual = Math.min(CERTAIN, legs.death[leg] * danger);
  out.death = out.wreck * out.fatality + (1 - out.wreck * out.fatality) * out.individual;
  out.interception = Math.min(
    CERTAIN,
    conditions.interception[leg] * services.interception * (evasive === 1 ? operations.evasion.interception : 1),
  );
  out.aboard = vessels.size[vessel] * load;
  const vesselPrice = vessels.cost[vessel] * services.boatCost * (vessels.boats[vessel] === 1 ? conditions.boatPrice[leg] : 1);
  out.vesselCost = vesselPrice / (out.aboard * vessels.trips[vessel]);
  const operating =
    conditions.cost[leg] *
    levels.cost[level] *
    (evasive === 1 ? operations.evasion.cost : 1) *
    (1 + listing.frictionCost * c.friction[row]) *
    (1 + prosecution.securityCost * c.security[row]);
  out.cost = operating + out.vesselCost;
  // who arrives pays for a fare held in escrow: to count its refund here would count it twice
  const refund = services.escrow ? 0 : operations.refund * c.price[row];
  out.interceptionLoss = model.mechanism["interception-costs"]
    ? out.interception * (refund + (vesselPrice / out.aboard) * (1 - 1 / vessels.trips[vessel]))
    : 0;
}
