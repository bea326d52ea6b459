/** Pieces of a store -> the tables of a sweep, in the order of the plan, streamed: memory does not grow with runs. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { TableSpec } from "../../core/table.ts";
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import type { TrialSpecs } from "../../experiment/trial-specs.ts";
import { csvHeader } from "../../formats/csv.ts";
import { durableFile } from "../durable.ts";
import type { WrittenFile } from "../result-folder.ts";
import { isNumbers } from "./piece-numbers.ts";
import type { Store } from "./store.ts";

export interface MergedTable extends WrittenFile {
  readonly spec: TableSpec;
  readonly rows: number;
}

export interface Gap {
  readonly trial: number;
  readonly piece: number;
  /** Why it is not there; nothing when it was never played. */
  readonly reason: string | undefined;
}

/** What is not there, one at a time. */
export function* gaps(plan: Plan, store: Store, range: readonly [number, number] = [0, plan.trials]): Generator<Gap> {
  const keysOf = pieceKeys(plan);
  for (let trial = range[0]; trial < range[1]; trial++) {
    const keys = keysOf(trialAt(plan, trial));
    for (const [piece, key] of keys.entries()) if (!store.has(key)) yield { trial, piece, reason: store.failure(key) };
  }
}

/** The tables of a plan, in the order of their files. */
export function tablesOf(specs: TrialSpecs): TableSpec[] {
  return [specs.runs, specs.periods, specs.series, ...specs.actors, specs.pairs, specs.splits?.spec].filter(
    (spec) => spec !== undefined,
  );
}

/** Reads table rows of every piece of a plan in order; pieces that failed are passed over. */
export function* pieceRows(
  plan: Plan,
  store: Store,
  range: readonly [number, number] = [0, plan.trials],
): Generator<{ name: string; bytes: Uint8Array }> {
  const keysOf = pieceKeys(plan);
  for (let trial = range[0]; trial < range[1]; trial++) {
    for (const key of keysOf(trialAt(plan, trial))) if (store.has(key)) yield* store.read(key).tables;
  }
}

/** Writes every table of the plan to a folder. @param trials how many from the first; all when absent */
export function mergeTables(plan: Plan, specs: TrialSpecs, store: Store, folder: string, trials = plan.trials): MergedTable[] {
  const open = tablesOf(specs).map((spec) => {
    const header = csvHeader(spec.columns);
    const file = durableFile(join(folder, `${spec.name}.csv`));
    const hash = createHash("sha256").update(header);
    file.append(header);
    return { spec, file, hash, bytes: Buffer.byteLength(header), rows: 0 };
  });
  const byName = new Map(open.map((one) => [one.spec.name, one]));
  try {
    for (const { name, bytes } of pieceRows(plan, store, [0, trials])) {
      if (isNumbers(name)) continue;
      const table = byName.get(name);
      if (!table) throw new Error(`a piece has a table ${name} that the plan does not`);
      table.file.append(bytes);
      table.hash.update(bytes);
      table.bytes += bytes.byteLength;
      table.rows += linesIn(bytes);
    }
    for (const { file } of open) file.commit();
  } catch (error) {
    for (const { file } of open) file.discard();
    throw error;
  }
  return open.map(({ spec, hash, bytes, rows }) => ({ spec, rows, file: `${spec.name}.csv`, bytes, sha256: hash.digest("hex") }));
}

const LINE_FEED = 10;

/** Texts of results hold no line feed: names may not, and messages stand in a table of their own. */
function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

/** How many runs of a plan are there, and which pairs of them are missing because a run failed. */
export function countRuns(plan: Plan, store: Store, trials = plan.trials): { finished: number; failed: Gap[]; unplayed: number } {
  const strategies = plan.strategies.length;
  const failed: Gap[] = [];
  let unplayed = 0;
  for (const gap of gaps(plan, store, [0, trials])) {
    if (gap.piece >= strategies) continue;
    if (gap.reason === undefined) unplayed++;
    else failed.push(gap);
  }
  return { finished: trials * strategies - failed.length - unplayed, failed, unplayed };
}
