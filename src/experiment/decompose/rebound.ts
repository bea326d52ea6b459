/** The rebound: how much of what a strategy gained per trip was lost again because there were more trips. */
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { establishedRatio, type Ratio } from "../stats/ratio.ts";
import type { Estimate } from "../stats/running.ts";
import { at } from "./cells.ts";
import { CONTRAST_COLUMNS, type Contrast, interval, number, over, pairsColumn, periodColumn, text } from "./contrast.ts";
import type { Layout } from "./layout.ts";
import { PARTS, VOLUME } from "./parts.ts";

export interface ReboundRow {
  readonly outcome: string;
  readonly period: string;
  /** Harm that more trips brought. */
  readonly volume: Estimate;
  /** Harm that everything else spared; positive is good. */
  readonly spared: Estimate;
  /** Volume / spared; NaN where nothing is known to have been spared. */
  readonly eaten: Ratio;
}

/** @param pairs of one strategy against one baseline, in the order of the plan */
export function reboundRows(layout: Layout, pairs: readonly Float64Array[]): ReboundRow[] {
  return layout.periods.flatMap((period, p) =>
    layout.outcomes.map((outcome, o) => {
      const volume = (pair: Float64Array) => at(pair, layout.part(p, o, VOLUME));
      const spared = (pair: Float64Array) =>
        -PARTS.reduce((sum, _, part) => (part === VOLUME ? sum : sum + at(pair, layout.part(p, o, part))), 0);
      return {
        outcome,
        period: period.name,
        volume: over(pairs, volume),
        spared: over(pairs, spared),
        eaten: establishedRatio(pairs.map(volume), pairs.map(spared)),
      };
    }),
  );
}

export const REBOUND: TableSpec = {
  name: "rebound",
  about: "harm that more trips brought, beside the harm that everything else spared",
  primaryKey: ["strategy", "baseline", "outcome", "period"],
  columns: [
    ...CONTRAST_COLUMNS,
    text("outcome", "column of the time series: expected incidents of a harm, or the expected harm index"),
    periodColumn,
    ...interval("volume", "as the outcome", "part of the difference that the number of trips makes, mean over pairs"),
    ...interval("spared", "as the outcome", "decrease that all other parts make, mean over pairs"),
    number("eaten", "share", "volume / spared; negative: fewer trips added to it; empty where nothing is known to be spared"),
    number("low", "share", "lower end of its 95 % interval (Fieller)"),
    number("high", "share", "upper end of that interval"),
    pairsColumn,
  ],
};

export function reboundTable(contrasts: readonly Contrast<ReboundRow>[]): Table {
  const builder = tableBuilder(REBOUND);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { outcome, period, volume, spared, eaten } of rows) {
      const estimates = [volume, spared].flatMap(({ mean, low, high }) => [mean, low, high]);
      builder.add([strategy, baseline, outcome, period, ...estimates, eaten.value, eaten.low, eaten.high, eaten.n]);
    }
  }
  return builder.finish();
}
