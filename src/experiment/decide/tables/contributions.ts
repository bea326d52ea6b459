import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { text } from "../../decompose/contrast.ts";
import type { SplitBetween } from "../contribution.ts";
import { count, endsOf, withEnds, yes } from "./columns.ts";

const UNIT = "as the outcome";
const PAIRED = "paired Student t";

const SPEC: TableSpec = {
  name: "contributions",
  about:
    "one row per outcome, period and differing part of two strategies: its share of the difference between them (Shapley); " +
    "the values of all parts add up to the total",
  primaryKey: ["from", "to", "outcome", "period", "part"],
  columns: [
    text("from", "first strategy"),
    text("to", "second strategy: the difference is second minus first"),
    text("outcome", "name of a column of timeseries.csv"),
    text("unit", "unit of the outcome"),
    text("period", "span over which the outcome is summed (flow), averaged (stock) or divided (ratio)"),
    text("part", "instrument that only one of them has, or that they have differently"),
    ...withEnds(
      "value",
      UNIT,
      "contribution: the mean over all orders of exchanging the parts",
      "Student t; sampled orders count",
    ),
    ...withEnds("alone", UNIT, "what changes when this part alone is exchanged in the first strategy", PAIRED),
    ...withEnds("last", UNIT, "what changes when it is exchanged after all the others", PAIRED),
    ...withEnds("total", UNIT, "the whole difference, the same in every row", PAIRED),
    ...withEnds("together", UNIT, "total minus what each part does alone, the same in every row", PAIRED),
    yes("exact", "every mixture of parts was played; otherwise orders were sampled"),
    count("n", "trials", "trials in which every mixture has a value"),
    count("missing", "trials", "trials left out because a mixture lacks a value"),
  ],
};

export function contributionTable(all: readonly SplitBetween[]): Table {
  const builder = tableBuilder(SPEC);
  for (const { from, to, contributions } of all) {
    const { outcome, period, total, together, exact, trials, dropped } = contributions;
    for (const { part, value, alone, last } of contributions.rows) {
      builder.add([
        ...[from, to, outcome.name, outcome.unit, period.name, part],
        ...[...endsOf(value), ...endsOf(alone), ...endsOf(last), ...endsOf(total), ...endsOf(together)],
        ...[Number(exact), trials, dropped],
      ]);
    }
  }
  return builder.finish();
}
