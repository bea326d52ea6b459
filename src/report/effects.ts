/** Rows of effects.csv, read back. */
import { type Evidence, rowsIn } from "./evidence.ts";
import type { Row } from "./rows.ts";
import { change, changePercent, isOneSided } from "./words.ts";

/** What is paid is no effect: it says what there is less of for anything else. */
export const COST = "spend";

export const WHOLE_SPAN = "whole span";

/** A difference is shown: the verdict says so, after the adjustment for all that was looked at. */
export const isShown = (row: Row): boolean => ["lower", "higher"].includes(row.text("verdict"));

export const effectRows = (evidence: Evidence, period: string): Row[] =>
  rowsIn(evidence, "effects").filter((row) => row.text("period") === period);

/** Horizons in order, the whole span last. */
export const periodsOf = (evidence: Evidence): string[] => [
  ...new Set(rowsIn(evidence, "effects").map((row) => row.text("period"))),
];

/** "-3 (-9 to +4 %)", or in the unit of the outcome where the baseline has no share to speak of. */
export function effectText(row: Row): string {
  const [value, low, high] = ["relative", "relative_low", "relative_high"].map((name) => row.number(name)) as [
    number,
    number,
    number,
  ];
  const [difference, from, to] = ["difference", "low", "high"].map((name) => row.number(name)) as [number, number, number];
  const isUsable = Number.isFinite(low) && Number.isFinite(high) && isOneSided(low, high) === isOneSided(from, to);
  if (isUsable) return changePercent(value, low, high);
  const unit = row.text("unit");
  return `${change(difference, from, to)} ${unit}`;
}

/** As a key of the row. */
export const effectKey = (row: Row): string =>
  ["ecosystem", "point", "strategy", "outcome", "period"].map((name) => `${name} = ${row.text(name)}`).join(", ");
