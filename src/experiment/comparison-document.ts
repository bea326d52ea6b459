/** What a paired comparison plays: one ecosystem, some strategies against the first, everywhere with the same luck. */
import type { Ecosystem, RunSettings, Strategy } from "../core/index.ts";
import type { AnalysisKind } from "./analyses/kinds.ts";
import { openPlan, type Plan, type PlanDocument } from "./plan.ts";
import { questionSchema } from "./question.ts";
import { recordSchema } from "./schema.ts";
import { strategyNames } from "./strategy-names.ts";
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

/** More are counted in the title, not named. */
const MOST_NAMED = 4;

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
  return {
    format: "corridor/plan@1",
    name,
    title: `${title}: ${comparedText(strategies)}`,
    about: "",
    ...{ version, engine, ecosystems: [ecosystem], strategies, baseline: strategies[0]?.name ?? "", knobs: [] },
    ...{ settings, analyses: [...analyses], question: questionSchema.parse({}), timeoutMinutes: TIMEOUT_MINUTES },
    record: recordSchema.parse({
      decompose: analyses.includes("decomposition"),
      weekly,
      ...(only ? { outcomes: only } : {}),
    }),
    ...more,
  };
}

function comparedText(strategies: readonly Strategy[]): string {
  const [baseline = "", ...others] = strategyNames(new Map(strategies.map(({ name, title }) => [name, title]))).values();
  return `${others.length > MOST_NAMED ? `${others.length} strategies` : others.join("; ")} compared with ${baseline}`;
}
