/** What differs between two documents in meaning: order of keys and spelling of numbers do not count. */
import { echo } from "./echo.ts";
import { formatPath, isMap, type Path } from "./path.ts";

export interface Change {
  /** Indices of lists count in the document that has the item; for a changed item they are the same in both. */
  readonly path: Path;
  readonly kind: "added" | "removed" | "changed";
  /** `undefined` for what was added. */
  readonly before: unknown;
  /** `undefined` for what was removed. */
  readonly after: unknown;
}

/**
 * The changes that lead from `before` to `after`, in the order of `before`, added keys last. A quantity written
 * `{ value: 3 }` equals a bare 3; against a longer form a bare number counts as its value.
 */
export function diff(before: unknown, after: unknown): Change[] {
  return [...changes([], before, after)];
}

function* changes(path: Path, before: unknown, after: unknown): Generator<Change> {
  const [a, b] = alike(before, after);
  if (Array.isArray(a) && Array.isArray(b)) yield* listChanges(path, a, b);
  else if (isMap(a) && isMap(b)) yield* mapChanges(path, a, b);
  else if (!same(a, b)) yield { path, kind: "changed", before, after };
}

/** Both in the short form of a quantity where possible, else both in the long one. */
function alike(before: unknown, after: unknown): [unknown, unknown] {
  const [a, b] = [short(before), short(after)];
  if (typeof a === "number" && isLong(b)) return [{ value: a }, b];
  if (typeof b === "number" && isLong(a)) return [a, { value: b }];
  return [a, b];
}

function isLong(value: unknown): value is Record<string, unknown> {
  return isMap(value) && Object.hasOwn(value, "value") && typeof value.value === "number";
}

function short(value: unknown): unknown {
  return isLong(value) && Object.keys(value).length === 1 ? value.value : value;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "number" && typeof b === "number" && Number.isNaN(a) && Number.isNaN(b));
}

function* mapChanges(path: Path, a: Record<string, unknown>, b: Record<string, unknown>): Generator<Change> {
  for (const [key, before] of Object.entries(a)) {
    if (Object.hasOwn(b, key)) yield* changes([...path, key], before, b[key]);
    else yield { path: [...path, key], kind: "removed", before, after: undefined };
  }
  for (const [key, after] of Object.entries(b)) {
    if (!Object.hasOwn(a, key)) yield { path: [...path, key], kind: "added", before: undefined, after };
  }
}

/** Lists are compared between their common beginning and their common end, item by item. */
function* listChanges(path: Path, a: readonly unknown[], b: readonly unknown[]): Generator<Change> {
  const equal = (i: number, j: number) => changes([], a[i], b[j]).next().done === true;
  const shorter = Math.min(a.length, b.length);
  let first = 0;
  while (first < shorter && equal(first, first)) first++;
  let ending = 0;
  while (ending < shorter - first && equal(a.length - 1 - ending, b.length - 1 - ending)) ending++;
  const [endA, endB] = [a.length - ending, b.length - ending];
  for (let i = first; i < Math.min(endA, endB); i++) yield* changes([...path, i], a[i], b[i]);
  for (let i = Math.max(first, endB); i < endA; i++) {
    yield { path: [...path, i], kind: "removed", before: a[i], after: undefined };
  }
  for (let i = Math.max(first, endA); i < endB; i++) {
    yield { path: [...path, i], kind: "added", before: undefined, after: b[i] };
  }
}

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

/** One line for each change: `~ legs.hub-coast.weeks: 2 -> 3`. No change gives an empty text. */
export function formatDiff(changed: readonly Change[]): string {
  return changed.map((change) => `${SIGNS[change.kind]} ${formatPath(change.path) || "(all)"}: ${what(change)}\n`).join("");
}

function what({ kind, before, after }: Change): string {
  if (kind === "added") return echo(after);
  if (kind === "removed") return echo(before);
  return `${echo(before)} -> ${echo(after)}`;
}
