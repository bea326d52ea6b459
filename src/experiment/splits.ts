/** splits.csv: the decomposition of every single pair, from which every figure of decomposition.csv can be recomputed. */
import type { TableSpec } from "../core/table.ts";
import { periodColumn } from "./decompose/contrast.ts";
import type { Layout } from "./decompose/layout.ts";
import { PARTS } from "./decompose/parts.ts";
import { PLACE_COLUMNS } from "./place-columns.ts";
import { RUN_COLUMNS } from "./run-identity.ts";

const INCIDENTS = "as the outcome";

export const SPLITS: TableSpec = {
  name: "splits",
  about:
    "one row per pair of runs, period and harm: the difference to the baseline, split exactly; parts add up to strategy minus baseline",
  primaryKey: ["run_id", "period", "outcome"],
  columns: [
    ...RUN_COLUMNS,
    ...PLACE_COLUMNS,
    { name: "baseline", type: "string", unit: "", about: "strategy of the other run" },
    periodColumn,
    { name: "outcome", type: "string", unit: "", about: "expected incidents of a harm, or their index" },
    { name: "baseline_value", type: "number", unit: INCIDENTS, about: "in the run of the baseline" },
    { name: "strategy_value", type: "number", unit: INCIDENTS, about: "in this run" },
    ...PARTS.map(({ name, about }) => {
      return { name: name.replaceAll("-", "_"), type: "number", unit: INCIDENTS, about } as const;
    }),
  ],
};

/** Cells from the period on. @param numbers of one pair */
export function splitCells(layout: Layout, numbers: Float64Array): (string | number)[][] {
  const at = (place: number) => numbers[place] as number;
  return layout.periods.flatMap(({ name }, period) =>
    layout.outcomes.map((outcome, o) => [
      ...[name, outcome, at(layout.total(period, o, 0)), at(layout.total(period, o, 1))],
      ...PARTS.map((_, part) => at(layout.part(period, o, part))),
    ]),
  );
}
