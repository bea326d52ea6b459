import { paretoSet } from "../decide/pareto.ts";
import { rank } from "../decide/ranking.ts";
import { spend } from "../decide/spend.ts";
import { dominanceTable, paretoTable } from "../decide/tables/pareto.ts";
import { rankingTable } from "../decide/tables/ranking.ts";
import { spendTable } from "../decide/tables/spend.ts";
import { paretoWords, spendWords } from "../decide/words/pareto.ts";
import { rankingsWords, rankingWords } from "../decide/words/ranking.ts";
import type { Plan } from "../plan.ts";
import { type Analysis, joined, placesOf } from "./analysis.ts";
import { askedOf, choiceProblems, SPEND, spendProblems } from "./asked.ts";

/** A ranking answers one question; the verdicts on effects count every outcome and horizon that was looked at. */
const ALONE = "The ranking is of this one question: it does not count the other outcomes and horizons that were looked at.";

const placesName = ({ ecosystems, points }: Plan): string =>
  ecosystems.length === 1 ? "points" : points.length === 1 ? "ecosystems" : "pairs of ecosystem and point";

export const ranking: Analysis = {
  kind: "ranking",
  about: "Who leads, by how much, who cannot be told from the leader; Pareto set of harm and spend, cost of what is avoided.",
  problems: (plan) => [
    ...(plan.strategies.length < 2 ? ["there is only one strategy"] : []),
    ...(plan.settings.replicates < 2 ? ["a ranking takes two replicates or more"] : []),
    ...choiceProblems(plan),
    ...spendProblems(plan),
  ],
  make(readings) {
    const { plan } = readings;
    const { outcome, period, delta, direction } = plan.question;
    const options = { seed: String(plan.settings.seed), ...(direction ? { direction } : {}) };
    const parts = placesOf(plan).map((place) => {
      const [matched, cost] = askedOf(readings, place, [outcome, SPEND], period);
      const ranked = rank(matched, { ...options, delta });
      const goals = [{ matched, ...(direction ? { direction } : {}) }, { matched: cost }];
      return { place, ranked, pareto: paretoSet(goals, options), spent: spend(cost, matched, options) };
    });
    const [first] = parts;
    const only = parts.length === 1 ? first : undefined;
    const all = parts.map(({ ranked }) => ranked);
    const leads = only ? rankingWords(only.ranked) : rankingsWords(all, placesName(plan));
    return {
      tables: [
        joined(
          plan,
          parts.map(({ place, ranked }) => ({ place, table: rankingTable([ranked]) })),
        ),
        joined(
          plan,
          parts.map(({ place, pareto }) => ({ place, table: paretoTable([pareto]) })),
        ),
        joined(
          plan,
          parts.map(({ place, pareto }) => ({ place, table: dominanceTable([pareto]) })),
        ),
        joined(
          plan,
          parts.map(({ place, spent }) => ({ place, table: spendTable([spent]) })),
        ),
      ],
      sentences: [...leads, ALONE, ...(only ? [...paretoWords(only.pareto), ...spendWords(only.spent)] : [])],
      brief: leads.slice(0, 1),
    };
  },
};
