/** Trips and expected harm by window and leg, for the map. */
import type { Model } from "../../core/index.ts";
import { numbersOf, type Table, textsOf } from "../../core/table.ts";
import type { Setting } from "./track.ts";

/** @returns one number for each window and leg, legs in the order of the ecosystem; harm in index points */
export function byLeg(
  tables: readonly Table[],
  { ecosystem, settings, dates }: Setting,
  labels: Model["labels"],
): { trips?: Float64Array; harms?: Float64Array } {
  const table = tables.find(({ spec }) => spec.name === "harms");
  if (!table) return {};
  const legs = Object.keys(ecosystem.legs);
  const at = new Map(legs.map((name, i) => [name, i]));
  const windows = new Map(dates.filter((_, week) => week % settings.recordWeeks === 0).map((date, i) => [date, i]));
  const trips = new Float64Array(windows.size * legs.length);
  const harms = new Float64Array(windows.size * legs.length);
  const [date, leg, harm] = [textsOf(table, "date"), textsOf(table, "leg"), textsOf(table, "harm")];
  const [expected, begun] = [numbersOf(table, "expected"), numbersOf(table, "trips")];
  const weight = new Map(labels.harm.map((name) => [name, ecosystem.harms[name]?.weight.value ?? 0]));
  for (let row = 0; row < table.rows; row++) {
    const cell = (windows.get(date[row] ?? "") ?? 0) * legs.length + (at.get(leg[row] ?? "") ?? 0);
    trips[cell] = begun[row] as number;
    harms[cell] = (harms[cell] as number) + (expected[row] as number) * (weight.get(harm[row] ?? "") ?? 0);
  }
  return { trips, harms };
}
