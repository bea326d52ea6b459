/**
 * One shard of a sweep: its trials are played into a folder of its own, and put together into one block. What it leaves is
 * a function of the plan and its number, so it may be played twice, at the same time too. It takes no lock and looks at no
 * other shard.
 */
import fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Plan } from "../../experiment/plan.ts";
import { writeDurably } from "../durable.ts";
import { EXIT, Failure } from "../failure.ts";
import { contradictions, refuseFaults } from "./check-blocks.ts";
import { gaps } from "./merge.ts";
import { packs } from "./pack.ts";
import { missing, type Progress, playPlan } from "./play-plan.ts";
import { openPool } from "./pool.ts";
import { neededShards } from "./shards.ts";
import { openStore, type Store } from "./store.ts";
import { blocksOf, neededPlan, piecesOf, shardBlocksOf } from "./sweep-folder.ts";

export interface Shard {
  readonly folder: string;
  readonly plan: Plan;
  readonly index: number;
  /** How many shards there are. */
  readonly count: number;
  readonly range: readonly [number, number];
}

export interface ShardOptions {
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface PlayedShard {
  /** Runs of the shard: played now, there before, and among those played now those that failed. */
  readonly played: number;
  readonly found: number;
  readonly failed: number;
  readonly seconds: number;
  /** Damaged files, whose runs were played again. */
  readonly damaged: readonly string[];
}

const MINUTE = 60_000;
/** Many shards write to one disk far away: fewer files than a sweep on one machine leaves on its way. */
const BLOCK_SECONDS = 15;
const MOST_PACKINGS = 10;

/** @throws Failure with status 2 when there is no such shard */
export function openShard(asked: string, index: number): Shard {
  const folder = resolve(asked);
  const plan = neededPlan(folder);
  const { count, rangeOf } = neededShards(folder, plan);
  return { folder, plan, index, count, range: rangeOf(index) };
}

/** @throws Failure or the reason of the signal; whatever was finished stays in the folder */
export async function playShard(shard: Shard, { threads, signal, onProgress }: ShardOptions): Promise<PlayedShard> {
  const { plan, range } = shard;
  const store = openShardStore(shard);
  const damaged = [...store.damaged];
  const [first] = missing(plan, store, range);
  const all = (range[1] - range[0]) * plan.strategies.length;
  let played: PlayedShard = { played: 0, found: all, failed: 0, seconds: 0, damaged };
  if (first) {
    const pool = openPool(plan, { threads, timeoutMilliseconds: plan.timeoutMinutes * MINUTE });
    const options = { range, blockSeconds: BLOCK_SECONDS, ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
    try {
      const { runs, found, failed, seconds } = await playPlan(plan, store, pool, options);
      played = { played: runs, found, failed, seconds, damaged };
    } finally {
      await pool.close();
    }
  }
  await packShard(shard, store, signal);
  return played;
}

/** The blocks of the shard, and those that belong to none: of a sweep that was begun on one machine, or is finished. */
const openShardStore = ({ folder, index }: Shard): Store =>
  openStore([shardBlocksOf(folder, index), blocksOf(folder), piecesOf(folder)]);

/**
 * Few files instead of many, and none that is damaged. Somebody else who plays the same shard may do the same at the same
 * time: then either finds files gone that have become part of another, and looks again.
 */
async function packShard(shard: Shard, begun: Store, signal: AbortSignal | undefined): Promise<void> {
  let store = begun;
  for (let packings = 1; ; packings++) {
    try {
      await packOnce(shard, store, signal);
      return;
    } catch (error) {
      if (!(error instanceof Failure) || error.exitCode !== EXIT.busy || packings === MOST_PACKINGS) throw error;
      store = openShardStore(shard);
    }
  }
}

async function packOnce({ folder, plan, index, range }: Shard, store: Store, signal: AbortSignal | undefined): Promise<void> {
  const own = shardBlocksOf(folder, index);
  const old = [...store.blocks, ...store.damaged].filter((path) => dirname(path) === own);
  // Whatever is there lies elsewhere, or nothing could be played.
  if (old.length === 0) return;
  for (const { reason } of gaps(plan, store, range)) {
    if (reason === undefined) throw new Failure(EXIT.busy, `${own}: files have just gone`, "play the shard again");
  }
  // Which of two is right cannot be told, so neither is thrown away.
  refuseFaults(folder, contradictions(store));
  const kept = new Set<string>();
  for (const block of packs(plan, store, range, { withFailed: true })) {
    const path = join(own, block.name);
    kept.add(path);
    if (!old.includes(path) || store.damaged.includes(path)) writeDurably(path, [block.bytes]);
    // So that a signal is heard.
    await setImmediate();
    signal?.throwIfAborted();
  }
  for (const path of old) if (!kept.has(path)) fs.rmSync(path, { force: true });
}
