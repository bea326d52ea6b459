import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { text } from "../../decompose/contrast.ts";
import type { Ranking } from "../ranking.ts";
import { count, endsOf, inUnit, QUESTION, questionOf, share, TRIALS, trialsOf, withEnds, yes } from "./columns.ts";

const SPEC: TableSpec = {
  name: "ranking",
  about:
    "one row per outcome, period and strategy: how it stands among all strategies under the same luck; a strategy without " +
    "any value is not listed",
  primaryKey: ["outcome", "period", "strategy"],
  columns: [
    ...QUESTION,
    text("strategy", "strategy"),
    count("rank", "rank", "by the mean, 1 is best; equal means share the better rank. Read it with the ranks it could have"),
    count("rank_low", "rank", "best rank that the trials do not exclude"),
    count("rank_high", "rank", "worst rank that the trials do not exclude"),
    yes("contender", "it cannot be told from the best within delta: no other strategy is shown to be better by more"),
    inUnit("delta", "difference too small to care about"),
    ...withEnds("mean", "as the outcome", "mean over trials", "Student t"),
    ...withEnds(
      "to_best",
      "as the outcome",
      "its mean minus that of the best of the others",
      "paired Student t, Bonferroni over all pairs of strategies: it holds although the best was chosen by looking",
    ),
    share("best_trials", "trials in which it does best, ties split"),
    share("best_mean", "resamples of trials in which its mean is the best, ties split (bootstrap)"),
    ...withEnds("regret", "as the outcome", "mean distance to the best strategy of the same trial", "Student t"),
    inUnit("expected_loss", "mean distance to the best mean over resamples: what is lost on average by choosing it"),
    ...TRIALS,
  ],
};

export function rankingTable(rankings: readonly Ranking[]): Table {
  const builder = tableBuilder(SPEC);
  for (const ranking of rankings) {
    for (const row of ranking.rows) {
      builder.add([
        ...questionOf(ranking),
        ...[row.strategy, row.rank, row.rankLow, row.rankHigh, Number(row.contender), ranking.delta],
        ...[...endsOf(row.mean), ...endsOf(row.toBest), row.bestTrials, row.bestMean, ...endsOf(row.regret), row.expectedLoss],
        ...trialsOf(ranking),
      ]);
    }
  }
  return builder.finish();
}
