import { backfires } from "../decide/prim/cases.ts";
import { byChance } from "../decide/prim/chance.ts";
import { discover } from "../decide/prim/discover.ts";
import type { Sought } from "../decide/prim/sought.ts";
import { boxTable, peelingTable } from "../decide/tables/boxes.ts";
import { boxWords } from "../decide/words/boxes.ts";
import { comparedIn } from "../plan.ts";
import { acrossEcosystems } from "./across.ts";
import type { Analysis } from "./analysis.ts";
import { pointProblems } from "./asked.ts";

export const boxes: Analysis = {
  kind: "boxes",
  about: "Scenario discovery (PRIM): in which corner of the uncertainties a strategy does worse than the baseline.",
  problems: pointProblems,
  make: (readings) =>
    acrossEcosystems(readings, ({ matched, sampled, plan, seed }) => {
      const { delta, direction, outcome, period } = plan.question;
      const sought = comparedIn(plan).map((i): Sought => {
        const strategy = plan.strategies[i]?.name ?? "";
        const sample = backfires(matched, sampled, {
          strategy,
          against: plan.baseline,
          delta,
          ...(direction ? { direction } : {}),
        });
        const found = discover(sample);
        return {
          cases: `${strategy} does worse than ${plan.baseline} (${outcome}, ${period})`,
          dimensions: sampled.dimensions,
          found,
          chance: byChance(sample, `${seed}|${strategy}`),
        };
      });
      return { tables: [boxTable(sought), peelingTable(sought)], sentences: sought.flatMap(boxWords) };
    }),
};
