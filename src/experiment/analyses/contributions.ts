import { shapley } from "../decide/contribution.ts";
import { contributionTable } from "../decide/tables/contributions.ts";
import { contributionWords } from "../decide/words/contributions.ts";
import { acrossEcosystems } from "./across.ts";
import type { Analysis } from "./analysis.ts";
import { keptProblems } from "./asked.ts";

export const contributions: Analysis = {
  kind: "contributions",
  about: "What each instrument in which two strategies differ adds to the difference between them (Shapley over mixtures).",
  problems: (plan) => [
    ...(plan.mixtures ? [] : ["no mixtures of two strategies were played: use corridor contribute"]),
    ...keptProblems(plan),
  ],
  make: (readings) =>
    acrossEcosystems(readings, ({ matched, plan }) => {
      const { mixtures } = plan;
      if (!mixtures) throw new Error("no mixtures were played");
      const { from, to, parts, ...subsets } = mixtures;
      const split = { from, to, contributions: shapley(matched, { ...subsets, parts: parts.length }, parts) };
      return { tables: [contributionTable([split])], sentences: contributionWords(split) };
    }),
};
