/** What communities believe about legs and smugglers. */
import { exp } from "../math.ts";
import type { Model } from "./model.ts";
import type { World } from "./world.ts";

const HALF = 0.5;

/** True order of magnitude of the danger of a leg at the start, from which first beliefs err by the community's bias. */
function referenceDanger(model: Model, leg: number): number {
  const { legs, vessels } = model;
  let fatality = 0;
  for (const v of legs.vessels[leg]) fatality += vessels.fatality[v] * (1 - HALF * vessels.rescueGain[v]);
  return legs.death[leg] + (legs.wreck[leg] * fatality) / legs.vessels[leg].length;
}

/** First belief on the probability of death of a trip, leg x community. */
export function firstDanger(model: Model): Float64Array {
  const { legs, communities } = model;
  const danger = new Float64Array(legs.count * communities.count);
  for (let leg = 0; leg < legs.count; leg++) {
    for (let k = 0; k < communities.count; k++) {
      const bias = model.mechanism["belief-bias"] ? communities.dangerBias[k] : 0;
      danger[leg * communities.count + k] = Math.min(1, referenceDanger(model, leg) * exp(bias));
    }
  }
  return danger;
}

/** Believed probability of death of a trip on a leg. */
export function believedDanger(world: World, leg: number, community: number): number {
  const { model } = world;
  const at = leg * model.communities.count + community;
  const prior = world.firstDanger[at];
  if (!model.mechanism["danger-learning"]) return prior;
  const g = world.legCommunities.columns;
  const weight = model.beliefs.priorDanger;
  return (weight * prior + g.deaths[at]) / (weight + g.trips[at]);
}

/** Believed probability of being stopped on a leg. */
export function believedInterception(world: World, leg: number, community: number): number {
  const { model } = world;
  const g = world.legCommunities.columns;
  const at = leg * model.communities.count + community;
  const weight = model.beliefs.priorDanger;
  return (weight * model.legs.interception[leg * model.calendar.weeks] + g.stops[at]) / (weight + g.trips[at]);
}

/** First belief on a leg that nobody has told of, abuse index: assumed in the middle of the scale. */
export const UNKNOWN_ABUSE = 0.3;

/** What a community believes of the abuse on a leg, 0..1. */
export function legReputation(world: World, leg: number, community: number): number {
  const at = leg * world.model.communities.count + community;
  const g = world.legCommunities.columns;
  const weight = world.model.beliefs.priorConduct;
  return (weight * UNKNOWN_ABUSE + g.abuse[at]) / (weight + g.abuseTrips[at]);
}

/** What a community believes of a smuggler's abuse, 0..1: own stories, and the reputation of its leg where stories are few. */
export function believedAbuse(world: World, row: number, community: number, reputation: number): number {
  const s = world.smugglers.columns;
  const at = row * world.model.communities.count + community;
  const weight = world.model.beliefs.priorConduct;
  return (weight * reputation + s.heardAbuse[at]) / (weight + s.heardTrips[at]);
}
