/** Job arrays of Slurm: a task for each shard. Which jobs were submitted is noted beside the scripts. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { withFiles } from "../../failure.ts";
import { parseRanges } from "../array-ranges.ts";
import type { ClusterEngine, Order } from "../engine.ts";
import { type SlurmJob, sbatchSubmissions, submittedJob } from "../sbatch.ts";
import { playCommand } from "../shard-task.ts";

const LOGS = "logs";
const JOBS = "jobs";

export const slurm: ClusterEngine = {
  name: "slurm",
  about: "job arrays of Slurm, with sbatch",
  takes: ["time", "mem", "atOnce", "partition", "account", "sbatch"],
  queued(sweep) {
    const jobs = jobsOf(sweep);
    if (jobs.length === 0) return [];
    const { status, stdout } = spawnSync(
      "squeue",
      [
        ...["--noheader", "--array", `--jobs=${jobs.join(",")}`, `--name=${nameOf(sweep)}`, `--user=${userInfo().username}`],
        ...["--states=PENDING,CONFIGURING,RUNNING,SUSPENDED", "--format=%K"],
      ],
      { encoding: "utf8" },
    );
    // It knows none of these jobs any more, or does not answer: then sbatch will not either.
    if (status !== 0) return [];
    const indices = stdout.split("\n").filter((line) => /^\d+$/.test(line.trim()));
    return indices.length === 0 ? [] : parseRanges([...new Set(indices)].join(","), sweep.count);
  },
  async prepare(order) {
    const { options, place, folder, node, shards } = order;
    const { time, mem, cpus, atOnce, partition, account, sbatch = [] } = options;
    const job: SlurmJob = {
      ...{ name: nameOf(order), node, folder, command: playCommand(order.program, folder, cpus), logs: join(place, LOGS), cpus },
      ...(time === undefined ? {} : { time }),
      ...(mem === undefined ? {} : { memory: mem }),
      ...(atOnce === undefined ? {} : { atOnce }),
      options: [
        ...(partition === undefined ? [] : [`--partition=${partition}`]),
        ...(account === undefined ? [] : [`--account=${account}`]),
        ...sbatch,
      ],
    };
    const submissions = sbatchSubmissions(job, shards).map(({ args, script }, i) => ({ name: `slurm-${i}.sh`, args, script }));
    return {
      files: submissions.map(({ name, script: text }) => ({ name, text })),
      folders: [LOGS],
      commands: submissions.map(({ name, args }) => ({ program: "sbatch", args, input: name })),
      next: `tasks write to ${join(place, LOGS)}`,
    };
  },
  submitted({ place }, printed) {
    const job = submittedJob(printed);
    withFiles(`write to ${place}`, () => fs.appendFileSync(join(place, JOBS), `${job}\n`));
    return `submitted as job ${job} (squeue --job ${job} shows it, scancel ${job} ends it)`;
  },
};

const nameOf = ({ plan }: Pick<Order, "plan">) => `corridor-${plan}`;

function jobsOf({ place }: Pick<Order, "place">): string[] {
  const path = join(place, JOBS);
  if (!fs.existsSync(path)) return [];
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  return text.split("\n").filter((line) => /^\d+$/.test(line));
}
