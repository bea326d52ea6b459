/**
 * Plays runs in a thread of their own, so that this one can show progress, write files and stop at once when it is told
 * to: a run is one long computation that hears no signal.
 */
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { RunIdentity } from "../experiment/run-identity.ts";
import type { EncodedRun } from "./encode-run.ts";
import type { WorkerReply, WorkerTask } from "./run-worker.ts";

export interface Simulator {
  /** One run at a time. @throws Error when the run fails, or when `stop` ends it */
  play(run: RunIdentity): Promise<EncodedRun>;
  /** Share of the current run that has been played, 0 to 1. */
  progress(): number;
  stop(): Promise<void>;
}

export function startSimulator(task: Omit<WorkerTask, "progress">): Simulator {
  const progress = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const data: WorkerTask = { ...task, progress };
  let worker: Worker | undefined;
  return {
    async play(run) {
      progress.fill(0);
      // A thread that died is replaced: the next run has nothing to do with it.
      worker ??= new Worker(new URL(`./run-worker${extname(import.meta.url)}`, import.meta.url), {
        workerData: data,
      });
      try {
        const reply = await answer(worker, run);
        if ("run" in reply) return reply.run;
        throw Object.assign(new Error(reply.error.message), { stack: reply.error.stack });
      } catch (error) {
        await worker?.terminate();
        worker = undefined;
        throw error;
      }
    },
    progress() {
      const [done = 0, all = 0] = progress;
      return all === 0 ? 0 : done / all;
    },
    async stop() {
      const running = worker;
      worker = undefined;
      await running?.terminate();
    },
  };
}

/** The answer of a thread to one run; its death is an answer too. */
function answer(worker: Worker, run: RunIdentity): Promise<WorkerReply> {
  return new Promise((resolve, reject) => {
    const onExit = () => finish(() => reject(new Error("the run was stopped")));
    const onError = (error: Error) => finish(() => reject(error));
    const onMessage = (reply: WorkerReply) => finish(() => resolve(reply));
    const finish = (settle: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      settle();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(run);
  });
}
