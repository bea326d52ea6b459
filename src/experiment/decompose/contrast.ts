/** Which two strategies a row is about, and how pairs of runs become estimates. */
import type { TableColumn } from "../../core/table.ts";
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";

/** Rows about one strategy against its baseline. */
export interface Contrast<Row> {
  readonly strategy: string;
  readonly baseline: string;
  readonly rows: readonly Row[];
}

/** Student's t over pairs of a number that each has; a pair that has none (NaN) does not count. */
export function over(pairs: readonly Float64Array[], number: (pair: Float64Array) => number): Estimate {
  const sum = running();
  for (const pair of pairs) addTo(sum, number(pair));
  return estimate(sum);
}

export const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
export const number = (name: string, unit: string, about: string): TableColumn => ({ name, type: "number", unit, about });
export const pairsColumn: TableColumn = { name: "n", type: "integer", unit: "pairs", about: "pairs of runs that have a value" };

/** Recording windows are whole: a period of them is not to the week that of effects.csv. */
export const periodColumn = text(
  "period",
  "as in periods.csv, but of whole recording windows, counted by their last week: it may begin and end up to a window earlier",
);

export const CONTRAST_COLUMNS: readonly TableColumn[] = [
  text("strategy", "strategy of the treated runs"),
  text("baseline", "strategy of the base runs, with the same luck"),
];

/** Columns of a mean with its interval. */
export function interval(
  name: string,
  unit: string,
  about: string,
  ends: readonly [string, string] = [`${name}_low`, `${name}_high`],
): TableColumn[] {
  return [
    number(name, unit, about),
    number(ends[0], unit, "lower end of its 95 % interval (Student t); empty for one pair"),
    number(ends[1], unit, "upper end of that interval"),
  ];
}
