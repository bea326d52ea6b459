/**
 * What a user asks to calibrate -> a plan, checked before anything runs.
 *
 * file --load--> calibration --ecosystem, strategy--> resolved parts --parameters, figures, years--> plan
 */
import type { Ecosystem } from "../../core/index.ts";
import { compile, metricColumns } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import type { CalibrationPlan } from "../../experiment/calibrate/plan.ts";
import { type CalibrationDocument, calibrationSchema } from "../../experiment/calibrate/schema.ts";
import { chosenTargets, yearProblems } from "../../experiment/calibrate/targets.ts";
import { knobsOf } from "../../experiment/knob.ts";
import { periodsOf } from "../../experiment/periods.ts";
import { readChecked } from "../checked-document.ts";
import { documentKind } from "../document-kind.ts";
import { engine } from "../engine.ts";
import { isWrong } from "../experiment.ts";
import { referred, resolveParts } from "../scenario.ts";
import type { SettingOptions } from "../settings.ts";
import { version } from "../version.ts";

export interface CalibrationRequest extends SettingOptions {
  /** Name or path of a calibration. */
  readonly calibration: string;
  readonly shipped?: string;
}

export interface PlannedCalibration {
  /** Errors and warnings, all at once; with an error there is no plan. */
  readonly issues: Issue[];
  readonly plan?: CalibrationPlan;
}

/** Never throws for what a user wrote. */
export async function planCalibration(request: CalibrationRequest): Promise<PlannedCalibration> {
  const kind = await documentKind(request.calibration, ["calibration"], request.shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const where = request.shipped === undefined ? {} : { shipped: request.shipped };
  const file = await readChecked("calibration", request.calibration, calibrationSchema, [], where);
  const { value: document, loaded } = file;
  if (!document) return { issues: file.issues };
  const resolution = await resolveParts(
    {
      ecosystem: await referred(loaded, "ecosystem", document.ecosystem),
      strategy: await referred(loaded, "strategy", document.strategy),
      document: { name: document.name, set: document.set ?? {} },
      loaded,
    },
    request,
  );
  const issues = [...file.issues, ...resolution.issues];
  const { scenario } = resolution;
  if (isWrong(issues) || !scenario) return { issues };
  const { ecosystem, strategy } = scenario;
  const wholeYears = (end: string) =>
    periodsOf(ecosystem, { ...scenario.settings, end }, undefined).periods.map(({ name }) => name);
  const lastDay = (year: number) => firstEnd(year, ecosystem, wholeYears);
  const settings = { ...scenario.settings, end: document.run.end ?? lastDay(document.years.until) };
  const checkEnd = lastDay(document.check.until ?? document.years.until);
  const outcomes = metricColumns(compile(ecosystem, strategy, settings, settings.seed)).map(({ name }) => name);
  const { knobs, issues: ofKnobs } = knobsOf(document.parameters, [ecosystem], [strategy], "parameters");
  const { targets, held, problems } = chosenTargets(document, ecosystem, outcomes);
  const [fittedYears, checkedYears] = [wholeYears(settings.end), wholeYears(checkEnd)];
  issues.push(
    ...[...spanIssues(document, ecosystem), ...yearProblems(document, ecosystem), ...ofKnobs, ...problems].map(file.place),
  );
  const partial = targets.find(({ year }) => !fittedYears.includes(String(year)));
  if (!isWrong(issues) && partial) issues.push(file.place(partOfYear(partial.year)));
  if (isWrong(issues)) return { issues };
  const { name, title = name, about = "", method, timeoutMinutes } = document;
  const { replicates, sets } = document.check;
  const ofCheck = sets === undefined ? { replicates } : { replicates, sets };
  return {
    issues,
    plan: {
      ...{ format: "corridor/calibration-plan@1", name, title, about, version: version(), engine: engine() },
      ...{ ecosystem, strategy, knobs, settings, years: document.years, targets, method },
      held: held.filter(({ year }) => checkedYears.includes(String(year))),
      ...{ check: { ...ofCheck, end: checkEnd }, timeoutMinutes },
    },
  };
}

/** The end with which a year is whole: its last day where its weeks are over by then, or that of the week into the next. */
function firstEnd(year: number, { end }: Ecosystem, wholeYears: (end: string) => readonly string[]): string {
  const last = `${year}-12-31`;
  if (last >= end) return end;
  const next = `${year + 1}-01-07`;
  return wholeYears(last).includes(String(year)) ? last : next < end ? next : end;
}

function partOfYear(year: number): Issue {
  const message = `runs hold only a part of ${year}, and figures are of whole years`;
  return { path: ["years"], message, allowed: "years that the ecosystem, and run.end, hold to the last week", severity: "error" };
}

/** Runs must reach what they are compared with. */
function spanIssues({ years, check, run }: CalibrationDocument, { start, end }: Ecosystem): Issue[] {
  const first = Number((run.start ?? start).slice(0, "YYYY".length));
  const last = Number(end.slice(0, "YYYY".length));
  const outside = (path: Issue["path"], year: number): Issue[] =>
    year < first || year > last
      ? [{ path, message: `${year} lies outside the ecosystem`, allowed: `${first} to ${last}`, severity: "error" }]
      : [];
  return [
    ...outside(["years", "from"], years.from),
    ...outside(["years", "until"], years.until),
    ...(check.until === undefined ? [] : outside(["check", "until"], check.until)),
  ];
}
