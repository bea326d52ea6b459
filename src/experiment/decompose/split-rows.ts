/** The decomposition over many pairs: each part with its interval, as incidents, per cent of base, and per departure. */
import { PER_THOUSAND } from "../../core/index.ts";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { type Ratio, ratioOfMeans } from "../stats/ratio.ts";
import type { Estimate } from "../stats/running.ts";
import { at } from "./cells.ts";
import { CONTRAST_COLUMNS, type Contrast, interval, number, over, pairsColumn, periodColumn, text } from "./contrast.ts";
import type { Layout } from "./layout.ts";
import { PARTS, SUMS } from "./parts.ts";

export interface SplitRow {
  /** Column of the time series. */
  readonly outcome: string;
  readonly period: string;
  readonly part: string;
  /** What the part is, in words. */
  readonly about: string;
  /** Parts add up to the total; sums are of parts, and have their own interval. */
  readonly is: "part" | "sum";
  /** Mean of the outcome in the base runs. */
  readonly base: number;
  readonly difference: Estimate;
  /** Mean part over mean outcome of the base runs, 0 to 100; parts add up in it too. */
  readonly percent: Ratio;
  /** Part of the change of the outcome per 1,000 departures, split anew: its volume is trips per departure. */
  readonly perDeparture: Estimate;
}

const PERCENT = 100;
const ROWS = [
  ...PARTS.map((part, i) => ({ ...part, is: "part" as const, of: [i] })),
  ...SUMS.map((sum) => ({ ...sum, is: "sum" as const })),
];

/** @param pairs of one strategy against one baseline, in the order of the plan */
export function splitRows(layout: Layout, pairs: readonly Float64Array[]): SplitRow[] {
  return layout.periods.flatMap(({ name }, period) =>
    layout.outcomes.flatMap((outcome, o) => {
      const base = (pair: Float64Array) => at(pair, layout.total(period, o, 0));
      return ROWS.map(({ name: part, about, is, of }) => {
        const sumOf = (pair: Float64Array, place: Layout["part"]) =>
          of.reduce((sum, one) => sum + at(pair, place(period, o, one)), 0);
        const parts = (pair: Float64Array) => sumOf(pair, layout.part);
        return {
          outcome,
          period: name,
          part,
          about,
          is,
          base: over(pairs, base).mean,
          difference: over(pairs, parts),
          percent: ratioOfMeans(
            pairs.map((pair) => PERCENT * parts(pair)),
            pairs.map(base),
          ),
          perDeparture: over(pairs, (pair) => PER_THOUSAND * sumOf(pair, layout.perDeparture)),
        };
      });
    }),
  );
}

export const DECOMPOSITION: TableSpec = {
  name: "decomposition",
  about:
    "difference of each expected harm between a strategy and its baseline, split exactly (Shapley) into what changed: parts add up to the total",
  primaryKey: ["strategy", "baseline", "outcome", "period", "part"],
  columns: [
    ...CONTRAST_COLUMNS,
    text("outcome", "column of the time series: expected incidents of a harm, or the expected harm index"),
    periodColumn,
    text("part", `${ROWS.map(({ name, about }) => `${name}: ${about}`).join("; ")}`),
    text("is", "part, or sum of several parts with an interval of its own"),
    number("base", "as the outcome", "mean of the outcome in the base runs"),
    ...interval("mean", "as the outcome", "part of the difference, mean over pairs", ["low", "high"]),
    number("percent_of_base", "%", "the same, per cent of the mean outcome of the base runs"),
    number("percent_low", "%", "lower end of its 95 % interval (Fieller); empty where the base may be nothing"),
    number("percent_high", "%", "upper end of that interval"),
    ...interval(
      "per_1000_departures",
      "per 1,000 departures",
      "part of the change per person who left, split anew (its volume is trips per departure), mean over pairs",
    ),
    pairsColumn,
  ],
};

export function decompositionTable(contrasts: readonly Contrast<SplitRow>[]): Table {
  const builder = tableBuilder(DECOMPOSITION);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { outcome, period, part, is, base, difference, percent, perDeparture } of rows) {
      builder.add([
        ...[strategy, baseline, outcome, period, part, is, base],
        ...[difference.mean, difference.low, difference.high],
        ...[percent.value, percent.low, percent.high],
        ...[perDeparture.mean, perDeparture.low, perDeparture.high, difference.n],
      ]);
    }
  }
  return builder.finish();
}
