/** One document with its settings: loaded, changed, checked against its schema, with the place of every part. */
import type { z } from "zod";
import type { Issue } from "../core/issue.ts";
import { explainZod } from "../core/scenario/explain.ts";
import { applyOverrides, type Overridden } from "../core/scenario/override.ts";
import { isMap, type Path } from "../core/scenario/path.ts";
import { type LoadedDocument, placed } from "../formats/document.ts";
import { type DocumentKind, loadDocument } from "./scenario-file.ts";

/** Settings to lay over a document, and where each was written. */
export interface Setting {
  readonly text: string;
  readonly read: (text: string) => { value: unknown; issues: readonly Issue[] };
  readonly place?: object | undefined;
}

export interface CheckedDocument<T> {
  readonly value?: T;
  /** What is there with settings laid over it, whether or not the schema accepts it. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly loaded: LoadedDocument;
  readonly issues: Issue[];
  /** Adds file, line and column to what is said of the value. */
  place(issue: Issue): Issue;
}

/** Reads one document, lays settings over it and checks it against its schema; what hangs on other documents is not checked. */
export async function readChecked<S extends z.ZodType>(
  kind: DocumentKind,
  reference: string,
  schema: S,
  settings: readonly Setting[],
  { shipped }: { shipped?: string },
): Promise<CheckedDocument<z.output<S>>> {
  const loaded = await loadDocument(reference, shipped === undefined ? { kind, schema } : { kind, schema, shipped });
  if (loaded.merged === undefined) return { document: {}, loaded, issues: loaded.issues, place: (issue) => issue };
  const overridden = override(loaded.merged, settings, schema);
  const written = (path: Path, onKey?: boolean) => overridden.locate(path) ?? loaded.locate(path, onKey);
  const place = (issue: Issue): Issue => ({ ...issue, ...written(issue.path) });
  const parsed = schema.safeParse(overridden.value);
  const found = parsed.success ? [] : explainZod(parsed.error, overridden.value, schema);
  const issues = [...loaded.issues, ...overridden.issues, ...placed(found, { ...loaded, locate: written })];
  const document = isMap(overridden.value) ? overridden.value : {};
  return parsed.success && !issues.some(({ severity }) => severity === "error")
    ? { value: parsed.data, document, loaded, issues, place }
    : { document, loaded, issues, place };
}

/** Lays settings over a document, one at a time because each has its own way of being read. */
function override(document: unknown, settings: readonly Setting[], schema: z.ZodType): Overridden {
  let value = document;
  const issues: Issue[] = [];
  const steps: ((path: Path) => ReturnType<Overridden["locate"]>)[] = [];
  for (const [index, { text, read: readValue, place }] of settings.entries()) {
    const step = applyOverrides(value, [text], readValue, schema);
    value = step.value;
    issues.push(...step.issues.map((issue) => ({ ...issue, line: index + 1, ...place })));
    steps.unshift((path) => {
      const found = step.locate(path);
      return found && { ...found, line: index + 1, ...place };
    });
  }
  const locate: Overridden["locate"] = (path) => {
    for (const step of steps) {
      const found = step(path);
      if (found) return found;
    }
    return undefined;
  };
  return { value, issues, locate };
}
