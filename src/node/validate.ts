/** What is wrong with a document, judged with everything it refers to. */
import { strategySchema } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { checkOrder } from "../core/scenario/check-time.ts";
import { checksSchema } from "../experiment/facts/schema.ts";
import { patternsSchema } from "../experiment/patterns/schema.ts";
import { planCalibration } from "./calibration/plan-calibration.ts";
import { readChecked } from "./checked-document.ts";
import { documentKind } from "./document-kind.ts";
import { loadEnsemble } from "./ensemble.ts";
import { planExperiment } from "./experiment.ts";
import { resolveScenario } from "./scenario.ts";
import type { DocumentKind } from "./scenario-file.ts";

export interface Verdict {
  readonly file: string;
  readonly kind?: DocumentKind;
  readonly issues: readonly Issue[];
}

/** @param ecosystem name or path of the ecosystem in which the names of a strategy must exist */
export async function validate(file: string, ecosystem?: string): Promise<Verdict> {
  const kind = await documentKind(file, [
    "scenario",
    "ecosystem",
    "strategy",
    "experiment",
    "patterns",
    "checks",
    "calibration",
    "ensemble",
  ]);
  if (typeof kind !== "string") return { file, issues: [kind] };
  if (kind === "calibration") return { file, kind, issues: (await planCalibration({ calibration: file })).issues };
  if (kind === "ensemble") return { file, kind, issues: await ensembleIssues(file) };
  if (kind === "experiment") return { file, kind, issues: (await planExperiment({ experiment: file })).issues };
  if (kind === "checks") return { file, kind, issues: (await readChecked(kind, file, checksSchema, [], {})).issues };
  if (kind === "patterns") return { file, kind, issues: (await readChecked(kind, file, patternsSchema, [], {})).issues };
  if (kind !== "strategy") return { file, kind, issues: (await resolveScenario({ scenario: file })).issues };
  if (ecosystem !== undefined) {
    return { file, kind, issues: (await resolveScenario({ scenario: ecosystem, strategy: file })).issues };
  }
  const { document, issues, place } = await readChecked(kind, file, strategySchema, [], {});
  return { file, kind, issues: [...issues, ...checkOrder(["instruments"], document.instruments).map(place)] };
}

/** Judged with its ecosystem, where that can be found by its name. */
async function ensembleIssues(file: string): Promise<readonly Issue[]> {
  const { document, issues } = await loadEnsemble(file);
  if (!document || issues.some(({ severity }) => severity === "error")) return issues;
  const { scenario } = await resolveScenario({ scenario: document.ecosystem });
  return scenario ? (await loadEnsemble(file, scenario.ecosystem)).issues : issues;
}
