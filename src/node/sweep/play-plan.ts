/** Plays what a store lacks of a plan. In which order runs end changes no byte: what is kept is found by what it is. */
import { type Plan, pieceKeys, trialAt } from "../../experiment/plan.ts";
import type { Pool, TrialWork } from "./pool.ts";
import type { Store } from "./store.ts";

export interface PlayOptions {
  /** Trials from the first up to, but without, the second; all when absent. */
  readonly range?: readonly [number, number];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** A block is written about this often by each thread: what a kill can cost; one second when absent. */
  readonly blockSeconds?: number;
}

export interface Progress {
  /** Runs that are to be played now, and how many of them are over; a part of a run counts as that part. */
  readonly runs: number;
  readonly over: number;
  readonly failed: number;
  /** Of all runs of the range, how many were there before. */
  readonly found: number;
  readonly seconds: number;
  /** Seconds that the rest will take at the pace so far; NaN while nothing is over. */
  readonly remaining: number;
}

const BLOCK_SECONDS = 1;
const MOST_TRIALS_PER_TASK = 1000;
/** Tasks that wait for each thread, so that none is ever idle. */
const TASKS_PER_THREAD = 2;
const PROGRESS_MILLISECONDS = 250;

/** The trials of a range that lack a piece, and which. A piece that failed before is tried again. */
export function* missing(plan: Plan, store: Store, range: readonly [number, number] = [0, plan.trials]): Generator<TrialWork> {
  const keysOf = pieceKeys(plan);
  for (let index = range[0]; index < range[1]; index++) {
    const keys = keysOf(trialAt(plan, index));
    const pieces = keys.flatMap((key, piece) => (store.has(key) ? [] : [piece]));
    if (pieces.length > 0) yield { index, pieces };
  }
}

/** Runs among pieces. */
const runsIn = (plan: Plan, pieces: readonly number[]) => pieces.filter((piece) => piece < plan.strategies.length).length;

/** @returns runs played and failed @throws the reason of the signal, or what a pool could not get over */
export async function playPlan(plan: Plan, store: Store, pool: Pool, options: PlayOptions = {}): Promise<Progress> {
  const { range = [0, plan.trials], signal, onProgress, blockSeconds = BLOCK_SECONDS } = options;
  const started = performance.now();
  let [runs, trials] = [0, 0];
  for (const { pieces } of missing(plan, store, range)) {
    runs += runsIn(plan, pieces);
    trials++;
  }
  const found = (range[1] - range[0]) * plan.strategies.length - runs;
  let [over, failed, trialsOver, taken] = [0, 0, 0, 0];
  const state = (): Progress => {
    const seconds = (performance.now() - started) / 1000;
    const played = Math.min(runs, over + pool.underWay());
    return {
      runs,
      over: played,
      failed,
      found,
      seconds,
      remaining: played > 0 ? (seconds / played) * (runs - played) : Number.NaN,
    };
  };
  const work = missing(plan, store, range);
  const keysOf = pieceKeys(plan);
  const failedRuns = (batch: readonly TrialWork[]): number => {
    const runsOf = ({ index, pieces }: TrialWork) => {
      const keys = keysOf(trialAt(plan, index));
      return pieces.filter((piece) => piece < plan.strategies.length && store.failure(keys[piece] as number) !== undefined);
    };
    return batch.reduce((sum, one) => sum + runsOf(one).length, 0);
  };
  const size = (): number => {
    if (trialsOver === 0) return 1;
    const secondsPerTrial = ((performance.now() - started) / 1000 / trialsOver) * pool.threads;
    const left = Math.ceil((trials - taken) / (pool.threads * TASKS_PER_THREAD));
    return Math.max(1, Math.min(MOST_TRIALS_PER_TASK, left, Math.floor(blockSeconds / secondsPerTrial)));
  };
  const next = (): TrialWork[] => {
    const batch: TrialWork[] = [];
    for (let n = size(); n > 0; n--) {
      const { value, done } = work.next();
      if (done) break;
      batch.push(value);
    }
    taken += batch.length;
    return batch;
  };
  const lane = async (): Promise<void> => {
    for (let batch = next(); batch.length > 0; batch = next()) {
      signal?.throwIfAborted();
      const blocks = await pool.play(batch);
      signal?.throwIfAborted();
      for (const block of blocks) store.add(block);
      trialsOver += batch.length;
      over += batch.reduce((sum, { pieces }) => sum + runsIn(plan, pieces), 0);
      failed += failedRuns(batch);
    }
  };
  const ticking = setInterval(() => onProgress?.(state()), PROGRESS_MILLISECONDS);
  const stopped = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  try {
    const lanes = Array.from({ length: pool.threads * TASKS_PER_THREAD }, lane);
    await (signal ? Promise.race([Promise.all(lanes), stopped]) : Promise.all(lanes));
  } finally {
    clearInterval(ticking);
    stopped.catch(() => undefined);
  }
  const end = state();
  onProgress?.(end);
  return end;
}
