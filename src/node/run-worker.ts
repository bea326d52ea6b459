/** The thread that plays runs, one for each message, and sends their bytes back. */
import { parentPort, workerData } from "node:worker_threads";
import type { RunOptions } from "../core/index.ts";
import { perform, type Study } from "../experiment/perform.ts";
import type { RunIdentity } from "../experiment/run-identity.ts";
import { type EncodedRun, encodeRun } from "./encode-run.ts";

export interface WorkerTask {
  readonly study: Study;
  readonly options: Pick<RunOptions, "check" | "hash">;
  /** Two integers: steps played of the run, steps in all. The other thread looks at them when it likes. */
  readonly progress: Int32Array;
}

export type WorkerReply = { readonly run: EncodedRun } | { readonly error: { readonly message: string; readonly stack: string } };

const port = parentPort;
if (!port) throw new Error("this file runs in a worker thread");
const { study, options, progress } = workerData as WorkerTask;

port.on("message", (run: RunIdentity) => {
  let reply: WorkerReply;
  let bytes: ArrayBuffer[] = [];
  try {
    const onWeek = (week: number, weeks: number) => {
      Atomics.store(progress, 0, week + 1);
      Atomics.store(progress, 1, weeks);
    };
    const encoded = encodeRun(perform(study, run, { ...options, onWeek }));
    bytes = encoded.tables.flatMap(({ batches }) => batches.map(({ buffer }) => buffer));
    reply = { run: encoded };
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    reply = { error: { message, stack } };
  }
  port.postMessage(reply, bytes);
});
