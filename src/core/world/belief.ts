/** What communities believe about legs. */
import { exp } from "../math.ts";
import type { World } from "./world.ts";

const HALF = 0.5;

/** True order of magnitude of the danger of a leg at the start, from which first beliefs err by the community's bias. */
export function referenceDanger(world: World, leg: number): number {
  const { legs, vessels } = world.model;
  let fatality = 0;
  for (const v of legs.vessels[leg]) fatality += vessels.fatality[v] * (1 - HALF * vessels.rescueGain[v]);
  return legs.death[leg] + (legs.wreck[leg] * fatality) / legs.vessels[leg].length;
}

/** Believed probability of death of a trip on a leg. */
export function believedDanger(world: World, leg: number, community: number): number {
  const { model } = world;
  const bias = model.mechanism["belief-bias"] ? model.communities.dangerBias[community] : 0;
  const prior = Math.min(1, referenceDanger(world, leg) * exp(bias));
  if (!model.mechanism["danger-learning"]) return prior;
  const g = world.legCommunities.columns;
  const at = leg * model.communities.count + community;
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
