/** A plan and a folder -> a finished sweep: what is missing is played, then everything is put together. */
import { availableParallelism } from "node:os";
import { giveToCache, takeFromCache } from "./cache.ts";
import { type Finished, finishSweep } from "./finish.ts";
import { missing, type Progress, playPlan } from "./play-plan.ts";
import { openPool, type Pool } from "./pool.ts";
import type { SweepFolder } from "./sweep-folder.ts";
import { type Enough, playUntil } from "./until.ts";

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
  /** When replicates went on until enough was known: what came of it. */
  readonly enough?: Enough;
}

const MINUTE = 60_000;

/** @throws Failure or the reason of the signal; whatever was finished stays in the folder */
export async function runSweep(sweep: SweepFolder, options: SweepOptions): Promise<Swept> {
  const { plan, store } = sweep;
  const started = new Date();
  if (options.cache !== undefined) takeFromCache(options.cache, plan, store);
  const clock = performance.now();
  let pool: Pool | undefined;
  let played = 0;
  /** Plays what is missing of the first trials. */
  const play = async (trials: number): Promise<void> => {
    const [first] = missing(plan, store, [0, trials]);
    if (!first) return;
    pool ??= openPool(plan, {
      threads: options.workers ?? availableParallelism(),
      timeoutMilliseconds: plan.timeoutMinutes * MINUTE,
    });
    const { runs } = await playPlan(plan, store, pool, { ...options, range: [0, trials] });
    played += runs;
  };
  let enough: Enough | undefined;
  try {
    if (plan.until) enough = await playUntil(plan, store, play);
    else await play(plan.trials);
  } finally {
    await pool?.close();
  }
  const finished = finishSweep(sweep, {
    command: options.command,
    started,
    ...(enough ? { replicates: enough.replicates } : {}),
  });
  if (options.cache !== undefined) giveToCache(options.cache, sweep.folder);
  return { ...finished, played, seconds: (performance.now() - clock) / 1000, ...(enough ? { enough } : {}) };
}
