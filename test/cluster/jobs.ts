/** Jobs of the test's Slurm: their tasks, as squeue tells of them. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Run } from "./programs.ts";

export interface Task {
  /** Within the array; `undefined` of a job that is none. */
  readonly index: number | undefined;
  /** As in `PENDING`, `RUNNING`, `COMPLETING`, `COMPLETED`, `FAILED`, `CANCELLED`, `NODE_FAIL`, `TIMEOUT`. */
  readonly state: string;
  /** Of the batch script, once it has ended by itself. */
  readonly status: number;
  /** Empty before it runs. */
  readonly node: string;
}

const ENDED = /^(COMPLETED|FAILED|CANCELLED|NODE_FAIL|TIMEOUT|OUT_OF_MEMORY|BOOT_FAIL|DEADLINE|PREEMPTED)$/;
const POLL = 100; // milliseconds

export const hasEnded = ({ state }: Task): boolean => ENDED.test(state);

/** The tasks of a job by index, ended ones included; `undefined` when the controller does not answer. */
export async function tasksOf(run: Run, job: string): Promise<Task[] | undefined> {
  const columns = ["ArrayTaskID", "State", "exit_code", "NodeList"].map((name) => `${name}:30`).join(",");
  const { status, stdout } = await run("squeue", ["--job", job, "--states=all", "--array", "--noheader", "--Format", columns]);
  if (status !== 0) return undefined;
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const tasks = lines.map((line) => {
    const cells = Array.from({ length: 4 }, (_, cell) => line.slice(30 * cell, 30 * (cell + 1)).trim());
    const [index = "", state = "", wait = "", node = ""] = cells;
    return { index: /^\d+$/.test(index) ? Number(index) : undefined, state, status: Number(wait) >> 8, node };
  });
  return tasks.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

/**
 * The tasks of a job as soon as they are as wanted. A controller that is away is waited for.
 *
 * @param most milliseconds to wait
 * @throws Error with the tasks as they are
 */
export async function untilTasks(
  run: Run,
  job: string,
  isAsWanted: (tasks: readonly Task[]) => boolean,
  most: number,
): Promise<Task[]> {
  let tasks: Task[] | undefined;
  for (const end = Date.now() + most; Date.now() < end; await sleep(POLL)) {
    tasks = await tasksOf(run, job);
    if (tasks && isAsWanted(tasks)) return tasks;
  }
  throw new Error(`job ${job} is not as wanted after ${most / 1000} s: ${JSON.stringify(tasks)}`);
}
