/** An ensemble by name or path -> what a plan needs of it, checked against the ecosystem that it is used with. */
import type { Ecosystem } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { type EnsembleDocument, ensembleSchema, markOf } from "../experiment/calibrate/ensemble.ts";
import type { EnsembleDraws } from "../experiment/ensemble-draws.ts";
import { type Knob, knobsOf } from "../experiment/knob.ts";
import { readChecked } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";

export interface LoadedEnsemble {
  readonly issues: Issue[];
  readonly document?: EnsembleDocument;
  /** Of a plan over it. */
  readonly parts?: {
    readonly knobs: readonly Knob[];
    readonly imported: readonly (readonly number[])[];
    readonly ensemble: EnsembleDraws;
  };
}

/** Never throws for what a user wrote. @param ecosystem that the sets are put into; only the document is judged when absent */
export async function loadEnsemble(nameOrPath: string, ecosystem?: Ecosystem, shipped?: string): Promise<LoadedEnsemble> {
  const kind = await documentKind(nameOrPath, ["ensemble"], shipped);
  if (typeof kind !== "string") return { issues: [kind] };
  const checked = await readChecked("ensemble", nameOrPath, ensembleSchema, [], shipped === undefined ? {} : { shipped });
  const { value: document } = checked;
  if (!document) return { issues: checked.issues };
  const issues = [...checked.issues, ...setIssues(document).map(checked.place)];
  if (!ecosystem) return { issues, document };
  if (ecosystem.name !== document.ecosystem) {
    const message = `was accepted for ${document.ecosystem}, not for ${ecosystem.name}`;
    const other: Issue = { path: ["ecosystem"], message, allowed: "an ensemble of this ecosystem", severity: "error" };
    return { issues: [...issues, checked.place(other)], document };
  }
  issues.push(...changeIssues(document, ecosystem).map(checked.place));
  const { knobs, issues: ofKnobs } = knobsOf(document.parameters, [ecosystem], [], "parameters");
  issues.push(...ofKnobs.map(checked.place));
  if (issues.some(({ severity }) => severity === "error")) return { issues, document };
  const ensemble = { name: document.name, weights: document.sets.map(({ weight }) => weight) };
  return { issues, document, parts: { knobs, ensemble, imported: document.sets.map(({ values }) => values) } };
}

/** Sets that were accepted under other numbers are no longer known to agree with anything. */
function changeIssues({ numbers }: EnsembleDocument, ecosystem: Ecosystem): Issue[] {
  const now = markOf(ecosystem);
  if (numbers === undefined || numbers === now) return [];
  const message = `the sets were accepted when ${ecosystem.name} had other numbers: how well they agree with its figures now is not known`;
  const allowed = `${now}, its mark now, after a new calibration`;
  return [{ path: ["numbers"], message, allowed, severity: "warning" }];
}

/** Every set has a value for every parameter, within its prior. */
function setIssues({ parameters, sets }: EnsembleDocument): Issue[] {
  const ranges = Object.entries(parameters);
  return sets.flatMap(({ values }, s): Issue[] => {
    if (values.length !== ranges.length) {
      const message = `has ${values.length} values for ${ranges.length} parameters`;
      return [{ path: ["sets", s, "values"], message, allowed: `${ranges.length} numbers`, severity: "error" }];
    }
    return ranges.flatMap(([name, { low, high }], p): Issue[] => {
      const value = values[p] as number;
      if (value >= (low ?? value) && value <= (high ?? value)) return [];
      const message = `${value} lies outside the prior of ${name}`;
      return [{ path: ["sets", s, "values", p], message, allowed: `${low} to ${high}`, severity: "error" }];
    });
  });
}
