/** effects.csv: one row per outcome, period and strategy, against the baseline. */
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Effect } from "./judge.ts";
import { sentence } from "./words.ts";

export interface EffectRow extends Effect {
  readonly ecosystem: string;
  /** Point of the design. */
  readonly point: string;
  /** First day of the period. */
  readonly from: string;
}

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const number = (name: string, unit: string, about: string): TableColumn => ({ name, type: "number", unit, about });
const inUnit = (name: string, about: string): TableColumn => number(name, "as the outcome", about);
const share = (name: string, about: string): TableColumn => number(name, "share", about);
const count = (name: string, unit: string, about: string): TableColumn => ({ name, type: "integer", unit, about });

const SPEC: TableSpec = {
  name: "effects",
  about:
    "one row per outcome, period and strategy: what the strategy changes against the baseline when both meet the same luck " +
    "(a pair is one trial under both; intervals cover 95 % unless another level was asked for)",
  primaryKey: ["ecosystem", "point", "strategy", "outcome", "period"],
  columns: [
    text("ecosystem", "ecosystem"),
    text("point", "point of the design"),
    text("strategy", "strategy"),
    text("baseline", "strategy that it is compared with"),
    text("outcome", "name of a column of timeseries.csv"),
    text("unit", "unit of the outcome"),
    text("wanted", "up or down: the direction in which the outcome is better; neither"),
    text("period", "span over which the outcome is summed (flow), averaged (stock) or divided (ratio)"),
    {
      name: "from",
      type: "date",
      unit: "date",
      about: "first day of the period: horizons begin with the first instrument of any strategy",
    },
    count("weeks", "weeks", "length of the period"),
    count("n", "pairs", "trials with a value under both strategies; every figure of the row is of these"),
    count("missing", "pairs", "trials that lack a value under either"),
    inUnit("baseline_mean", "mean under the baseline"),
    inUnit("strategy_mean", "mean under the strategy"),
    inUnit("difference", "mean of strategy minus baseline"),
    inUnit("low", "lower end of its interval (paired Student t); empty for fewer than two pairs"),
    inUnit("high", "upper end of that interval"),
    share("relative", "difference over the size of the baseline's mean; empty for a baseline of 0"),
    share("relative_low", "lower end of its interval (Fieller); empty where the baseline's own interval holds 0"),
    share("relative_high", "upper end of that interval"),
    share("probability_better", "trials in which the strategy is better, ties counted half; higher, where wanted is neither"),
    share("probability_low", "lower end of its interval (Wilson)"),
    share("probability_high", "upper end of that interval"),
    share("p", "paired two-sided t test; two-sided sign test where all differences are equal; empty where not estimable"),
    share(
      "p_holm",
      "p adjusted for all rows that were looked at together (Holm); empty where identical or not estimable, and those rows are not counted in family",
    ),
    count("family", "rows", "rows that were adjusted together"),
    number("correlation", "1", "Pearson correlation of baseline and strategy over the trials; empty where either does not vary"),
    number(
      "variance_reduction",
      "1",
      "(variance of baseline + variance of strategy) / variance of the difference: how many times as many runs an unpaired " +
        "comparison would take; empty where the differences do not vary",
    ),
    inUnit(
      "detectable",
      "true difference that would have been detected with a chance of 80 %, whatever the other rows show (t test at the " +
        "level divided by family); empty where the differences do not vary",
    ),
    text(
      "verdict",
      "lower or higher (the adjusted p is below the level), no detectable difference, identical (in every pair), not estimable",
    ),
    text("assessment", "better or worse, where the verdict is lower or higher and the outcome has a wanted direction"),
    { name: "indicative", type: "boolean", unit: "", about: "fewer than 10 pairs: a hint, not a finding" },
    text("sentence", "the row in words"),
  ],
};

export function effectTable(rows: readonly EffectRow[]): Table {
  const builder = tableBuilder(SPEC, rows.length);
  for (const row of rows) {
    const { outcome, difference, relative, probability } = row;
    builder.add([
      ...[row.ecosystem, row.point, row.strategy, row.baseline, outcome.name, outcome.unit, outcome.better, row.period.name],
      ...[
        row.from,
        row.period.to - row.period.from,
        row.n,
        row.missing,
        row.baselineMean,
        row.strategyMean,
        difference.value,
        difference.low,
        difference.high,
      ],
      ...[relative.value, relative.low, relative.high, probability.value, probability.low, probability.high],
      ...[row.p, row.pHolm, Number.isNaN(row.pHolm) ? undefined : row.family, row.correlation, row.varianceReduction],
      ...[row.detectable, row.verdict, row.assessment, Number(row.indicative), sentence(row)],
    ]);
  }
  return builder.finish();
}
