import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { number, text } from "../../decompose/contrast.ts";
import type { Spend } from "../spend.ts";
import { endsOf, QUESTION, questionOf, share, TRIALS, trialsOf, withEnds } from "./columns.ts";

const COST = "as the cost";
const PER_UNIT = "unit of the cost per unit of the outcome";

const SPEC: TableSpec = {
  name: "spend",
  about: "one row per outcome, period and strategy: what it really spent and what it gained, against another strategy",
  primaryKey: ["outcome", "period", "strategy", "against"],
  columns: [
    ...QUESTION,
    text("strategy", "strategy"),
    text("against", "strategy that it is compared with, under the same luck"),
    text("cost", "name of the column of timeseries.csv that is spend"),
    text("cost_unit", "unit of the cost"),
    ...withEnds("spend", COST, "realised spend, mean over trials", "Student t"),
    ...withEnds("extra", COST, "spend above that of the other strategy", "paired Student t"),
    ...withEnds("gain", "as the outcome", "improvement over the other strategy: harm avoided or good gained", "paired Student t"),
    number("per_unit", PER_UNIT, "extra / gain; a number below 0 is no price: it saves and gains, or costs and loses"),
    text(
      "per_unit_set",
      "which prices the trials do not exclude (Fieller): between per_unit_low and per_unit_high, outside them (up to low, and " +
        "from high on without end: that there is any gain is not shown), or anything",
    ),
    number("per_unit_low", PER_UNIT, "lower end; empty where there is none"),
    number("per_unit_high", PER_UNIT, "upper end; empty where there is none"),
    share("dominates", "resamples of trials in which it is no worse in cost and outcome and better in one (bootstrap)"),
    share("dominated", "resamples in which the other strategy is"),
    ...TRIALS,
  ],
};

export function spendTable(spends: readonly Spend[]): Table {
  const builder = tableBuilder(SPEC);
  const finite = (end: number) => (Number.isFinite(end) ? end : undefined);
  for (const one of spends) {
    for (const { strategy, spend, extra, gain, perUnit, dominates, dominated } of one.rows) {
      builder.add([
        ...[...questionOf(one), strategy, one.against, one.cost.name, one.cost.unit],
        ...[...endsOf(spend), ...endsOf(extra), ...endsOf(gain)],
        ...[perUnit.ratio, perUnit.form, finite(perUnit.low), finite(perUnit.high), dominates, dominated],
        ...trialsOf(one),
      ]);
    }
  }
  return builder.finish();
}
