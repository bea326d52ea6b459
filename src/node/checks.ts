/** Stylised facts and an ecosystem -> the plan of a sweep that checks them. */
import type { Strategy } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { checkScenario } from "../core/scenario/check.ts";
import { factProblems } from "../experiment/facts/problems.ts";
import { checksSchema, type Fact } from "../experiment/facts/schema.ts";
import { STATISTIC_BY_KIND } from "../experiment/facts/statistics/index.ts";
import { strategyOf } from "../experiment/patterns/arm.ts";
import { firstDay, lastDay } from "../experiment/patterns/clock.ts";
import { patternsSchema } from "../experiment/patterns/schema.ts";
import { openPlan, type PlanDocument } from "../experiment/plan.ts";
import { questionSchema } from "../experiment/question.ts";
import { recordSchema } from "../experiment/schema.ts";
import { readChecked } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";
import { engine } from "./engine.ts";
import { isWrong, unknownName } from "./experiment.ts";
import type { PlannedPatterns } from "./patterns.ts";
import { resolveScenario } from "./scenario.ts";
import type { SettingOptions } from "./settings.ts";
import { version } from "./version.ts";

export interface ChecksRequest extends SettingOptions {
  /** Name or path of an ecosystem or scenario. */
  readonly ecosystem: string;
  /** Name or path of the checks. */
  readonly checks: string;
  readonly only?: readonly string[];
  readonly set?: readonly string[];
  readonly shipped?: string;
}

const TIMEOUT_MINUTES = 120;
const NONE: Strategy = { format: "corridor/strategy@1", name: "none", title: "No policy", about: "Nothing.", instruments: {} };

/** Never throws for what a user wrote. */
export async function planChecks(request: ChecksRequest): Promise<PlannedPatterns> {
  const kind = await documentKind(request.checks, ["checks"], request.shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const where = request.shipped === undefined ? {} : { shipped: request.shipped };
  const checked = await readChecked("checks", request.checks, checksSchema, [], where);
  if (!checked.value) return { issues: checked.issues };
  const document = checked.value;
  const battery = await readChecked("patterns", document.battery, patternsSchema, [], where);
  const replicates = request.replicates ?? String(document.replicates);
  const scale = request.scale ?? String(document.scale);
  const resolution = await resolveScenario({ ...request, scenario: request.ecosystem, strategy: "none", replicates, scale });
  const issues = [...checked.issues, ...battery.issues, ...resolution.issues];
  if (isWrong(issues) || !resolution.scenario || !battery.value) return { issues };
  const { ecosystem, settings } = resolution.scenario;
  const { facts, issues: ofNames } = factsFor(document.facts, ecosystem.name, request.only);
  if (isWrong(ofNames)) return { issues: [...issues, ...ofNames] };
  const [begin, last] = [settings.start ?? ecosystem.start, settings.end ?? ecosystem.end];
  const start = firstDay([begin, last], battery.value.start);
  const end = request.end === undefined ? lastDay(start, document.years, last) : last;
  const arms = battery.value.arms;
  const needed = Object.values(facts).flatMap((fact) => statisticOf(fact).arms(fact.statistic));
  const made = [...new Set(needed)].sort().map((name) => strategyOf(name, arms, ecosystem, start));
  issues.push(...made.flatMap((one) => one.issues).map((issue) => checked.place({ ...issue, path: ["facts"] })));
  const strategies = [NONE, ...made.flatMap(({ strategy }) => strategy ?? [])];
  for (const strategy of strategies) {
    issues.push(
      ...checkScenario(ecosystem, strategy, { ...settings, end }).strategy.map((issue) =>
        checked.place({ ...issue, path: ["facts"] }),
      ),
    );
  }
  if (isWrong(issues)) return { issues };
  const weekly = [...new Set(Object.values(facts).flatMap((fact) => statisticOf(fact).weekly(fact.statistic)))].sort();
  const plan = openPlan({
    ...{
      format: "corridor/plan@1",
      name: `${ecosystem.name}-checks`,
      title: `${document.title}: ${ecosystem.title}`,
      about: document.about,
    },
    ...{ version: version(), engine: engine(), ecosystems: [ecosystem], strategies, baseline: NONE.name, knobs: [] },
    settings: { ...settings, end },
    record: recordSchema.parse({ every: "end", weekly, ...(made.length > 0 ? { from: start } : {}) }),
    ...{ analyses: ["facts"], question: questionSchema.parse({}), timeoutMinutes: TIMEOUT_MINUTES },
    facts: { start, facts },
  } satisfies PlanDocument);
  // A shorter span than the whole is asked for: what lies outside it is not told.
  const isWhole = settings.start === undefined && settings.end === undefined;
  issues.push(...factProblems(plan, { start, facts }, isWhole).map(checked.place));
  return isWrong(issues) ? { issues } : { issues, plan };
}

function statisticOf({ statistic }: Fact) {
  const entry = STATISTIC_BY_KIND.get(String(statistic.kind));
  if (!entry) throw new Error(`there is no statistic ${String(statistic.kind)}`);
  return entry;
}

/** Those known of this ecosystem. */
function factsFor(all: Readonly<Record<string, Fact>>, ecosystem: string, only: readonly string[] | undefined) {
  const issues: Issue[] = (only ?? []).flatMap((name) =>
    unknownName(name, Object.keys(all), "fact").map((issue) => ({ ...issue, file: "--only" })),
  );
  const facts = Object.fromEntries(
    Object.entries(all).filter(
      ([name, fact]) => (!only || only.includes(name)) && (fact.ecosystems === undefined || fact.ecosystems.includes(ecosystem)),
    ),
  );
  if (Object.keys(facts).length === 0 && issues.length === 0) {
    issues.push({ path: [], message: `nothing that is asked for is known of ${ecosystem}`, severity: "error" });
  }
  return { facts, issues };
}
