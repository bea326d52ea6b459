/** A result that has been written, as formats read it: tables that come in pieces, what they are, and what was run. */
import type { Table, TableSpec } from "../core/table.ts";
import type { PackageText } from "./data-package.ts";

export interface StoredTable {
  readonly spec: TableSpec;
  /** Its run_id is that of a row of the table of runs, or empty. */
  readonly refersToRuns: boolean;
  /** Size of its file; undefined when nobody knows. */
  readonly bytes: number | undefined;
  /** The rows from the first on, in tables of some thousand. Each call begins again. */
  read(): AsyncIterable<Table>;
}

export interface StoredResult {
  readonly text: PackageText;
  readonly tables: readonly StoredTable[];
  /** manifest.json as it was read; empty when there is none. */
  readonly manifest: JsonObject;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What stands in a document at a path; undefined when there is nothing. */
export function jsonAt(document: Json, ...path: readonly string[]): Json | undefined {
  let at: Json | undefined = document;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return at;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const UNDATED = new Date("2000-01-01T00:00:00.000Z");

/** When its runs began: what is exported says this and no later time, so that the same result gives the same bytes. */
export function startOf({ manifest }: StoredResult): Date {
  const started = new Date(String(jsonAt(manifest, "started")));
  return Number.isNaN(started.getTime()) ? UNDATED : started;
}
