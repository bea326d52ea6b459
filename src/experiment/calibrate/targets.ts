/** Which published figures a calibration fits, on which terms, and which it leaves for checks. Issues have paths into its file. */
import type { Ecosystem } from "../../core/index.ts";
import { listed, nearest } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import type { Target } from "./misfit.ts";
import type { CalibrationDocument } from "./schema.ts";

type Figure = Ecosystem["targets"][string];

export interface ChosenTargets {
  /** In the order of the ecosystem, then of the calibration. */
  readonly targets: Target[];
  readonly held: Target[];
  readonly problems: Issue[];
}

/** A calibration that opens a year which the ecosystem keeps for checks is refused. */
export function yearProblems({ years }: CalibrationDocument, { fitting, name }: Pick<Ecosystem, "fitting" | "name">): Issue[] {
  const problem = (key: "from" | "until", message: string, allowed: string): Issue => {
    return { path: ["years", key], message, allowed, severity: "error" };
  };
  if (years.from > years.until) return [problem("until", `lies before ${years.from}`, "from <= until")];
  if (!fitting) {
    const say = "fitting: { from: ..., until: ... } in the ecosystem, before anything is fitted";
    return [problem("from", `cannot be fitted: ${name} does not say which of its years may be`, say)];
  }
  const allowed = `${fitting.from} to ${fitting.until}; all other years are kept for checks that nothing was fitted to`;
  return (["from", "until"] as const)
    .filter((key) => years[key] < fitting.from || years[key] > fitting.until)
    .map((key) => problem(key, `opens ${years[key]}, which ${name} keeps closed`, allowed));
}

/** @param outcomes names of what a run of the ecosystem measures */
export function chosenTargets(
  document: CalibrationDocument,
  { targets: figures }: Ecosystem,
  outcomes: readonly string[],
): ChosenTargets {
  const { years, leaveOut } = document;
  const problems: Issue[] = [];
  const complain = (path: Issue["path"], message: string, more: Partial<Issue> = {}) => {
    problems.push({ path, message, severity: "error", ...more });
  };
  const own = ownFigures(document);
  for (const [name, { figure }] of Object.entries(document.targets)) {
    if (figure && figures[name])
      complain(["targets", name, "figure"], "stands in the ecosystem already", { allowed: "its terms only" });
    if (!figure && !figures[name]) complain(["targets", name], ...unknown(name, Object.keys(figures)));
    if (figure && !outcomes.includes(figure.metric)) {
      const meant = nearest(figure.metric, outcomes);
      complain(["targets", name, "figure", "metric"], `no outcome is called ${figure.metric}`, {
        allowed: "a name that `corridor describe metrics` lists",
        ...(meant === undefined ? {} : { suggestion: meant }),
      });
    }
  }
  for (const [i, name] of leaveOut.entries()) {
    if (!figures[name]) complain(["leaveOut", i], ...unknown(name, Object.keys(figures)));
  }
  const isFitted = ([name, { year }]: [string, Figure]) => year >= years.from && year <= years.until && !leaveOut.includes(name);
  const lastChecked = document.check.until ?? years.until;
  const isChecked = ([, { year }]: [string, Figure]) => year <= lastChecked;
  const all = [...Object.entries(figures), ...own];
  for (const [name, figure] of all.filter(isFitted)) {
    const { low, high, value } = figure.value;
    if (low !== undefined && high !== undefined && low < value && value < high) continue;
    const path = own.some(([key]) => key === name) ? ["targets", name, "figure", "value"] : ["ecosystem"];
    complain(path, `${name} has no band, so its uncertainty is not known`, {
      allowed: "low < value < high; or name it under leaveOut",
    });
  }
  for (const [name, { year }] of own) {
    if (year < years.from || year > years.until) {
      complain(["targets", name, "figure", "year"], `${year} is not fitted`, { allowed: `${years.from} to ${years.until}` });
    }
  }
  if (!all.some(isFitted)) complain(["years"], "have no published figure, so there is nothing to fit");
  const as = ([name, figure]: [string, Figure]) => targetOf(name, figure, document);
  return {
    targets: all.filter(isFitted).map(as),
    held: all.filter((one) => !isFitted(one) && isChecked(one)).map(as),
    problems,
  };
}

function ownFigures({ targets }: CalibrationDocument): [string, Figure][] {
  return Object.entries(targets).flatMap(([name, { figure }]): [string, Figure][] => (figure ? [[name, figure]] : []));
}

function unknown(name: string, known: readonly string[]): [string, Partial<Issue>] {
  const meant = nearest(name, known);
  return [
    `the ecosystem has no figure called ${name}`,
    { allowed: `${listed(known)}; or a figure of its own`, ...(meant === undefined ? {} : { suggestion: meant }) },
  ];
}

function targetOf(name: string, { title, metric, year, value }: Figure, document: CalibrationDocument): Target {
  const { discrepancy = document.discrepancy, weight = 1 } = document.targets[name] ?? {};
  const { low = Number.NaN, high = Number.NaN } = value;
  return {
    ...{ name, title, metric, year, low, high, weight },
    value: value.value,
    discrepancy: discrepancy * Math.abs(value.value),
  };
}
