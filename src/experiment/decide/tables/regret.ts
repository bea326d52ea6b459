import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { text } from "../../decompose/contrast.ts";
import type { Regret } from "../regret.ts";
import { count, endsOf, inUnit, QUESTION, questionOf, share, TRIALS, trialsOf, withEnds } from "./columns.ts";

const SPEC: TableSpec = {
  name: "regret",
  about:
    "one row per outcome, period and strategy: what is lost over the points of the design by not having chosen the best " +
    "strategy at each",
  primaryKey: ["outcome", "period", "strategy"],
  columns: [
    ...QUESTION,
    text("strategy", "strategy"),
    inUnit("worst", "largest regret over the points"),
    text("worst_point", "the point where it is"),
    share("minimax", "redrawn luck in which its worst regret is the smallest of all; empty where a point has one trial"),
    ...withEnds("mean", "as the outcome", "mean regret over the points", "Student t over points"),
    inUnit("p90", "90th percentile over the points (type 7)"),
    share("robust", "points in which its regret is within the tolerance"),
    inUnit("tolerance", "regret too small to care about"),
    inUnit("luck_mean", "mean regret that luck alone would show if all strategies were equal; empty for one trial a point"),
    inUnit("luck_worst", "worst regret that luck alone would show"),
    count("points", "points", "points with a trial in which every strategy has a value"),
    ...TRIALS,
  ],
};

/** @param pointNames names of the points of the design; their numbers from 0 when absent */
export function regretTable(regrets: readonly Regret[], pointNames?: readonly string[]): Table {
  const builder = tableBuilder(SPEC);
  for (const one of regrets) {
    for (const { strategy, worst, worstPoint, minimax, mean, p90, robust } of one.rows) {
      const where = worstPoint < 0 ? "" : (pointNames?.[worstPoint] ?? String(worstPoint));
      builder.add([
        ...[...questionOf(one), strategy, worst, where, minimax, ...endsOf(mean), p90, robust, one.tolerance],
        ...[one.luck.mean, one.luck.worst, one.points.length],
        ...trialsOf(one),
      ]);
    }
  }
  return builder.finish();
}
