/** What shows of conduct when some of it is hidden. */
import type { World } from "./world.ts";

/** Severity that shows: concealment hides a part. */
export function shownSeverity(world: World, level: number, conceal: number): number {
  const hidden = conceal === 1 ? world.model.smugglers.conductReview.concealment : 0;
  return world.model.levels.severity[level] * (1 - hidden);
}

/** Expected reported harm of a trip at a level, index points. */
export function reportedHarm(world: World, level: number, conceal: number): number {
  const { levels, harms, smugglers } = world.model;
  let sum = 0;
  for (const h of harms.perTrip) sum += harms.weight[h] * harms.reported[h] * levels.harm[level * harms.count + h];
  return sum * (conceal === 1 ? 1 - smugglers.conductReview.concealment : 1);
}
