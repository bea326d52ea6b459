/** A battery of patterns and an ecosystem -> the plan of a sweep that tries them. */
import type { Strategy } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { checkScenario } from "../core/scenario/check.ts";
import { knobsOf } from "../experiment/knob.ts";
import { strategyOf } from "../experiment/patterns/arm.ts";
import { firstDay, lastDay } from "../experiment/patterns/clock.ts";
import { pointsOf, variedIn } from "../experiment/patterns/points.ts";
import {
  type Budget,
  type Claim,
  type Pattern,
  type PatternsDocument,
  patternsSchema,
  TRIES,
} from "../experiment/patterns/schema.ts";
import { openPlan, type Plan, type PlanDocument } from "../experiment/plan.ts";
import { questionSchema } from "../experiment/question.ts";
import { recordSchema } from "../experiment/schema.ts";
import { trialSpecs } from "../experiment/trial-specs.ts";
import { readChecked } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";
import { engine } from "./engine.ts";
import { isWrong, unknownName } from "./experiment.ts";
import { type ResolvedScenario, resolveScenario } from "./scenario.ts";
import type { SettingOptions } from "./settings.ts";
import { version } from "./version.ts";

export interface PatternsRequest extends SettingOptions {
  /** Name or path of an ecosystem or scenario. */
  readonly ecosystem: string;
  /** Name or path of the battery. */
  readonly battery: string;
  readonly quick: boolean;
  /** Patterns to try; all when absent. */
  readonly only?: readonly string[];
  /** What to try beside the defaults, instead of what the budget says. */
  readonly tries?: readonly string[];
  readonly points?: number;
  readonly set?: readonly string[];
  readonly shipped?: string;
}

export interface PlannedPatterns {
  readonly issues: Issue[];
  readonly plan?: Plan;
}

const TIMEOUT_MINUTES = 120;
const NONE: Strategy = { format: "corridor/strategy@1", name: "none", title: "No policy", about: "Nothing.", instruments: {} };

/** Never throws for what a user wrote. */
export async function planPatterns(request: PatternsRequest): Promise<PlannedPatterns> {
  const kind = await documentKind(request.battery, ["patterns"], request.shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const where = request.shipped === undefined ? {} : { shipped: request.shipped };
  const checked = await readChecked("patterns", request.battery, patternsSchema, [], where);
  const { value: document, place } = checked;
  if (!document) return { issues: checked.issues };
  const asked = askedOf(document, request);
  if (asked.issues.length > 0) return { issues: [...checked.issues, ...asked.issues] };
  const { budget, patterns } = asked;
  const { replicates = String(budget.replicates), scale = String(budget.scale) } = request;
  const resolution = await resolveScenario({ ...request, scenario: request.ecosystem, strategy: "none", replicates, scale });
  const issues = [...checked.issues, ...resolution.issues];
  if (isWrong(issues) || !resolution.scenario) return { issues };
  const world = clocked(resolution.scenario, document, budget, request);
  const { ecosystem, settings, start } = world;
  const arms = armsOf(patterns).map((name) => ({ name, ...strategyOf(name, document.arms, ecosystem, start) }));
  const strategies = [NONE, ...arms.flatMap(({ strategy }) => strategy ?? [])];
  issues.push(...arms.flatMap((one) => one.issues).map(place));
  for (const strategy of strategies) {
    const found = checkScenario(ecosystem, strategy, settings).strategy;
    issues.push(...found.map((issue) => ({ ...issue, ...place({ ...issue, path: ["arms", strategy.name] }) })));
  }
  const { knobs, issues: ofKnobs } = knobsOf(variedIn(document, budget), [ecosystem], strategies);
  issues.push(...ofKnobs.map((issue) => place({ ...issue, path: ["box", ...issue.path.slice(1)] })));
  if (isWrong(issues)) return { issues };
  const { tries, points } = pointsOf(
    document,
    budget,
    knobs.map(({ dimension }) => dimension),
    String(settings.seed),
  );
  const claims = Object.values(patterns).flatMap(claimsIn);
  const plan = openPlan({
    ...{
      format: "corridor/plan@1",
      name: `${ecosystem.name}-patterns`,
      title: `${document.title}: ${ecosystem.title}`,
      about: document.about,
    },
    ...{ version: version(), engine: engine(), ecosystems: [ecosystem], strategies, baseline: NONE.name, knobs, settings },
    ...(knobs.length > 0 ? { design: { kind: "imported", file: document.name, ignore: [] }, imported: points } : {}),
    record: recordSchema.parse({ every: "end", from: start, decompose: claims.some(({ part }) => part !== undefined) }),
    ...{ analyses: ["patterns"], question: questionSchema.parse({}), timeoutMinutes: TIMEOUT_MINUTES },
    patterns: { start, patterns, tries, box: budget.tries.includes("box") ? Object.keys(document.box) : [] },
  } satisfies PlanDocument);
  issues.push(...outcomeIssues(plan, patterns).map(place));
  return isWrong(issues) ? { issues } : { issues, plan };
}

/** The patterns and the budget that are asked for. */
function askedOf(document: PatternsDocument, { only, tries, points, quick }: PatternsRequest) {
  const names = Object.keys(document.patterns);
  const issues = [
    ...(only ?? []).flatMap((name) => unknownName(name, names, "pattern").map((issue) => ({ ...issue, file: "--only" }))),
    ...(tries ?? []).flatMap((name) => unknownName(name, TRIES, "part").map((issue) => ({ ...issue, file: "--try" }))),
  ];
  const stated = quick ? document.budgets.quick : document.budgets.full;
  const budget: Budget = {
    ...stated,
    ...(tries ? { tries: TRIES.filter((part) => tries.includes(part)) } : {}),
    ...(points === undefined ? {} : { points }),
  };
  const patterns = Object.fromEntries(Object.entries(document.patterns).filter(([name]) => !only || only.includes(name)));
  return { issues, budget, patterns };
}

/** The world with the end that the budget allows. */
function clocked(
  { ecosystem, settings }: ResolvedScenario,
  document: PatternsDocument,
  { years }: Budget,
  request: PatternsRequest,
) {
  const begin = settings.start ?? ecosystem.start;
  const last = settings.end ?? ecosystem.end;
  const start = firstDay([begin, last], document.start);
  const end = request.end === undefined ? lastDay(start, years, last) : last;
  return { ecosystem, start, settings: { ...settings, end } };
}

const claimsIn = ({ claims, probe }: Pattern): Claim[] => [...Object.values(claims), ...(probe ? [probe] : [])];

function armsOf(patterns: Readonly<Record<string, Pattern>>): string[] {
  const named = Object.values(patterns).flatMap((pattern) => [
    ...claimsIn(pattern).flatMap(({ arm, against }) => [arm, against]),
    ...(pattern.placebo === undefined ? [] : [pattern.placebo]),
  ]);
  return [...new Set(named)].filter((name) => name !== NONE.name).sort();
}

/** An outcome that another ecosystem may have is not told there; one that none can have is a mistake. */
function outcomeIssues(plan: Plan, patterns: Readonly<Record<string, Pattern>>): Issue[] {
  const known = trialSpecs(plan).allOutcomes.map(({ name }) => name);
  return Object.entries(patterns).flatMap(([pattern, of]) =>
    Object.entries(of.claims).flatMap(([claim, { outcome }]) =>
      unknownName(outcome, known, "outcome").map(
        (issue): Issue => ({
          ...issue,
          allowed: "corridor describe metrics lists them",
          severity: "warning",
          path: ["patterns", pattern, "claims", claim, "outcome"],
        }),
      ),
    ),
  );
}
