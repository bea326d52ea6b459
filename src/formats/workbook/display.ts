/** How the numbers of a column are shown. They are stored as they are: a format hides digits and loses none. */
import type { TableColumn } from "../../core/table.ts";

export const DATE_FORMAT = "yyyy-mm-dd";
const PLAIN = "0";
const GROUPED = "#,##0";
/** From the largest magnitude downwards: about four digits that count. */
const BY_SIZE: readonly (readonly [from: number, format: string])[] = [
  [1000, GROUPED],
  [10, "#,##0.0"],
  [1, "0.00"],
  [0.01, "0.0000"],
];
const TINY = "0.00E+00";
/** The unit of such a column is that of its row, so no one format fits. */
const OF_THE_ROW = /^as the /;

/** @param largest absolute value in the column; 0 when there is none */
export function displayFormat({ type, unit }: TableColumn, largest: number): string | undefined {
  if (type === "date") return DATE_FORMAT;
  if (type === "integer") return unit === "" || unit === "year" ? PLAIN : GROUPED;
  if (type !== "number" || OF_THE_ROW.test(unit)) return undefined;
  if (largest === 0) return PLAIN;
  return BY_SIZE.find(([from]) => largest >= from)?.[1] ?? TINY;
}
