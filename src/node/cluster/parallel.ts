/**
 * A sweep over a few machines that one can log in to: the command line of GNU parallel.
 *
 * Run again with the same list and the same account of the jobs it goes on where it was stopped: `--resume-failed` knows a
 * job by its place in the list.
 */
import { type ShardTask, taskLines } from "./shard-task.ts";
import { shellWord } from "./shell-word.ts";

export interface ParallelRun extends ShardTask {
  /** Shards to play. */
  readonly indices: Iterable<number>;
  /**
   * File that names a host a line (`:` is this machine); all see the sweep under the same path. A name alone, without
   * options of ssh: with a space in it, GNU parallel cannot read its own account of the jobs and does not resume.
   */
  readonly hosts: string;
  /** Tasks at a time on each host. */
  readonly jobs: number;
  /** File in which GNU parallel notes what ended how. */
  readonly jobLog: string;
}

/** A host that goes away has its tasks tried elsewhere. */
const TRIES = 3;

export interface ParallelCommand {
  readonly args: readonly string[];
  /** The indices, one a line. */
  readonly input: string;
  /**
   * Which shell starts tasks on this machine. GNU parallel takes $SHELL, and where a queue or a service has none, the program that
   * called it: Node, which plays nothing and ends well.
   */
  readonly environment: Readonly<Record<string, string>>;
}

/** The arguments of `parallel`, what it reads, and the environment it needs. */
export function parallelCommand(run: ParallelRun): ParallelCommand {
  // The login shell of a host may be any: all it is asked is to start a POSIX one.
  const task = `exec sh -c ${shellWord(taskLines(run, "$1").join("; "))} corridor`;
  const args = [
    ...["--jobs", `${run.jobs}`],
    ...["--sshloginfile", run.hosts],
    ...["--joblog", run.jobLog, "--resume-failed"],
    ...["--retries", `${TRIES}`],
    "--tag",
    `${hideBraces(task)} {}`,
  ];
  const input = Array.from(run.indices, (index) => `${index}\n`).join("");
  return { args, input, environment: { PARALLEL_SHELL: "/bin/sh" } };
}

/** In braces are the words that GNU parallel replaces; an empty pair of quotes after each, and it sees none. */
const hideBraces = (quoted: string): string => quoted.replaceAll("{", "{''");
