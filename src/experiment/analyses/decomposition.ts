import type { Table } from "../../core/table.ts";
import type { Contrast } from "../decompose/contrast.ts";
import { displacedRows, displacedTable, displacementRows, displacementTable } from "../decompose/displacement.ts";
import { HARM_INDEX, type Layout } from "../decompose/layout.ts";
import { matchedRows, matchedTable } from "../decompose/matched-rows.ts";
import { reboundRows, reboundTable } from "../decompose/rebound.ts";
import { decompositionTable, splitRows } from "../decompose/split-rows.ts";
import { splitWords } from "../decompose/words.ts";
import { WHOLE_SPAN } from "../periods.ts";
import { comparedIn } from "../plan.ts";
import type { Readings } from "../readings.ts";
import { type Analysis, joined, placesOf } from "./analysis.ts";

type Pairs = readonly Float64Array[];
type MakeTable = (
  strategies: readonly { readonly strategy: string; readonly pairs: Pairs }[],
  layout: Layout,
  baseline: string,
) => Table;

function tableOf<Row>(
  rows: (layout: Layout, pairs: Pairs) => Row[],
  table: (contrasts: readonly Contrast<Row>[]) => Table,
): MakeTable {
  return (strategies, layout, baseline) =>
    table(strategies.map(({ strategy, pairs }) => ({ strategy, baseline, rows: rows(layout, pairs) })));
}

const TABLES: readonly MakeTable[] = [
  tableOf(splitRows, decompositionTable),
  tableOf(reboundRows, reboundTable),
  tableOf(displacementRows, displacementTable),
  tableOf(displacedRows, displacedTable),
  tableOf(matchedRows, matchedTable),
];

export const decomposition: Analysis = {
  kind: "decomposition",
  about:
    "The exact split of every harm into volume, route, share, coercion, shaping and environment; displacement, rebound, matched figures.",
  problems: ({ strategies, record }) => [
    ...(strategies.length < 2 ? ["there is only one strategy"] : []),
    ...(record.decompose ? [] : ["the runs were not split: record.decompose is false"]),
  ],
  make(readings) {
    const { plan, specs } = readings;
    const names = comparedIn(plan).map((i) => plan.strategies[i]?.name ?? "");
    const tables = TABLES.map((make) =>
      joined(
        plan,
        placesOf(plan).flatMap((place) => {
          const layout = specs.splits?.layouts[place.ecosystem]?.layout;
          if (!layout) return [];
          const strategies = names.map((strategy) => ({ strategy, pairs: readings.splits(place, strategy) }));
          return [{ place, table: make(strategies, layout, plan.baseline) }];
        }),
      ),
    );
    return { tables, sentences: placesOf(plan).length === 1 ? said(readings, names) : [] };
  },
};

/** Of the harm index over the whole span, strategy by strategy. */
function said(readings: Readings, strategies: readonly string[]): string[] {
  const layout = readings.specs.splits?.layouts[0]?.layout;
  if (!layout) return [];
  return strategies.flatMap((strategy) => {
    const pairs = readings.splits({ ecosystem: 0, point: 0 }, strategy);
    const rows = splitRows(layout, pairs).filter(({ outcome, period }) => outcome === HARM_INDEX && period === WHOLE_SPAN);
    return pairs.length > 0 ? [`${strategy}: ${splitWords(rows)}`] : [];
  });
}
