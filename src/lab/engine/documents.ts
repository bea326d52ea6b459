/** Bundled and typed documents -> what the core plays, read and checked by the readers of the terminal. */
import { ecosystems, strategies } from "corridor:documents";
import { type Ecosystem, ecosystemSchema, type RunSettings, type Strategy, strategySchema } from "../../core/index.ts";
import type { Issue } from "../../core/issue.ts";
import { checkStrategy } from "../../core/scenario/check.ts";
import { explainZod } from "../../core/scenario/explain.ts";
import { nearest } from "../../core/scenario/nearest.ts";
import { setPath } from "../../core/scenario/override.ts";
import { parsePath } from "../../core/scenario/path.ts";
import { type Find, type LoadedDocument, placed, readDocument } from "../../formats/document.ts";
import type { Assumption } from "../protocol.ts";

export interface Checked<T> {
  readonly value?: T;
  /** As loaded, for the places of later complaints. */
  readonly loaded: LoadedDocument;
  readonly issues: readonly Issue[];
}

const isWrong = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === "error");

/** The name under which messages know what stands in the editor. */
export const EDITOR = "strategy.yaml";

export type EcosystemReader = (name: string, assumptions: readonly Assumption[]) => Promise<Checked<Ecosystem>>;

/** Reads shipped ecosystems; the text of each is read once. */
export function ecosystemReader(): EcosystemReader {
  const read = new Map<string, Promise<LoadedDocument>>();
  return async (name, assumptions) => {
    const find = (reference: string) => shipped(reference, "ecosystem", ecosystems);
    const reading = read.get(name) ?? readDocument(name, "ecosystem", find, ecosystemSchema);
    read.set(name, reading);
    const loaded = await reading;
    if (loaded.merged === undefined) return { loaded, issues: loaded.issues };
    let value: unknown = loaded.merged;
    const issues: Issue[] = [...loaded.issues];
    for (const { path, value: set } of assumptions) {
      const changed = setPath(value, parsePath(path) ?? [], set, ecosystemSchema);
      value = changed.value;
      issues.push(...changed.issues);
    }
    const parsed = ecosystemSchema.safeParse(value);
    if (!parsed.success) issues.push(...placed(explainZod(parsed.error, value, ecosystemSchema), loaded));
    return parsed.success && !isWrong(issues) ? { value: parsed.data, loaded, issues } : { loaded, issues };
  };
}

export async function readStrategy(text: string): Promise<Checked<Strategy>> {
  const typed = { id: EDITOR, file: EDITOR, bytes: new TextEncoder().encode(text) };
  const find: Find = async (reference, from) => (from === undefined ? typed : shipped(reference, "strategy", strategies));
  const loaded = await readDocument(EDITOR, "strategy", find, strategySchema);
  if (loaded.merged === undefined) return { loaded, issues: loaded.issues };
  const parsed = strategySchema.safeParse(loaded.merged);
  const found = parsed.success ? [] : placed(explainZod(parsed.error, loaded.merged, strategySchema), loaded);
  const issues = [...loaded.issues, ...found];
  return parsed.success && !isWrong(issues) ? { value: parsed.data, loaded, issues } : { loaded, issues };
}

/** What a strategy says that the ecosystem does not fit, each at its place. */
export function fitInto(
  ecosystem: Ecosystem,
  strategy: Strategy,
  settings: RunSettings,
  loaded: LoadedDocument,
): Checked<Strategy> {
  const issues = checkStrategy(ecosystem, strategy, settings).map((issue) => ({ ...issue, ...loaded.locate(issue.path) }));
  return isWrong(issues) ? { loaded, issues } : { value: strategy, loaded, issues };
}

async function shipped(reference: string, kind: string, texts: Readonly<Record<string, string>>) {
  const text = Object.hasOwn(texts, reference) ? texts[reference] : undefined;
  if (text !== undefined) return { id: reference, file: `${reference}.yaml`, bytes: new TextEncoder().encode(text) };
  const names = Object.keys(texts);
  const meant = nearest(reference, names);
  return {
    path: [],
    message: `there is no ${kind} called ${reference} among those that this page knows`,
    allowed: names.join(", "),
    ...(meant === undefined ? {} : { suggestion: meant }),
    file: reference,
    severity: "error" as const,
  };
}
