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

/** The arguments of `parallel`, and what it reads: the indices, one a line. */
export function parallelCommand(run: ParallelRun): { readonly args: readonly string[]; readonly input: string } {
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
  return { args, input: Array.from(run.indices, (index) => `${index}\n`).join("") };
}

/** In braces are the words that GNU parallel replaces; an empty pair of quotes after each, and it sees none. */
const hideBraces = (quoted: string): string => quoted.replaceAll("{", "{''");
