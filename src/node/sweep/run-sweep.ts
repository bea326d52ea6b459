/** A plan and a folder -> a finished sweep: what is missing is played, then everything is put together. */
import { availableParallelism } from "node:os";
import { giveToCache, takeFromCache } from "./cache.ts";
import { type Finished, finishSweep } from "./finish.ts";
import { missing, type Progress, playPlan } from "./play-plan.ts";
import { openPool } from "./pool.ts";
import type { SweepFolder } from "./sweep-folder.ts";

export interface SweepOptions {
  /** As typed. */
  readonly command: readonly string[];
  /** Threads; one per core when absent. */
  readonly workers?: number;
  readonly cache?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Swept extends Finished {
  /** Runs played now; the others were there. */
  readonly played: number;
  readonly seconds: number;
}

const MINUTE = 60_000;

/** @throws Failure or the reason of the signal; whatever was finished stays in the folder */
export async function runSweep(sweep: SweepFolder, options: SweepOptions): Promise<Swept> {
  const { plan, store } = sweep;
  const started = new Date();
  if (options.cache !== undefined) takeFromCache(options.cache, plan, store);
  const [first] = missing(plan, store);
  let progress: Progress | undefined;
  if (first) {
    const pool = openPool(plan, {
      threads: options.workers ?? availableParallelism(),
      timeoutMilliseconds: plan.timeoutMinutes * MINUTE,
    });
    try {
      progress = await playPlan(plan, store, pool, options);
    } finally {
      await pool.close();
    }
  }
  const finished = await finishSweep(sweep, { command: options.command, started });
  if (options.cache !== undefined) giveToCache(options.cache, sweep.folder);
  return { ...finished, played: progress?.runs ?? 0, seconds: progress?.seconds ?? 0 };
}
