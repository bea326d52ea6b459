/** When a run listed somebody for the last time. */
import type { Table } from "../../core/table.ts";
import { listingsOf } from "../pair.ts";

/** @param events of a run @param dates first day of each recorded week @returns week from the start of the record; NaN for none */
export function lastListing(events: Table, dates: readonly string[]): number {
  const { last } = listingsOf(events);
  return last === undefined ? Number.NaN : dates.indexOf(last);
}
