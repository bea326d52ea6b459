/** Runs reduced to what must be the same bit for bit. */
import { type RunOptions, simulate } from "../../src/core/run.ts";
import type { Table } from "../../src/core/table.ts";
import { type Case, modelOf } from "./world.ts";

export interface Bits {
  readonly finalHash: number;
  readonly weekly: readonly number[];
  readonly outcome: Readonly<Record<string, number>>;
  /** By name, row by row. */
  readonly tables: Readonly<Record<string, readonly (readonly (number | string)[])[]>>;
}

export function rowsOf(table: Table): (number | string)[][] {
  return Array.from({ length: table.rows }, (_, row) => table.data.map((column) => column[row]));
}

/** Plays a case with weekly hashes. */
export function bitsOf(one: Case, options: RunOptions = {}): Bits {
  const { tables, outcome, finalHash, weeklyHashes } = simulate(modelOf(one), { hash: true, ...options });
  return {
    finalHash,
    outcome,
    weekly: [...(weeklyHashes ?? [])],
    tables: Object.fromEntries(tables.map((table) => [table.spec.name, rowsOf(table)])),
  };
}
