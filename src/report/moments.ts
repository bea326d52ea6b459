/** Dates worth a line in charts over time. */
import type { Moment } from "../charts/series.ts";
import { type Evidence, rowsIn } from "./evidence.ts";

/** The first day on which any strategy does something: horizons are counted from it. */
export function firstInstrument(evidence: Evidence): Moment[] {
  const from = rowsIn(evidence, "effects")
    .find((row) => /^(\d+ years?|whole span)$/.test(row.text("period")))
    ?.text("from");
  return from ? [{ at: new Date(from), label: "first instrument" }] : [];
}
