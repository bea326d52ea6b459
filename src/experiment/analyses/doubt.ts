import { doubtTable, doubtWords, ledgerOf } from "../doubt/ledger.ts";
import { baselineFirst } from "../readings.ts";
import { type Analysis, joinedByEcosystem } from "./analysis.ts";
import { acrossPoints, keptProblems } from "./asked.ts";

export const doubt: Analysis = {
  kind: "doubt",
  about:
    "How much of an effect's spread over the points rests on figures of each grade; without a sweep the grades of all that was used.",
  problems: (plan) => [...(plan.strategies.length < 2 ? ["there is only one strategy"] : []), ...keptProblems(plan)],
  make(readings) {
    const { plan, replicates } = readings;
    const made = plan.ecosystems.map((ecosystem, e) => {
      const { values, outcome, period } = acrossPoints(readings, e);
      const [base = new Float64Array()] = values;
      const effects = baselineFirst(plan)
        .slice(1)
        .map((s, i) => ({
          strategy: plan.strategies[s]?.name ?? "",
          values: (values[i + 1] ?? new Float64Array()).map((value, t) => value - (base[t] ?? Number.NaN)),
        }));
      return ledgerOf({ plan, ecosystem, effects, replicates, outcome: outcome.name, period: period.name });
    });
    return {
      tables: [
        joinedByEcosystem(
          plan,
          made.map((rows) => doubtTable(rows)),
        ),
      ],
      sentences: made.flatMap((rows) => doubtWords(rows)),
    };
  },
};
