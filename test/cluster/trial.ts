/** A folder in which tasks of `task.mjs` wait for the test, and what they have left there. */
import fs from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type SlurmJob, sbatchSubmissions } from "../../src/node/cluster/sbatch.ts";
import type { Task } from "./jobs.ts";
import type { Slurm } from "./slurm.ts";

export interface Trial {
  readonly logs: string;
  /** Submits tasks of these indices. @returns the number of the job */
  submit(indices: readonly number[], job?: Partial<SlurmJob>): Promise<string>;
  /** Lets tasks end, the later ones too. */
  open(): void;
  /** Indices of the tasks that have started, in the order of their starts; one that starts again comes again. */
  starts(): number[];
  /** Of the first indices, those whose task has not done its work. */
  missing(count: number): number[];
  /** The process in which a started task has its work done, as soon as there is one. */
  worker(index: number): Promise<number>;
}

export function makeTrial(slurm: Slurm, parent: string, name: string): Trial {
  const folder = join(parent, name);
  const logs = join(folder, "logs");
  fs.mkdirSync(logs, { recursive: true });
  const command = [join(import.meta.dirname, "task.mjs"), folder];
  const read = (file: string) => (fs.existsSync(join(folder, file)) ? fs.readFileSync(join(folder, file), "utf8") : "");
  return {
    logs,
    submit: async (indices, job) => {
      const [submission, ...others] = sbatchSubmissions({ name, node: process.execPath, command, folder, logs, ...job }, indices);
      if (!submission || others.length > 0) throw new Error("a trial is one array");
      return slurm.submit(submission.args, submission.script);
    },
    open: () => fs.writeFileSync(join(folder, "open"), ""),
    starts: () => read("starts").split("\n").filter(Boolean).map(Number.parseFloat),
    missing: (count) =>
      Array.from({ length: count }, (_, index) => index).filter((index) => !fs.existsSync(join(folder, `done-${index}`))),
    worker: async (index) => {
      while (read(`worker-${index}`) === "") await sleep(50);
      return Number(read(`worker-${index}`));
    },
  };
}

export const inState = (tasks: readonly Task[], state: string): number[] =>
  tasks.flatMap((task) => (task.state === state && task.index !== undefined ? [task.index] : []));
