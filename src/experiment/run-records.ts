/** Small tables about runs: those that failed, and the state hash after each week. */
import { type Table, type TableSpec, tableBuilder } from "../core/table.ts";
import { type RunIdentity, withRunColumns } from "./run-identity.ts";

export interface FailedRun {
  readonly run: RunIdentity;
  readonly message: string;
  /** The command that repeats it alone. */
  readonly command: string;
}

export const FAILURES: TableSpec = withRunColumns({
  name: "failures",
  about: "runs that failed, and how to repeat each of them",
  primaryKey: ["replicate"],
  columns: [
    { name: "message", type: "string", unit: "", about: "what went wrong" },
    {
      name: "command",
      type: "string",
      unit: "",
      about: "the command that repeats this run alone; a dot is the folder of this table",
    },
  ],
});

export function failuresTable(failed: readonly FailedRun[]): Table {
  const builder = tableBuilder(FAILURES, failed.length);
  for (const { run, message, command } of failed) {
    builder.add([run.runId, run.strategy, run.replicate, run.seed, message, command]);
  }
  return builder.finish();
}

const HASHES: TableSpec = {
  name: "hashes",
  about: "hash over the state and all before it, after each week: two runs are alike up to the first week that differs",
  primaryKey: ["date"],
  columns: [
    { name: "date", type: "date", unit: "date", about: "first day of the week" },
    { name: "hash", type: "integer", unit: "", about: "unsigned 32-bit rolling hash" },
  ],
};
export const HASH_TABLE: TableSpec = withRunColumns(HASHES);

/** @param dates first day of each recorded week */
export function hashTable(dates: readonly string[], hashes: Uint32Array): Table {
  const builder = tableBuilder(HASHES, hashes.length);
  hashes.forEach((hash, week) => {
    builder.add([dates[week], hash]);
  });
  return builder.finish();
}
