/** What every entry of a catalogue declares, and how a catalogue becomes a schema. */
import type { z } from "zod";

export interface Entry {
  /** The name a scenario uses. */
  readonly kind: string;
  /** One sentence for help, reference pages and the web form. */
  readonly about: string;
}

export interface EntryWithParams<S extends z.ZodObject> extends Entry {
  readonly params: S;
}

/** Index of a catalogue by kind; a repeated kind stops the program at start. */
export function byKind<T extends Entry>(entries: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const entry of entries) {
    if (index.has(entry.kind)) throw new Error(`catalogue: two entries are called ${entry.kind}`);
    index.set(entry.kind, entry);
  }
  return index;
}

/** The entry of a kind that a schema has already accepted. */
export function entryOf<T extends Entry>(index: ReadonlyMap<string, T>, kind: string): T {
  const entry = index.get(kind);
  if (!entry) throw new Error(`catalogue: no entry ${kind}`);
  return entry;
}
