/** Runs that earlier sweeps have played, found by what they are: an identical sweep plays nothing. */
import fs from "node:fs";
import { join } from "node:path";
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import { writeDurably } from "../durable.ts";
import { makeFolder } from "../make-folder.ts";
import { encodeBlock, type PieceBytes } from "./block.ts";
import { openStore, type Store } from "./store.ts";
import { piecesOf } from "./sweep-folder.ts";

const BATCH_BYTES = 16 * 1024 * 1024;

/** Copies what a store lacks of a plan from another one. @returns how many pieces */
export function takeFrom(other: Store, plan: Plan, store: Store): number {
  const keysOf = pieceKeys(plan);
  let batch: PieceBytes[] = [];
  let [bytes, taken] = [0, 0];
  const write = () => {
    store.add(encodeBlock(batch, []));
    batch = [];
    bytes = 0;
  };
  for (let trial = 0; trial < plan.trials; trial++) {
    for (const key of keysOf(trialAt(plan, trial))) {
      if (store.has(key) || !other.has(key)) continue;
      const piece = other.read(key);
      batch.push(piece);
      taken++;
      for (const table of piece.tables) bytes += table.bytes.byteLength;
      if (bytes >= BATCH_BYTES) write();
    }
  }
  write();
  return taken;
}

/** @param folder of the cache; it need not be there */
export function takeFromCache(folder: string, plan: Plan, store: Store): number {
  return fs.existsSync(folder) ? takeFrom(openStore([folder]), plan, store) : 0;
}

/** What a cache may hold: it is read whole before each sweep, in seconds at this size. */
export const CACHE_BYTES = 2e9;

/** Adds the pieces of a finished sweep; the oldest ones go when there are too many. */
export function giveToCache(folder: string, sweep: string, most = CACHE_BYTES): void {
  makeFolder(folder);
  const from = piecesOf(sweep);
  for (const file of fs.readdirSync(from)) {
    const to = join(folder, file);
    if (fs.existsSync(to)) continue;
    try {
      fs.linkSync(join(from, file), to);
    } catch {
      // Not every file system has links.
      writeDurably(to, [fs.readFileSync(join(from, file))]);
    }
  }
  prune(folder, most);
}

/** Keeps the newest blocks that fit. Who is just reading another one is told to try again. */
function prune(folder: string, most: number): void {
  const found = fs.readdirSync(folder).flatMap((file) => {
    const path = join(folder, file);
    const entry = fs.statSync(path, { throwIfNoEntry: false });
    return entry?.isFile() ? [{ path, bytes: entry.size, time: entry.mtimeMs }] : [];
  });
  found.sort((a, b) => b.time - a.time || (a.path < b.path ? -1 : 1));
  let sum = 0;
  for (const { path, bytes } of found) {
    sum += bytes;
    if (sum > most) fs.rmSync(path, { force: true });
  }
}
