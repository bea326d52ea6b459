/** When a run listed somebody for the last time. */
import { type Table, textsOf } from "../../core/table.ts";

/** @param events of a run @param dates first day of each recorded week @returns week from the start of the record; NaN for none */
export function lastListing(events: Table, dates: readonly string[]): number {
  const [names, days] = [textsOf(events, "event"), textsOf(events, "date")];
  const last = names.lastIndexOf("listed");
  return last < 0 ? Number.NaN : dates.indexOf(days[last] as string);
}
