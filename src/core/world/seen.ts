/** What shows of conduct when some of it is hidden. */
import type { World } from "./world.ts";

/** Share of what happens that concealment keeps from authorities. */
export function hiddenFromAuthorities(world: World, conceal: number): number {
  return conceal === 1 ? world.model.smugglers.conductReview.concealment : 0;
}

/** The same from communities. */
export function hiddenFromCommunities(world: World, conceal: number): number {
  return conceal === 1 ? world.model.smugglers.conductReview.concealmentAtHome : 0;
}

/** Severity of conduct as authorities would assess it. */
export function shownSeverity(world: World, level: number, conceal: number): number {
  return world.model.levels.severity[level] * (1 - hiddenFromAuthorities(world, conceal));
}

/** Severity of conduct as communities hear of it. */
export function toldSeverity(world: World, level: number, conceal: number): number {
  return world.model.levels.severity[level] * (1 - hiddenFromCommunities(world, conceal));
}

/** Expected reported harm of a trip at a level, index points. */
export function reportedHarm(world: World, level: number, conceal: number): number {
  const { levels, harms } = world.model;
  let sum = 0;
  for (const h of harms.perTrip) sum += harms.weight[h] * harms.reported[h] * levels.harm[level * harms.count + h];
  return sum * (1 - hiddenFromAuthorities(world, conceal));
}
