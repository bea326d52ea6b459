import { information as informationOf } from "../decide/information.ts";
import { informationTable } from "../decide/tables/information.ts";
import { informationWords } from "../decide/words/information.ts";
import { acrossEcosystems } from "./across.ts";
import type { Analysis } from "./analysis.ts";
import { pointProblems } from "./asked.ts";

export const information: Analysis = {
  kind: "information",
  about: "Value of information: which unknown is worth research first, because knowing it would change the choice.",
  problems: pointProblems,
  make: (readings) =>
    acrossEcosystems(readings, ({ matched, sampled, plan, seed }) => {
      const { direction } = plan.question;
      const found = informationOf(matched, sampled, { seed, ...(direction ? { direction } : {}) });
      return { tables: [informationTable([found])], sentences: informationWords(found) };
    }),
};
