/** A sweep on a real Slurm of two nodes, with things killed: the same bytes as on one machine. */
import fs from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, expect, it } from "vitest";
import { blocksIn, EXPERIMENT, resultIn } from "../cli/shards.ts";
import { corridor, type Ended, MAIN } from "../cli/sweeps.ts";
import { fixture } from "../fixtures/tiny.ts";
import { processesWith } from "./processes.mjs";
import { inState } from "./trial.ts";
import { LONGEST } from "./where-installed.ts";
import { describeWithSlurm } from "./with-slurm.ts";

const SHARDS = 6;
const POLL = 20; // milliseconds

describeWithSlurm("a sweep on Slurm", (cluster) => {
  let expected: Map<string, string>;
  let planned: string;
  beforeAll(() => {
    const { folder } = cluster();
    // So much that a shard can be killed in its middle.
    const text = fs.readFileSync(EXPERIMENT, "utf8").replaceAll("./tiny", fixture("tiny"));
    const experiment = join(folder, "longer.yaml");
    fs.writeFileSync(experiment, text.replace("scale: 200", "scale: 20").replace("2015-04-26", "2015-08-30"));
    const whole = join(folder, "whole");
    expect(corridor(["sweep", experiment, "-n", "6", "-o", whole], folder)).toMatchObject({ status: 0 });
    expected = resultIn(whole);
    planned = join(folder, "planned");
    const plan = ["sweep", "plan", experiment, "-n", "6", "-o", planned, "--shards", `${SHARDS}`];
    expect(corridor(plan, folder)).toMatchObject({ status: 0 });
  }, LONGEST);
  afterEach(() => cluster().slurm.clear());

  function sweepCalled(name: string): string {
    const folder = join(cluster().folder, name);
    fs.cpSync(planned, folder, { recursive: true });
    return folder;
  }
  /** Somewhere from which the Slurm is seen. */
  const sweep = async (...argv: string[]): Promise<Pick<Ended, "status" | "out" | "err">> => {
    const { status, stdout, stderr } = await cluster().slurm.run(process.execPath, [MAIN, "sweep", ...argv]);
    return { status, out: stdout, err: stderr };
  };
  async function submit(folder: string, ...argv: string[]): Promise<string> {
    const { status, out, err } = await sweep("submit", folder, ...argv);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [, job = ""] = /submitted as job (\d+)/.exec(out) ?? [];
    return job;
  }
  /** Shards that are in their middle: something is finished, and their process is at work. */
  async function halfway(folder: string, isWanted: (shard: number) => boolean): Promise<{ shard: number; pid: number }> {
    for (;;) {
      for (let shard = 0; shard < SHARDS; shard++) {
        if (!isWanted(shard) || blocksIn(folder, shard).length === 0) continue;
        const [pid] = processesWith("SLURM_ARRAY_TASK_ID", `${shard}`).filter((one) => playing(one, folder));
        if (pid !== undefined) return { shard, pid };
      }
      await sleep(POLL);
    }
  }
  const missing = async (folder: string) => JSON.parse((await sweep("status", folder, "--json")).out).shards.missing as string;

  async function expectWhole(folder: string): Promise<void> {
    expect(await sweep("status", folder)).toMatchObject({ status: 0 });
    expect(await sweep("merge", folder)).toMatchObject({ status: 0, err: "" });
    expect(resultIn(folder)).toEqual(expected);
  }

  it("whose tasks are killed is submitted again as far as it is missing", async () => {
    const { slurm } = cluster();
    const folder = sweepCalled("it's a $sweep of 100%");
    const job = await submit(folder);
    const { shard, pid } = await halfway(folder, () => true);
    process.kill(pid, "SIGKILL");
    await slurm.until(job, (tasks) => inState(tasks, "FAILED").includes(shard));
    const again = await sweep("submit", folder);
    expect(again).toMatchObject({ status: 0, out: expect.stringContaining(`1 shard of ${SHARDS}: ${shard}\n`) });
    const [, second = ""] = /submitted as job (\d+)/.exec(again.out) ?? [];
    const tasks = [...(await slurm.wait(job)), ...(await slurm.wait(second))];
    expect(inState(tasks, "FAILED")).toContain(shard);
    expect(await missing(folder)).toBe("");
    expect(fs.readdirSync(join(folder, "cluster", "logs")).length).toBeGreaterThanOrEqual(SHARDS);
    await expectWhole(folder);
  });

  it("loses a node, and comes to the same bytes", async () => {
    const { slurm } = cluster();
    const folder = sweepCalled("node");
    const job = await submit(folder, "--sbatch=--no-requeue");
    const on = (node: string, shard: number) => isOn(node, folder, shard);
    const { shard } = await halfway(folder, (one) => on("n1", one));
    await slurm.killNode("n1");
    await slurm.until(job, (tasks) => inState(tasks, "NODE_FAIL").includes(shard));
    await slurm.restartNode("n1");
    await slurm.wait(job);
    expect(await missing(folder)).toContain(`${shard}`);
    expect(await sweep("merge", folder)).toMatchObject({ status: 75 });
    await slurm.wait(await submit(folder));
    await expectWhole(folder);
  });

  it("goes on without its controller, and comes to the same bytes", async () => {
    const { slurm } = cluster();
    const folder = sweepCalled("controller");
    const job = await submit(folder);
    await halfway(folder, () => true);
    await slurm.killController();
    expect(await sweep("submit", folder, "--shards", "5")).toMatchObject({ status: 2, err: expect.stringContaining("sbatch") });
    await slurm.startController();
    await slurm.wait(job);
    if ((await missing(folder)) !== "") await slurm.wait(await submit(folder));
    await expectWhole(folder);
  });
});

const read = (path: string): string => {
  try {
    return fs.readFileSync(path, "latin1");
  } catch {
    return ""; // gone meanwhile
  }
};

/** Whether a process is the program that plays a shard of a sweep, not the shell around it. */
const playing = (pid: number, folder: string): boolean => {
  const words = read(`/proc/${pid}/cmdline`).split("\0");
  return words.includes("shard") && words.includes(Buffer.from(folder).toString("latin1"));
};

const isOn = (node: string, folder: string, shard: number): boolean =>
  processesWith("SLURMD_NODENAME", node).some((pid) => {
    return playing(pid, folder) && read(`/proc/${pid}/environ`).split("\0").includes(`SLURM_ARRAY_TASK_ID=${shard}`);
  });
