/**
 * Threads that play trials. A run that takes too long or kills its thread costs that run only: what stood in the same
 * task is played again, one trial at a time, and the run is given up.
 */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Plan } from "../../experiment/plan.ts";
import type { Block } from "./block.ts";
import { memoryShare } from "./memory-share.ts";
import { type TrialTask, WATCH } from "./trial-worker-contract.ts";

export interface TrialWork {
  readonly index: number;
  readonly pieces: readonly number[];
}

export interface Pool {
  readonly threads: number;
  /** Plays trials in one task. @returns one block, or more when something had to be played again */
  play(trials: readonly TrialWork[]): Promise<Block[]>;
  /** Runs played so far by the tasks under way, parts of runs included. */
  underWay(): number;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly threads: number;
  readonly timeoutMilliseconds: number;
}

type Given = ReadonlyMap<number, string>;

/** How often runs are looked at. */
const LOOK_MILLISECONDS = 200;
const SLOTS = Object.keys(WATCH).length;
const MINUTE = 60_000;

interface Task {
  readonly watch: Int32Array;
  readonly controller: AbortController;
  begun: number;
  since: number;
}

export function openPool(plan: Plan, { threads, timeoutMilliseconds }: PoolOptions): Pool {
  const piscina = new Piscina<TrialTask, Block>({
    filename: fileURLToPath(new URL(`./trial-worker${extname(import.meta.url)}`, import.meta.url)),
    name: "play",
    workerData: plan.document,
    minThreads: 1,
    maxThreads: threads,
    maxQueue: Number.POSITIVE_INFINITY,
    // A thread keeps its compiled code while the next task is prepared.
    idleTimeout: MINUTE,
    recordTiming: false,
  });
  const tasks = new Set<Task>();
  const memoryBytes = memoryShare(threads);
  // A thread that ends between two tasks costs no run: another one takes its place.
  piscina.on("error", () => undefined);
  const tooLong = new Error(`took longer than ${timeoutMilliseconds / MINUTE} minutes`);
  const looking = setInterval(() => {
    for (const task of tasks) {
      const begun = Atomics.load(task.watch, WATCH.begun);
      if (begun !== task.begun) {
        task.begun = begun;
        task.since = performance.now();
      } else if (begun > 0 && performance.now() - task.since > timeoutMilliseconds) {
        task.controller.abort(tooLong);
      }
    }
  }, LOOK_MILLISECONDS);

  const playOnce = async (trials: readonly TrialWork[], given: Given, watch: Int32Array): Promise<Block> => {
    const task: Task = { watch, controller: new AbortController(), begun: 0, since: performance.now() };
    const words = [...given];
    tasks.add(task);
    try {
      const all = trials.map(({ index, pieces }) => ({ index, pieces, given: words }));
      return await piscina.run({ trials: all, memoryBytes, watch }, { signal: task.controller.signal });
    } catch (error) {
      throw task.controller.signal.aborted ? task.controller.signal.reason : error;
    } finally {
      tasks.delete(task);
    }
  };

  /** One trial, without the runs that have turned out to be hopeless. */
  const playAlone = async (trial: TrialWork, given: Given): Promise<Block> => {
    const watch = newWatch();
    try {
      return await playOnce([trial], given, watch);
    } catch (error) {
      const strategy = Atomics.load(watch, WATCH.strategy);
      // Nothing was begun: the fault is not that of a run.
      if (Atomics.load(watch, WATCH.begun) === 0 || given.has(strategy)) throw error;
      return playAlone(trial, new Map([...given, [strategy, messageOf(error)]]));
    }
  };

  return {
    threads,
    async play(trials) {
      const watch = newWatch();
      try {
        return [await playOnce(trials, new Map(), watch)];
      } catch (error) {
        if (Atomics.load(watch, WATCH.begun) === 0) throw error;
        // A run that lasts too long would do so again; what a thread was killed by may have been its last.
        const late: Given = error === tooLong ? new Map([[Atomics.load(watch, WATCH.strategy), tooLong.message]]) : new Map();
        const lateTrial = Atomics.load(watch, WATCH.trial);
        const blocks: Block[] = [];
        for (const trial of trials) blocks.push(await playAlone(trial, trial.index === lateTrial ? late : new Map()));
        return blocks;
      }
    },
    underWay() {
      let sum = 0;
      for (const { watch } of tasks) {
        const weeks = Atomics.load(watch, WATCH.weeks);
        const begun = Atomics.load(watch, WATCH.begun);
        if (begun > 0) sum += begun - 1 + (weeks > 0 ? Atomics.load(watch, WATCH.week) / weeks : 0);
      }
      return sum;
    },
    async close() {
      clearInterval(looking);
      await piscina.destroy();
    },
  };
}

function newWatch(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(SLOTS * Int32Array.BYTES_PER_ELEMENT));
}

function messageOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "ran out of memory";
  return error instanceof Error ? error.message : String(error);
}
