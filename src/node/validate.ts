/** What is wrong with a document, judged with everything it refers to. */
import { ecosystemSchema, isMap, strategySchema } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";
import { checkOrder } from "../core/scenario/check-time.ts";
import { checksSchema } from "../experiment/facts/schema.ts";
import { patternsSchema } from "../experiment/patterns/schema.ts";
import { planCalibration } from "./calibration/plan-calibration.ts";
import { readChecked } from "./checked-document.ts";
import { planChecks } from "./checks.ts";
import { documentKind, shippedNames } from "./document-kind.ts";
import { loadEnsemble } from "./ensemble.ts";
import { isWrong, planExperiment } from "./experiment.ts";
import { resolveScenario } from "./scenario.ts";
import type { DocumentKind } from "./scenario-file.ts";

export interface Verdict {
  readonly file: string;
  readonly kind?: DocumentKind;
  /** An ecosystem that only others extend: it has no places and no people. */
  readonly isBase?: boolean;
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
  if (kind === "checks") return { file, kind, issues: await checksIssues(file, ecosystem) };
  if (kind === "patterns") return { file, kind, issues: (await readChecked(kind, file, patternsSchema, [], {})).issues };
  if (kind === "ecosystem") return ecosystemVerdict(file);
  if (kind !== "strategy") return { file, kind, issues: (await resolveScenario({ scenario: file })).issues };
  if (ecosystem !== undefined) {
    return { file, kind, issues: (await resolveScenario({ scenario: ecosystem, strategy: file })).issues };
  }
  const { document, issues, place } = await readChecked(kind, file, strategySchema, [], {});
  return { file, kind, issues: [...issues, ...checkOrder(["instruments"], document.instruments).map(place)] };
}

/** What an ecosystem cannot be without, and a base leaves to those that extend it. */
const OF_PLACE = ["jurisdictions", "nodes", "legs", "communities"];
const baseSchema = ecosystemSchema.partial({ start: true, end: true });

async function ecosystemVerdict(file: string): Promise<Verdict> {
  const { issues } = await resolveScenario({ scenario: file });
  const kind = "ecosystem";
  if (!isWrong(issues)) return { file, kind, issues };
  const { document, issues: own } = await readChecked(kind, file, baseSchema, [], {});
  const isBase = OF_PLACE.every((key) => isMap(document[key]) && Object.keys(document[key]).length === 0);
  if (!isBase) return { file, kind, issues };
  return { file, kind, isBase, issues: own.filter(({ path: [key] }) => !OF_PLACE.includes(String(key))) };
}

/** Judged in the ecosystem that is asked for, or in each that a fact names and that is shipped. */
async function checksIssues(file: string, asked: string | undefined): Promise<readonly Issue[]> {
  const { value, issues } = await readChecked("checks", file, checksSchema, [], {});
  if (!value) return issues;
  const shipped = (await shippedNames("ecosystem")).filter((name) => name !== "base");
  const named = new Set(Object.values(value.facts).flatMap(({ ecosystems }) => ecosystems ?? []));
  const known = shipped.filter((name) => named.has(name));
  const places = asked === undefined ? (known.length > 0 ? known : shipped.slice(0, 1)) : [asked];
  const found = await Promise.all(places.map((ecosystem) => planChecks({ ecosystem, checks: file })));
  return found.flatMap((one) => one.issues);
}

/** Judged with its ecosystem, where that can be found by its name. */
async function ensembleIssues(file: string): Promise<readonly Issue[]> {
  const { document, issues } = await loadEnsemble(file);
  if (!document || issues.some(({ severity }) => severity === "error")) return issues;
  const { scenario } = await resolveScenario({ scenario: document.ecosystem });
  return scenario ? (await loadEnsemble(file, scenario.ecosystem)).issues : issues;
}
