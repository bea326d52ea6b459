/** What a paired comparison plays: one ecosystem, some strategies against the first, everywhere with the same luck. */
import type { Ecosystem, RunSettings, Strategy } from "../core/index.ts";
import type { AnalysisKind } from "./analyses/kinds.ts";
import { openPlan, type Plan, type PlanDocument } from "./plan.ts";
import { questionSchema } from "./question.ts";
import { recordSchema } from "./schema.ts";
import { trialSpecs } from "./trial-specs.ts";

export interface Comparison {
  /** Names the result. */
  readonly name: string;
  /** Of the scenario. */
  readonly title: string;
  readonly ecosystem: Ecosystem;
  readonly settings: RunSettings;
  /** The baseline first. */
  readonly strategies: readonly Strategy[];
  readonly analyses: readonly AnalysisKind[];
  readonly version: string;
  /** Names the program that plays. */
  readonly engine: string;
  /** What else the plan says. */
  readonly more?: Partial<PlanDocument>;
}

/** Outcomes whose weeks are kept, to tell when an effect becomes visible. */
const WEEKLY = ["harm_index_expected", "expected_death", "departures", "deaths_published", "arrivals_published"];
const TIMEOUT_MINUTES = 120;

export interface ComparisonPlans {
  /** All outcomes, nothing week by week: to look what can be asked. */
  readonly probe: Plan;
  /** @param only outcomes that are kept; all when absent @throws RangeError when nothing is left to compare after the first instrument */
  plan(only?: readonly string[]): Plan;
}

export function comparisonPlans(comparison: Comparison): ComparisonPlans {
  const probe = openPlan(documentOf(comparison, []));
  return {
    probe,
    plan(only) {
      const kept = trialSpecs(probe).allOutcomes.map(({ name }) => name);
      return openPlan(
        documentOf(
          comparison,
          WEEKLY.filter((name) => kept.includes(name)),
          only,
        ),
      );
    },
  };
}

function documentOf(comparison: Comparison, weekly: readonly string[], only?: readonly string[]): PlanDocument {
  const { name, title, ecosystem, settings, strategies, analyses, version, engine, more } = comparison;
  const [baseline, ...others] = strategies.map((strategy) => strategy.name);
  return {
    format: "corridor/plan@1",
    name,
    title: `${title}: ${others.join(", ")} against ${baseline}`,
    about: "",
    ...{ version, engine, ecosystems: [ecosystem], strategies, baseline: baseline ?? "", knobs: [] },
    ...{ settings, analyses: [...analyses], question: questionSchema.parse({}), timeoutMinutes: TIMEOUT_MINUTES },
    record: recordSchema.parse({
      decompose: analyses.includes("decomposition"),
      weekly,
      ...(only ? { outcomes: only } : {}),
    }),
    ...more,
  };
}
