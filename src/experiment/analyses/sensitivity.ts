import { DESIGN_BY_KIND, type Layout } from "../designs/index.ts";
import { baselineOf, type Plan } from "../plan.ts";
import {
  responsesOf,
  type SensitivityRow,
  sensitivityTable,
  sensitivityWords,
  sensitivity as studied,
} from "../sensitivity/index.ts";
import type { Analysis } from "./analysis.ts";
import { acrossPoints, keptProblems } from "./asked.ts";

function layoutOf({ design }: Plan): Layout {
  const entry = design && DESIGN_BY_KIND.get(design.kind);
  return entry?.layout(design) ?? { shape: "chosen" };
}

export const sensitivity: Analysis = {
  kind: "sensitivity",
  about: "Which uncertainties move the outcome of the question, and which move the effect of each strategy on it.",
  problems: (plan) => [
    ...(plan.knobs.length === 0 ? ["nothing is varied"] : []),
    ...(layoutOf(plan).shape === "chosen"
      ? [
          `the design ${plan.design?.kind ?? "of one point"} has no law to estimate from: use morris, saltelli, sobol or latin-hypercube`,
        ]
      : []),
    ...keptProblems(plan),
  ],
  make(readings) {
    const { plan, replicates } = readings;
    const dimensions = plan.knobs.map(({ dimension }) => dimension);
    const layout = layoutOf(plan);
    const rows = plan.ecosystems.flatMap(({ name: ecosystem }, e): SensitivityRow[] => {
      const { outcome, period, strategies, values } = acrossPoints(readings, e);
      const [base = new Float64Array()] = values;
      return strategies.flatMap((strategy, s) => {
        const own = values[s] ?? new Float64Array();
        const isBaseline = strategy === plan.strategies[baselineOf(plan)]?.name;
        const about = { ecosystem, strategy, outcome: outcome.name, unit: outcome.unit, period: period.name };
        const row = (target: "level" | "effect", answers: Float64Array): SensitivityRow => {
          const responses = responsesOf(answers, replicates);
          const seed = `${plan.settings.seed}|${ecosystem}|${strategy}|${outcome.name}|${period.name}|${target}`;
          const analyses = studied({ dimensions, points: plan.points, layout, responses, seed });
          return { subject: { ...about, baseline: target === "effect" ? plan.baseline : "", target }, responses, analyses };
        };
        const effect = own.map((value, i) => value - (base[i] ?? Number.NaN));
        return [row("level", own), ...(isBaseline ? [] : [row("effect", effect)])];
      });
    });
    return {
      tables: [sensitivityTable(rows)],
      sentences: rows.flatMap(({ subject, responses, analyses }) => sensitivityWords(subject, responses, analyses)),
    };
  },
};
