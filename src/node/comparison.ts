/** An ecosystem and some strategies -> the plan of a paired comparison. */

import type { RunSettings, Strategy } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import type { AnalysisKind } from "../experiment/analyses/kinds.ts";
import { comparisonPlans } from "../experiment/comparison-document.ts";
import { differingInstruments, mixture } from "../experiment/decide/mixture.ts";
import { subsetPlan } from "../experiment/decide/subsets.ts";
import type { Mixtures, Plan, Until } from "../experiment/plan.ts";
import { questionSchema } from "../experiment/question.ts";
import { trialSpecs } from "../experiment/trial-specs.ts";
import { engine } from "./engine.ts";
import { loadEnsemble } from "./ensemble.ts";
import { analysisIssues, isWrong, outcomeIssues, unknownName } from "./experiment.ts";
import { type ResolvedScenario, resolveScenario } from "./scenario.ts";
import type { SettingOptions } from "./settings.ts";
import { version } from "./version.ts";

export interface ComparisonRequest extends SettingOptions {
  /** Name or path of a scenario or an ecosystem. */
  readonly scenario: string;
  readonly strategies: readonly string[];
  /** Name or path; "none" when absent and no strategy of the list is meant. */
  readonly baseline?: string;
  readonly set?: readonly string[];
  /** Outcomes to judge; the main ones when absent. */
  readonly outcomes?: readonly string[];
  readonly until?: Until;
  /** Name or path of an ensemble: each pair plays one of its sets. */
  readonly ensemble?: string;
  readonly analyses: readonly AnalysisKind[];
  /** Play every mixture of the baseline and the one strategy, to tell what each instrument adds. */
  readonly mixed?: boolean;
  readonly shipped?: string;
}

export interface PlannedComparison {
  readonly issues: Issue[];
  readonly plan?: Plan;
}

/** Never throws for what a user wrote. */
export async function planComparison(request: ComparisonRequest): Promise<PlannedComparison> {
  const { baseline = "none", strategies } = request;
  const names = [baseline, ...strategies.filter((strategy) => strategy !== baseline)];
  if (names.length < 2) return { issues: [onlyBaseline(baseline)] };
  const issues: Issue[] = [];
  const scenarios: ResolvedScenario[] = [];
  for (const strategy of names) {
    const resolution = await resolveScenario({ ...request, strategy });
    issues.push(...resolution.issues);
    if (resolution.scenario) scenarios.push(resolution.scenario);
  }
  const [first] = scenarios;
  const distinct = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  if (isWrong(distinct) || !first) return { issues: distinct };
  const twice = repeatedNames(scenarios.map(({ strategy }) => strategy.name));
  if (twice.length > 0) return { issues: [...distinct, ...twice] };
  const { ecosystem, settings } = first;
  const drawn = request.ensemble === undefined ? undefined : await loadEnsemble(request.ensemble, ecosystem, request.shipped);
  if (drawn) distinct.push(...drawn.issues);
  if (drawn && !drawn.parts) return { issues: distinct };
  const mixed =
    request.mixed === true
      ? mixturesOf(
          scenarios.map(({ strategy }) => strategy),
          settings,
        )
      : undefined;
  if (mixed && mixed.parts.length === 0) return { issues: [...distinct, NOTHING_TO_SPLIT] };
  const question = questionSchema.parse({});
  const outcomes = keptOutcomes(request);
  const isRankable = !outcomes || [question.outcome, "spend"].every((name) => outcomes.includes(name));
  const analyses = request.analyses.filter((kind) => kind !== "ranking" || isRankable);
  const compared = scenarios.map((one) => one.strategy);
  const plans = comparisonPlans({
    ...{ name: mixed ? `${first.name}-contributions` : `${first.name}-comparison`, title: first.title },
    ...{ ecosystem, settings, strategies: compared, analyses, version: version(), engine: engine() },
    more: {
      ...drawn?.parts,
      ...(mixed?.strategies ? { strategies: mixed.strategies } : {}),
      ...(request.until ? { until: request.until } : {}),
      ...(mixed?.mixtures ? { mixtures: mixed.mixtures } : {}),
    },
  });
  const { probe } = plans;
  const tooShort = shortIssues(probe);
  if (tooShort.length > 0) return { issues: [...distinct, ...tooShort] };
  const plan = plans.plan(outcomes);
  const wrong = [
    ...outcomeIssues(plan).map((issue) => ({ ...issue, file: "--outcomes", path: [] })),
    ...untilIssues(probe),
    ...analysisIssues(plan).map((issue) => ({ ...issue, path: [] })),
  ];
  if (wrong.length > 0) return { issues: [...distinct, ...wrong] };
  return { issues: analyses.length < request.analyses.length ? [...distinct, notRanked(question.outcome)] : distinct, plan };
}

/** Those asked for, with that which says how many pairs there shall be; undefined for the usual ones. */
function keptOutcomes({ outcomes, until }: ComparisonRequest): string[] | undefined {
  return outcomes && [...new Set([...outcomes, ...(until ? [until.outcome] : [])])];
}

function notRanked(outcome: string): Issue {
  const message = `strategies are not ranked: that takes ${outcome} and spend among the outcomes`;
  return { file: "--outcomes", path: [], message, severity: "warning" };
}

const NOTHING_TO_SPLIT: Issue = {
  path: [],
  message: "the two strategies have the same instruments: there is nothing to split",
  severity: "error",
};
/** Orders of more parts than are played in every mixture, each with its reverse. */
const PAIRS_OF_ORDERS = 8;

function mixturesOf([from, to]: readonly Strategy[], { seed }: RunSettings) {
  if (!from || !to) throw new Error("mixtures take two strategies");
  const parts = differingInstruments(from, to);
  if (parts.length === 0) return { parts };
  const { masks, orders } = subsetPlan(parts.length, PAIRS_OF_ORDERS, String(seed));
  const mixtures: Mixtures = { from: from.name, to: to.name, parts, masks, orders };
  return { parts, mixtures, strategies: masks.map((mask) => mixture(from, to, parts, mask)) };
}

function onlyBaseline(baseline: string): Issue {
  const message = `${baseline} is what the others are compared with, and there are no others: name another baseline with --baseline`;
  return { path: [], message, severity: "error" };
}

/** A period without a window of the record cannot be split. */
function shortIssues(plan: Plan): Issue[] {
  try {
    trialSpecs(plan);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError && plan.record.decompose)) throw error;
    const message = `too little is left to compare after the first instrument: ${error.message}`;
    return [{ path: [], message, allowed: "a later --end", severity: "error" }];
  }
}

function repeatedNames(names: readonly string[]): Issue[] {
  const repeated = [...new Set(names.filter((name, i) => names.indexOf(name) < i))];
  return repeated.map((name) => ({ path: [], message: `the strategy ${name} is there twice`, severity: "error" }));
}

function untilIssues(plan: Plan): Issue[] {
  const { until } = plan;
  if (!until) return [];
  const periods = plan.periods[0]?.periods.map(({ name }) => name) ?? [];
  const outcomes = trialSpecs(plan).allOutcomes.map(({ name }) => name);
  return [
    ...unknownName(until.outcome, outcomes, "outcome").map((issue) => ({ ...issue, file: "--until-outcome" })),
    ...unknownName(until.period, periods, "period").map((issue) => ({ ...issue, file: "--until-period" })),
  ];
}
