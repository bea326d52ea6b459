import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { number, text } from "../../decompose/contrast.ts";
import type { Information } from "../information.ts";
import { count, endsOf, inUnit, QUESTION, questionOf, withEnds } from "./columns.ts";

/** In place of a name, which is a path and holds no parentheses. */
export const ALL_UNKNOWNS = "(all together)";

const SPEC: TableSpec = {
  name: "information",
  about:
    "one row per outcome, period and uncertain quantity: what it would be worth to know it before choosing; points of the " +
    "design are taken as equally likely",
  primaryKey: ["outcome", "period", "uncertainty"],
  columns: [
    ...QUESTION,
    text("choice", "strategy with the best mean: what would be chosen without knowing more"),
    text("uncertainty", `quantity; ${ALL_UNKNOWNS} is perfect information about all of them`),
    ...withEnds(
      "value",
      "as the outcome",
      "expected gain of choosing with the quantity known over choosing now (EVPPI by regression; looks too high near 0)",
      "Student t over points, cut off at 0",
    ),
    inUnit("by_chance", "the same estimate, on average, with the outcomes dealt to other points: what means nothing"),
    number("p", "1", "chance of an estimate so high for any quantity where none means anything (adjusted for all of them)"),
    inUnit("at_most", "of all together, from the means of points: too high, for it takes luck for knowledge"),
    count("points", "points", "points with a trial in which every strategy has a value"),
    count("missing", "trials", "trials left out for all because a strategy lacks a value"),
  ],
};

export function informationTable(all: readonly Information[]): Table {
  const builder = tableBuilder(SPEC);
  for (const one of all) {
    for (const { name, value, byChance, p } of [...one.rows, one.all]) {
      builder.add([
        ...[...questionOf(one), one.choice, name || ALL_UNKNOWNS, ...endsOf(value), byChance, p],
        ...[name ? undefined : one.atMost, one.points, one.dropped],
      ]);
    }
  }
  return builder.finish();
}
