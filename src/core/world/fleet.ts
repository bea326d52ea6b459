/** Which vessels and vehicles a leg has in a week: some come into use on a date. */
import type { Model } from "./model.ts";

/** Those that can be used, in the order of the leg's; the earliest of them all when the week is before every date. */
export function fleetOf({ legs, vessels, mechanism }: Model, leg: number, week: number): Int32Array {
  const all = legs.vessels[leg];
  if (!mechanism["vessel-dates"] || all.every((vessel) => vessels.from[vessel] <= week)) return all;
  const first = all.reduce((least, vessel) => Math.min(least, vessels.from[vessel]), Number.POSITIVE_INFINITY);
  return all.filter((vessel) => vessels.from[vessel] <= Math.max(week, first));
}
