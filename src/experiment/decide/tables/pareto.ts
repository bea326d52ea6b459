import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { text } from "../../decompose/contrast.ts";
import type { ParetoSet } from "../pareto.ts";
import { endsOf, QUESTION, questionOf, share, TRIALS, trialsOf, withEnds, yes } from "./columns.ts";

const GOALS = text("goals", "outcomes that are looked at together, each with its period");

const SPEC: TableSpec = {
  name: "pareto",
  about: "one row per strategy and goal: its mean, and whether any strategy beats it in all goals together",
  primaryKey: ["goals", "strategy", "outcome", "period"],
  columns: [
    GOALS,
    text("strategy", "strategy"),
    ...QUESTION,
    ...withEnds("mean", "as the outcome", "mean over trials", "Student t"),
    yes("member", "on the means no strategy is as good in every goal and better in one"),
    share("membership", "resamples of trials in which that is so (bootstrap)"),
    text("dominated_by", "strategies that beat it in this way on the means, separated by spaces"),
    text("rival", "strategy that beats it in most resamples"),
    share("rival_probability", "resamples in which it does"),
    ...TRIALS,
  ],
};

const DOMINANCE: TableSpec = {
  name: "dominance",
  about: "one row per ordered pair of strategies: how often the first is as good in every goal and better in one",
  primaryKey: ["goals", "strategy", "over"],
  columns: [
    GOALS,
    text("strategy", "strategy"),
    text("over", "strategy that it beats"),
    share("probability", "resamples of trials in which it does (bootstrap)"),
  ],
};

const goalsOf = ({ goals }: ParetoSet) => goals.map(({ outcome, period }) => `${outcome.name} (${period.name})`).join(", ");

export function paretoTable(sets: readonly ParetoSet[]): Table {
  const builder = tableBuilder(SPEC);
  for (const set of sets) {
    for (const { strategy, means, member, membership, dominatedBy, rival } of set.rows) {
      set.goals.forEach((goal, g) => {
        const mean = means[g];
        builder.add([
          ...[goalsOf(set), strategy, ...questionOf(goal), ...(mean ? endsOf(mean) : [undefined, undefined, undefined])],
          ...[Number(member), membership, dominatedBy.join(" "), rival?.strategy, rival?.probability],
          ...trialsOf(set),
        ]);
      });
    }
  }
  return builder.finish();
}

export function dominanceTable(sets: readonly ParetoSet[]): Table {
  const builder = tableBuilder(DOMINANCE);
  for (const set of sets) {
    set.rows.forEach(({ strategy }, a) => {
      set.rows.forEach((other, b) => {
        if (a !== b) builder.add([goalsOf(set), strategy, other.strategy, set.dominance[a]?.[b]]);
      });
    });
  }
  return builder.finish();
}
