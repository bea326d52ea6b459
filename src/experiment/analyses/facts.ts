import { checkFacts, factsTable, factWords } from "../facts/checked.ts";
import type { Analysis } from "./analysis.ts";

export const facts: Analysis = {
  kind: "facts",
  about: "Stylised facts beside their bands: which hold, which fail, which the runs do not tell.",
  problems: (plan) => (plan.facts ? [] : ["the sweep was not planned by corridor check"]),
  make(readings) {
    const { facts: planned } = readings.plan;
    if (!planned) throw new Error("no facts were planned");
    const checked = checkFacts(readings, planned);
    const surprises = checked.filter(({ isSurprise }) => isSurprise).length;
    return { tables: [factsTable(checked)], sentences: factWords(checked), failedChecks: surprises };
  },
};
