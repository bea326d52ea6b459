import { carriersOf, carriersTable } from "../patterns/carriers.ts";
import { spaceTable } from "../patterns/space.ts";
import { claimsTable, verdictsTable } from "../patterns/table.ts";
import { tryPatterns } from "../patterns/tried.ts";
import { patternWords } from "../patterns/words.ts";
import type { Analysis } from "./analysis.ts";

export const patterns: Analysis = {
  kind: "patterns",
  about: "Verdicts on a battery of patterns: where each holds and fails, under which rules, and which mechanisms carry it.",
  problems: (plan) => (plan.patterns ? [] : ["the sweep was not planned by corridor patterns"]),
  make(readings) {
    const { plan } = readings;
    const { patterns: planned } = plan;
    if (!planned) throw new Error("no patterns were planned");
    const outcome = tryPatterns(readings, planned, 0);
    const carriers = carriersOf(outcome.rows, planned);
    const has = (of: string) => planned.tries.some((one) => one.of === of);
    return {
      tables: [
        claimsTable(outcome.rows, plan, planned),
        verdictsTable(outcome.verdicts, plan, planned),
        ...(has("mechanism") ? [carriersTable(carriers)] : []),
        ...(has("box") ? [spaceTable(outcome.rows, plan, planned)] : []),
      ],
      sentences: patternWords(outcome, carriers, planned),
    };
  },
};
