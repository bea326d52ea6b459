/** Which run a row of a table belongs to. Every table begins with these columns. */
import { type Ecosystem, hashText, type RunSettings, type Strategy } from "../core/index.ts";
import type { TableColumn, TableSpec } from "../core/table.ts";
import { canonicalText } from "./canonical.ts";

/** What decides a run: equal contents are the same run, whatever the file was called and whichever run came before. */
export interface RunContent {
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
  /** Seed of this replicate. */
  readonly seed: string;
  /** Version of the model: another one may give other numbers. */
  readonly version: string;
}

export interface RunIdentity {
  readonly runId: string;
  readonly strategy: string;
  /** 1 or more. */
  readonly replicate: number;
  readonly seed: string;
}

const HEX = 16;
const WORD_DIGITS = 8;
const ID_DIGITS = 12;

/** "r" and twelve hexadecimal digits. The letter keeps a spreadsheet from reading 1234e5 as a number. */
export function runId(content: RunContent): string {
  return runIds(content)(content.seed);
}

/** The ids of runs that differ by their seed only: the content is read once. */
export function runIds({ ecosystem, strategy, settings, version }: Omit<RunContent, "seed">): (seed: string) => string {
  // How many runs there are, and the seed that theirs were drawn from, is no part of a run.
  const { replicates: _, seed: __, ...played } = settings;
  const content = hex(canonicalText({ ecosystem, strategy, settings: played, version }));
  return (seed) => `r${hex(`${content}|${seed}`).slice(0, ID_DIGITS)}`;
}

function hex(text: string): string {
  const { lo, hi } = hashText(text);
  return [lo, hi].map((word) => (word >>> 0).toString(HEX).padStart(WORD_DIGITS, "0")).join("");
}

export const RUN_COLUMNS: readonly TableColumn[] = [
  { name: "run_id", type: "string", unit: "", about: "the run: a hash of all that decides it" },
  { name: "strategy", type: "string", unit: "", about: "name of the strategy" },
  {
    name: "replicate",
    type: "integer",
    unit: "",
    about: "number of the replicate, from 1; replicates differ only by luck",
  },
  { name: "seed", type: "string", unit: "", about: "seed of the run; the same for every strategy" },
];

/** The table with the columns of the run before its own. */
export function withRunColumns(spec: TableSpec): TableSpec {
  // A table without a key within a run has none across runs either.
  const primaryKey = spec.primaryKey.length > 0 ? ["run_id", ...spec.primaryKey] : [];
  return { ...spec, columns: [...RUN_COLUMNS, ...spec.columns], primaryKey };
}
