/**
 * What a user asks to sweep -> a plan, checked before anything runs.
 *
 * file --load--> experiment --each ecosystem x strategy--> resolved parts --uncertainties, design--> plan
 */
import { createHash } from "node:crypto";
import { type Ecosystem, listed, nearest, type RunSettings, type Strategy } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { ANALYSIS_BY_KIND } from "../experiment/analyses/index.ts";
import { knobsOf } from "../experiment/knob.ts";
import { openPlan, type Plan, type PlanDocument } from "../experiment/plan.ts";
import { type ExperimentDocument, experimentSchema } from "../experiment/schema.ts";
import { trialSpecs } from "../experiment/trial-specs.ts";
import { type CheckedDocument, readChecked } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";
import { engine } from "./engine.ts";
import { designOf } from "./experiment-design.ts";
import { type Changes, changesOf } from "./experiment-set.ts";
import { type Asked, type ResolvedScenario, referred, resolveParts, type SourceFile } from "./scenario.ts";
import type { SettingOptions } from "./settings.ts";
import { version } from "./version.ts";

export interface ExperimentRequest extends SettingOptions {
  /** Name or path of an experiment. */
  readonly experiment: string;
  readonly shipped?: string;
}

export interface PlannedExperiment {
  /** Errors and warnings, all at once; with an error there is no plan. */
  readonly issues: Issue[];
  readonly plan?: Plan;
  readonly sources?: readonly SourceFile[];
}

/** Never throws for what a user wrote. */
export async function planExperiment(request: ExperimentRequest): Promise<PlannedExperiment> {
  const kind = await documentKind(request.experiment, ["experiment"], request.shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const where = request.shipped === undefined ? {} : { shipped: request.shipped };
  const checked = await readChecked("experiment", request.experiment, experimentSchema, [], where);
  const { value: document, loaded } = checked;
  if (!document) return { issues: checked.issues };
  const parts = await resolveAll(document, checked, request);
  const issues = distinct([...checked.issues, ...parts.issues]);
  if (isWrong(issues)) return { issues };
  const { ecosystems, strategies, settings } = parts;
  const { knobs, issues: ofKnobs } = knobsOf(document.uncertainties, ecosystems, strategies);
  const base = basis(document, strategies);
  const chosen = await designOf(document, knobs, loaded.layers.at(-1)?.id ?? process.cwd());
  issues.push(...[...ofKnobs, ...base.issues, ...chosen.issues].map(checked.place));
  if (isWrong(issues) || !settings) return { issues: distinct(issues) };
  const { name, title = name, about = "", record, analyses, question, timeoutMinutes } = document;
  const plan = openPlan({
    ...{ format: "corridor/plan@1", name, title, about, version: version(), engine: engine() },
    ...{ ecosystems, strategies, baseline: base.baseline, knobs },
    ...(document.design ? { design: document.design as PlanDocument["design"] & object } : {}),
    ...(chosen.imported ? { imported: chosen.imported } : {}),
    ...{ settings, record, analyses, question, timeoutMinutes },
  });
  issues.push(...planIssues(plan).map(checked.place));
  return isWrong(issues) ? { issues } : { issues, plan, sources: sourcesOf(checked, parts.scenarios) };
}

export const isWrong = (issues: readonly Issue[]) => issues.some(({ severity }) => severity === "error");

/** The same document is read once for each part it is combined with. */
function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return [...seen.values()];
}

interface Parts {
  readonly ecosystems: Ecosystem[];
  readonly strategies: Strategy[];
  readonly settings: RunSettings | undefined;
  readonly scenarios: readonly ResolvedScenario[];
  readonly issues: Issue[];
}

async function resolveAll(
  document: ExperimentDocument,
  { loaded, place }: CheckedDocument<unknown>,
  request: ExperimentRequest,
): Promise<Parts> {
  const issues: Issue[] = [];
  const scenarios: ResolvedScenario[] = [];
  const ecosystems = new Map<number, Ecosystem>();
  const strategies = new Map<number, Strategy>();
  const named = await Promise.all(document.strategies.map((strategy) => referred(loaded, "strategies", strategy)));
  const changes: Changes = await changesOf(document.set ?? {}, named, request.shipped);
  for (const [i, ecosystem] of document.ecosystems.entries()) {
    for (const [j, strategy] of named.entries()) {
      const asked: Asked = {
        ecosystem: await referred(loaded, "ecosystems", ecosystem),
        strategy,
        document: { name: document.name, set: changes[j] ?? {} },
        loaded,
        keys: { ecosystem: ["ecosystems", i], strategy: ["strategies", j] },
      };
      const resolution = await resolveParts(asked, request);
      issues.push(...resolution.issues);
      if (!resolution.scenario) continue;
      scenarios.push(resolution.scenario);
      ecosystems.set(i, resolution.scenario.ecosystem);
      strategies.set(j, resolution.scenario.strategy);
    }
  }
  const repeated = (key: "ecosystems" | "strategies", parts: ReadonlyMap<number, { readonly name: string }>) => {
    const names = new Set<string>();
    for (const [i, { name }] of parts) {
      if (names.has(name)) issues.push(place({ path: [key, i], message: `${name} is there twice`, severity: "error" }));
      names.add(name);
    }
  };
  repeated("ecosystems", ecosystems);
  repeated("strategies", strategies);
  const settings = scenarios[0]?.settings;
  return { ecosystems: [...ecosystems.values()], strategies: [...strategies.values()], settings, scenarios, issues };
}

function basis({ baseline }: ExperimentDocument, strategies: readonly Strategy[]): { baseline: string; issues: Issue[] } {
  const names = strategies.map(({ name }) => name);
  const [first = ""] = names;
  if (baseline === undefined || names.includes(baseline)) return { baseline: baseline ?? first, issues: [] };
  const issues = unknownName(baseline, names, "strategy of the experiment called").map((issue) => ({
    ...issue,
    path: ["baseline"],
  }));
  return { baseline: first, issues };
}

/** An issue when a word is none of those that are known. */
export function unknownName(word: string, known: readonly string[], what: string): Issue[] {
  if (known.includes(word)) return [];
  const meant = nearest(word, known);
  const more = meant === undefined ? {} : { suggestion: meant };
  return [{ path: [], message: `there is no ${what} ${word}`, allowed: listed(known), ...more, severity: "error" }];
}

/** What is wrong with a plan as a whole. */
function planIssues(plan: Plan): Issue[] {
  const { decompose, from } = plan.record;
  const last = plan.periods.map(({ dates }) => dates.at(-1) ?? "").sort()[0] ?? "";
  const late = from !== undefined && from > last;
  if (late) {
    const allowed = `a date up to ${last}`;
    return [{ path: ["record", "from"], message: `${from} is after the last week`, allowed, severity: "error" }];
  }
  try {
    return [...outcomeIssues(plan), ...analysisIssues(plan)];
  } catch (error) {
    if (!(error instanceof RangeError && decompose)) throw error;
    const allowed = "false, a later end, or shorter windows (run.recordWeeks)";
    return [{ path: ["record", "decompose"], message: `cannot be: ${error.message}`, allowed, severity: "error" }];
  }
}

/** Analyses that cannot be made of such a plan, and why. */
export function analysisIssues(plan: Plan): Issue[] {
  return plan.analyses.flatMap((kind, i) =>
    (ANALYSIS_BY_KIND.get(kind)?.problems(plan) ?? []).map(
      (problem): Issue => ({ path: ["analyses", i], message: `${kind}: ${problem}`, severity: "error" }),
    ),
  );
}

export function outcomeIssues(plan: Plan): Issue[] {
  const every = trialSpecs({ ...plan, record: { ...plan.record, outcomes: undefined } }).allOutcomes.map(({ name }) => name);
  const allowed = "corridor describe metrics lists them";
  const unknown = (key: "outcomes" | "weekly") =>
    (plan.record[key] ?? []).flatMap((outcome, i) =>
      unknownName(outcome, every, "outcome").map((issue): Issue => ({ ...issue, allowed, path: ["record", key, i] })),
    );
  return [...unknown("outcomes"), ...unknown("weekly")];
}

function sourcesOf({ loaded }: CheckedDocument<unknown>, scenarios: readonly ResolvedScenario[]): readonly SourceFile[] {
  const all = scenarios.flatMap(({ sources }) => sources);
  const own = loaded.layers.map(({ file, text }) => ({ file, sha256: createHash("sha256").update(text).digest("hex") }));
  return [...new Map([...own, ...all].map((source) => [source.file, source])).values()];
}
