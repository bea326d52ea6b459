/** Figures of the same, never designated smugglers in both worlds, over many pairs. */
import { PER_THOUSAND } from "../../core/index.ts";
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import type { Estimate } from "../stats/running.ts";
import { at } from "./cells.ts";
import { CONTRAST_COLUMNS, type Contrast, interval, number, over, pairsColumn, periodColumn, text } from "./contrast.ts";
import { type Layout, MATCHED_GROUPS } from "./layout.ts";
import type { Group } from "./parts.ts";

export interface MatchedRow {
  readonly period: string;
  readonly group: Group;
  /** "conduct" (mean severity, 0 to 1) or a column of the time series (per 1,000 trips). */
  readonly measure: string;
  /** Mean number of smugglers who carried in both worlds. */
  readonly actors: number;
  readonly base: number;
  readonly treated: number;
  readonly difference: Estimate;
}

/** What a reader must be told beside these figures. */
export const MATCHED_NOTE =
  "Descriptive, not an effect: who is never designated is known only afterwards and hangs on behaviour, and only those who carried passengers in both worlds are counted.";

/** @param pairs of one strategy against one baseline, in the order of the plan */
export function matchedRows(layout: Layout, pairs: readonly Float64Array[]): MatchedRow[] {
  const measures = [{ measure: "conduct", per: 1 }, ...layout.outcomes.map((measure) => ({ measure, per: PER_THOUSAND }))];
  return layout.periods.flatMap((period, p) =>
    MATCHED_GROUPS.flatMap((group, g) =>
      measures.map(({ measure, per }, m) => {
        const inWorld = (world: 0 | 1) => (pair: Float64Array) => per * at(pair, layout.matched(p, g, world, m));
        return {
          period: period.name,
          group,
          measure,
          actors: over(pairs, (pair) => at(pair, layout.actors(p, g))).mean,
          base: over(pairs, inWorld(0)).mean,
          treated: over(pairs, inWorld(1)).mean,
          difference: over(pairs, (pair) => inWorld(1)(pair) - inWorld(0)(pair)),
        };
      }),
    ),
  );
}

export const MATCHED: TableSpec = {
  name: "matched",
  about: `conduct and expected harm per trip of the same smugglers in both worlds. ${MATCHED_NOTE}`,
  primaryKey: ["strategy", "baseline", "period", "group", "measure"],
  columns: [
    ...CONTRAST_COLUMNS,
    periodColumn,
    text("group", "incumbent or entrant, never designated by either strategy"),
    text("measure", "conduct: mean severity of conduct, 0 to 1; or a column of the time series, per 1,000 trips"),
    number("actors", "actors", "smugglers who carried in both worlds, mean over pairs"),
    number("base", "as the measure", "mean of the base runs; each smuggler counts with the mean of its trips in both worlds"),
    number("treated", "as the measure", "mean under the strategy, with the same weights"),
    ...interval("difference", "as the measure", "treated less base, mean over pairs", ["low", "high"]),
    pairsColumn,
  ],
};

export function matchedTable(contrasts: readonly Contrast<MatchedRow>[]): Table {
  const builder = tableBuilder(MATCHED);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { period, group, measure, actors, base, treated, difference } of rows) {
      const { mean, low, high, n } = difference;
      builder.add([strategy, baseline, period, group, measure, actors, base, treated, mean, low, high, n]);
    }
  }
  return builder.finish();
}
