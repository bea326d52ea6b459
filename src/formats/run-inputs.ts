/** What went into the runs of a result: the inputs of the table of runs, and which of them differ from run to run. */

import type { Table, TableColumn } from "../core/table.ts";
import { RUN_COLUMNS } from "../experiment/run-identity.ts";
import type { StoredTable } from "./stored-result.ts";

export interface RunInput {
  readonly column: TableColumn;
  /** Number of the column in the table of runs. */
  readonly at: number;
  /** Of the first run; undefined when it is missing there. */
  readonly value: number | string | undefined;
  /** Whether some run has another value than the first. */
  readonly varies: boolean;
  /** Over the runs; undefined for texts and where no run has a value. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface RunInputs {
  readonly runs: number;
  readonly inputs: readonly RunInput[];
}

/** The name by which a package knows the table with a row per run. */
export const RUNS = "runs";
const OUTCOME = /^o_/;
const IDENTITY = new Set(RUN_COLUMNS.map(({ name }) => name));

export const isOutcome = ({ name }: TableColumn): boolean => OUTCOME.test(name);
export const isIdentity = ({ name }: TableColumn): boolean => IDENTITY.has(name);

/** Reads the table of runs once; memory does not grow with runs. */
export async function readRunInputs({ spec, read }: StoredTable): Promise<RunInputs> {
  const found = spec.columns
    .map((column, at) => ({ column, at, value: undefined as RunInput["value"], varies: false, low: Infinity, high: -Infinity }))
    .filter(({ column }) => !isIdentity(column) && !isOutcome(column));
  let runs = 0;
  for await (const table of read()) {
    for (const input of found) {
      if (runs === 0) input.value = cellAt(table, input.at, 0);
      for (let row = 0; row < table.rows; row++) {
        const value = cellAt(table, input.at, row);
        if (value !== input.value) input.varies = true;
        if (typeof value !== "number") continue;
        input.low = Math.min(input.low, value);
        input.high = Math.max(input.high, value);
      }
    }
    runs += table.rows;
  }
  return {
    runs,
    inputs: found.map(({ low, high, ...input }) =>
      low > high ? { ...input, low: undefined, high: undefined } : { ...input, low, high },
    ),
  };
}

/** A value of a table: a number (1 and 0 for yes and no), a text, undefined when it is missing. */
export function cellAt({ data }: Table, column: number, row: number): number | string | undefined {
  const value = data[column]?.[row];
  // -0 is 0 wherever results are written.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : undefined;
  return value === "" ? undefined : value;
}
