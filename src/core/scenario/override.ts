/**
 * Single settings from the command line or a form: `legs.hub-coast.weeks=2`.
 *
 * The value is laid over what is there by the rules of `merge.ts`: a map merges, `null` removes the key, anything else
 * replaces. So a number set on a quantity is its new value without the old range; `fee.value=900` keeps the range.
 */
import type { z } from "zod";
import type { Issue } from "../issue.ts";
import { listed } from "./allowed.ts";
import { echo } from "./echo.ts";
import { merge } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { childOf, formatPath, isMap, type Path, parsePath, valueAt } from "./path.ts";
import { decided, keysOf, type Schema, schemaAt } from "./schema-walk.ts";
import { vainRemovals } from "./vain-removals.ts";

/** The name that stands in place of a file in what is said about a setting. */
const SETTINGS = "--set";

/** Reads the text after the equals sign, as a scenario file would. */
export type ReadValue = (text: string) => { readonly value: unknown; readonly issues: readonly Issue[] };

export interface Overridden {
  readonly value: unknown;
  /** `file` is "--set", `line` the ordinal of the setting, `column` counts within it; all 1-based. */
  readonly issues: Issue[];
  /** The setting that wrote what is at a path, if one did. */
  locate(path: Path): { file: string; line: number; column: number } | undefined;
}

/**
 * Applies settings in order. A path must exist in the document, or be a key that the schema names (a default that the
 * document leaves out); a map with free names does not grow this way. A setting with an issue is left out.
 */
export function applyOverrides(document: unknown, settings: readonly string[], read: ReadValue, schema?: z.ZodType): Overridden {
  let value = document;
  const issues: Issue[] = [];
  /** The last setting first: it is the one that holds. */
  const written: { path: Path; line: number; column: number }[] = [];
  for (const [index, setting] of settings.entries()) {
    const line = index + 1;
    const parsed = parseSetting(setting, read);
    const path = parsed.path;
    const wrong = [...parsed.issues, ...(path ? wrongSetting(value, path, parsed.value, schema) : [])];
    issues.push(...wrong.map((issue) => ({ ...issue, file: SETTINGS, line, column: issue.column ?? 1 })));
    if (!path || wrong.length > 0) continue;
    value = layOver(value, path, parsed.value);
    written.unshift({ path, line, column: parsed.valueColumn });
  }
  const locate = (path: Path) => {
    const by = written.find((one) => one.path.every((step, depth) => String(step) === String(path[depth])));
    return by && { file: SETTINGS, line: by.line, column: by.column };
  };
  return { value, issues, locate };
}

/**
 * One setting whose value is already read, such as an entry of a map of settings: the changed document, or why the path
 * leads nowhere. `issues` have the path and no place.
 */
export function setPath(
  document: unknown,
  path: Path,
  value: unknown,
  schema?: z.ZodType,
): { readonly value: unknown; readonly issues: Issue[] } {
  const issues = wrongSetting(document, path, value, schema).map(({ column: _, ...issue }) => issue);
  return { value: issues.length > 0 ? document : layOver(document, path, value), issues };
}

interface Setting {
  readonly path?: Path;
  readonly value?: unknown;
  readonly valueColumn: number;
  readonly issues: readonly Issue[];
}

const SETTING = /^((?:"(?:[^"\\]|\\.)*"|[^="])*)=(.*)$/s;
const FORM = "path=value, such as legs.hub-coast.weeks=2";

function parseSetting(setting: string, read: ReadValue): Setting {
  const [, left, text] = SETTING.exec(setting) ?? [];
  const path = left === undefined ? undefined : parsePath(left.trim());
  if (left === undefined || text === undefined || path === undefined) {
    return { valueColumn: 1, issues: [error([], `${echo(setting)} is not a setting`, { allowed: FORM })] };
  }
  const valueColumn = left.length + 2;
  if (text.trim() === "") {
    const allowed = "a value after the equals sign; null removes the key";
    return { valueColumn, issues: [error(path, "no value is given", { allowed, column: valueColumn })] };
  }
  const { value, issues } = read(text);
  const placed = issues.map((issue) => ({ ...issue, path, column: left.length + 1 + (issue.column ?? 1) }));
  return { path, value, valueColumn, issues: placed };
}

function error(path: Path, message: string, more: Partial<Issue>): Issue {
  return { path, message, severity: "error", ...more };
}

/** A path that leads nowhere, or a map with keys that take nothing out. */
function wrongSetting(document: unknown, path: Path, value: unknown, schema: z.ZodType | undefined): Issue[] {
  const astray = unknownStep(document, path, schema);
  if (astray.length > 0) return astray;
  const own = schema && schemaAt(schema, document, path);
  return vainRemovals(valueAt(document, path), value, own).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** The first step of a path that leads nowhere, as an issue; none when the path is good. */
function unknownStep(document: unknown, path: Path, schema: z.ZodType | undefined): Issue[] {
  let node = document;
  for (const [depth, step] of path.entries()) {
    const before = path.slice(0, depth);
    const names = namesIn(node, schema && schemaAt(schema, document, before));
    if (!names.includes(String(step))) {
      const meant = nearest(String(step), names);
      const column = formatPath(before).length + (depth > 0 ? 2 : 1);
      const where = depth > 0 ? ` in ${formatPath(before)}` : "";
      return [
        error(path, `there is no ${echo(String(step))}${where}`, {
          allowed: names.length > 0 ? listed(names) : "nothing: this is a single value",
          ...(meant === undefined ? {} : { suggestion: formatPath([...before, meant, ...path.slice(depth + 1)]) }),
          column,
        }),
      ];
    }
    node = childOf(node, step);
  }
  return [];
}

/** Keys or indices that can be set on a value: those it has and those its schema names. */
function namesIn(node: unknown, schema: Schema | undefined): string[] {
  if (Array.isArray(node)) return node.map((_, index) => String(index));
  const own = isMap(node) ? Object.keys(node) : [];
  // A quantity written as a bare number has the keys of the long form too.
  const named = schema && keysOf(isMap(node) ? decided(schema, node) : schema);
  return [...new Set([...own, ...(named ?? [])])];
}

function layOver(node: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value === null ? undefined : merge(node, value).value;
  if (Array.isArray(node)) return node.map((item, index) => (index === Number(step) ? layOver(item, rest, value) : item));
  const map = isMap(node) ? node : typeof node === "number" ? { value: node } : {};
  const entries = new Map(Object.entries(map));
  const child = layOver(childOf(map, step), rest, value);
  if (child === undefined) entries.delete(String(step));
  else entries.set(String(step), child);
  return Object.fromEntries(entries);
}
