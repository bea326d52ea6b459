/**
 * A sweep as job arrays of Slurm: what `sbatch` is told, and the batch script it reads from standard input.
 *
 * It depends on nothing that centres configure in their own ways: not on `RequeueExit`, not on accounting, not on more than
 * the usual `MaxArraySize`. A task whose node fails may start again (`--requeue`): a shard that is done is done.
 */
import { EXIT, Failure } from "../failure.ts";
import { ranges } from "./array-ranges.ts";
import { type ShardTask, taskLines } from "./shard-task.ts";

/** Slurm's default: an array has at most so many tasks, and their indices stay below it. */
export const MAX_ARRAY_SIZE = 1001;

/** Seconds between SIGTERM and the end of the time limit. Slurm may be up to a minute early. */
const NOTICE = 60;

const TIME = /^(\d{1,4}-)?\d{1,6}(:\d{1,2}){0,2}$/;
const COUNT = /^[1-9]\d{0,4}$/;

export interface SlurmJob extends ShardTask {
  readonly name: string;
  /** Absolute path of an existing folder; a task writes `<job>_<index>.log` there. */
  readonly logs: string;
  /** Of one task, as Slurm writes it: minutes, or [days-]hours:minutes:seconds. The partition's default if not given. */
  readonly time?: string;
  /** Of one task, as Slurm writes it: megabytes, or with K, M, G, T. The partition's default if not given. */
  readonly memory?: string;
  /** Of one task; 1 if not given. */
  readonly cpus?: number;
  /** Most tasks to run at once; as many as Slurm likes if not given. */
  readonly atOnce?: number;
  /** More options of sbatch, such as `--partition=long`; they come last, so they win. */
  readonly options?: readonly string[];
}

export interface Submission {
  /** The arguments of sbatch. It prints the number of the job, see `submittedJob`. */
  readonly args: readonly string[];
  /** For its standard input. */
  readonly script: string;
}

/**
 * The batch script of one array and the arguments that go with it.
 *
 * @param array indices within the array, as in `23-24,107`
 * @param offset what is added to such an index to get the shard's
 * @throws Failure (usage) for a time, memory or number that Slurm would not take
 */
export function sbatchScript(job: SlurmJob & { readonly array: string; readonly offset?: number }): Submission {
  const { name, array, offset = 0, logs, time, memory, cpus = 1, atOnce, options = [] } = job;
  check("time", time, TIME, "minutes or hours:minutes:seconds, as 30 or 1:30:00");
  check("memory", memory, /^\d{1,9}[KMGT]?$/, "megabytes, or with a unit, as 4000 or 4G");
  check("number of CPUs", cpus, COUNT, "a whole number from 1");
  check("number of tasks at once", atOnce, COUNT, "a whole number from 1");
  const args = [
    "--parsable",
    `--job-name=${name}`,
    `--array=${array}${atOnce === undefined ? "" : `%${atOnce}`}`,
    `--output=${logPattern(logs)}`,
    "--open-mode=append",
    "--ntasks=1",
    `--cpus-per-task=${cpus}`,
    ...(time === undefined ? [] : [`--time=${time}`]),
    ...(memory === undefined ? [] : [`--mem=${memory}`]),
    `--signal=B:TERM@${NOTICE}`,
    "--requeue",
    ...options,
  ];
  const lines = ["#!/bin/sh", ...taskLines(job, `$((SLURM_ARRAY_TASK_ID + ${offset}))`)];
  return { args, script: `${lines.join("\n")}\n` };
}

/** The arrays that together have these shards, in order: one, unless an index is beyond what an array can count to. */
export function sbatchSubmissions(job: SlurmJob, indices: Iterable<number>, maxArraySize = MAX_ARRAY_SIZE): Submission[] {
  const chunks = new Map<number, number[]>();
  for (const index of [...indices].sort((a, b) => a - b)) {
    const within = index % maxArraySize;
    const offset = index - within;
    const chunk = chunks.get(offset);
    if (chunk) chunk.push(within);
    else chunks.set(offset, [within]);
  }
  return [...chunks].map(([offset, within]) => sbatchScript({ ...job, offset, array: ranges(within) }));
}

/**
 * The number of the job in what `sbatch --parsable` printed, which may name a cluster after it.
 *
 * @throws Error if there is none
 */
export function submittedJob(printed: string): string {
  const [, job] = /^(\d+)(;.*)?$/m.exec(printed) ?? [];
  if (job === undefined) throw new Error(`sbatch named no job: ${printed.trim()}`);
  return job;
}

/** `%` starts a replacement, and a backslash would switch replacements off: no folder of logs may have one. */
function logPattern(folder: string): string {
  if (folder.includes("\\")) {
    throw new Failure(EXIT.usage, `Slurm cannot write logs into a folder with a backslash in its path: ${folder}`, "rename it");
  }
  return `${folder.replaceAll("%", "%%")}/%A_%a.log`;
}

function check(what: string, value: string | number | undefined, form: RegExp, allowed: string): void {
  if (value !== undefined && !form.test(String(value)))
    throw new Failure(EXIT.usage, `invalid ${what}: ${value}`, `write ${allowed}`);
}
