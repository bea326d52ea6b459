/** Whether what lies in the blocks of a sweep is whole, belongs to it, and says one thing only about each run. */
import { basename, dirname, relative } from "node:path";
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import { ranges } from "../cluster/array-ranges.ts";
import { EXIT, Failure } from "../failure.ts";
import { type PieceBytes, piecesIn, trailerOf } from "./block.ts";
import { readBlock, type Store } from "./store.ts";
import { blocksOf } from "./sweep-folder.ts";

export interface BlockFault {
  readonly path: string;
  readonly problem: "damaged" | "foreign" | "contradicts";
  /** With what it is not the same. */
  readonly other?: string;
}

/** None when a sweep may be merged. */
export function blockFaults(plan: Plan, store: Store): BlockFault[] {
  const known = keysOf(plan);
  const damaged = store.damaged.map((path): BlockFault => ({ path, problem: "damaged" }));
  const isForeign = (path: string) => {
    const { pieces, failed } = trailerOf(readBlock(path));
    return [...pieces, ...failed].some(({ key }) => !known.has(key));
  };
  const foreign = store.blocks.filter(isForeign).map((path): BlockFault => ({ path, problem: "foreign" }));
  return [...damaged, ...foreign, ...contradictions(store)];
}

/** Blocks that have other bytes for a run than a block before them: one of the two was not played by this program. */
export function contradictions(store: Store): BlockFault[] {
  const faults: BlockFault[] = [];
  const first = new Map<number, string>();
  for (const path of store.blocks) {
    const bytes = readBlock(path);
    const pieces = piecesIn(bytes, trailerOf(bytes));
    const different = pieces.find((piece) => first.has(piece.key) && !isSame(piece, store.read(piece.key)));
    if (different) faults.push({ path, problem: "contradicts", other: first.get(different.key) as string });
    for (const { key } of pieces) if (!first.has(key)) first.set(key, path);
  }
  return faults;
}

const WORDS = {
  damaged: "is damaged",
  foreign: "has runs that the plan does not",
  contradicts: "has other bytes for a run than",
} as const satisfies Record<BlockFault["problem"], string>;

/** More than these are not named one by one. */
const MOST_NAMED = 20;

/** @throws Failure with status 2 that names the faults and what to do, when there are any */
export function refuseFaults(folder: string, faults: readonly BlockFault[]): void {
  if (faults.length === 0) return;
  const lines = faults.slice(0, MOST_NAMED).map(({ path, problem, other }) => {
    const to = other === undefined ? "" : ` ${relative(folder, other)}`;
    return `\n  ${relative(folder, path)} ${WORDS[problem]}${to}`;
  });
  const more = faults.length > MOST_NAMED ? `\n  and ${faults.length - MOST_NAMED} more` : "";
  const files = faults.flatMap(({ path, other = path }) => [path, other]);
  const shards = ranges(files.map((path) => shardOfFile(folder, path)).filter((shard) => shard !== undefined));
  const again = shards === "" ? "" : `; then play again shards ${shards}: corridor sweep submit ${folder} --shards ${shards}`;
  throw new Failure(
    EXIT.usage,
    `${folder} has files that cannot be right:${lines.join("")}${more}`,
    `remove the files named${again}`,
  );
}

function keysOf(plan: Plan): Set<number> {
  const of = pieceKeys(plan);
  const keys = new Set<number>();
  for (let trial = 0; trial < plan.trials; trial++) for (const key of of(trialAt(plan, trial))) keys.add(key);
  return keys;
}

function isSame(a: PieceBytes, b: PieceBytes): boolean {
  return (
    a.tables.length === b.tables.length &&
    a.tables.every(({ name, bytes }, i) => {
      const other = b.tables[i];
      return other !== undefined && other.name === name && Buffer.compare(bytes, other.bytes) === 0;
    })
  );
}

/** The shard in whose folder a file lies; nothing for one that belongs to none. */
export function shardOfFile(folder: string, path: string): number | undefined {
  const place = dirname(path);
  return dirname(place) === blocksOf(folder) ? Number(basename(place)) : undefined;
}
