import { regret as regretOf } from "../decide/regret.ts";
import { regretTable } from "../decide/tables/regret.ts";
import { regretWords } from "../decide/words/regret.ts";
import { acrossEcosystems } from "./across.ts";
import type { Analysis } from "./analysis.ts";
import { pointProblems } from "./asked.ts";

export const regret: Analysis = {
  kind: "regret",
  about:
    "Over the uncertainties: what each strategy loses against the best of the same point; minimax and mean regret, robustness.",
  problems: pointProblems,
  make: (readings) =>
    acrossEcosystems(readings, ({ matched, sampled, plan, seed }) => {
      const { delta: tolerance, direction } = plan.question;
      const found = regretOf(matched, sampled, { seed, tolerance, ...(direction ? { direction } : {}) });
      return { tables: [regretTable([found], plan.pointIds)], sentences: regretWords(found) };
    }),
};
