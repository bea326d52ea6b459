/** The Slurm of the tests behaves as a cluster does, with tasks that know nothing of the subject. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { MAX_ARRAY_SIZE } from "../../src/node/cluster/sbatch.ts";
import { processesWith } from "./processes.mjs";
import { startSlurm } from "./slurm.ts";
import { inState, makeTrial } from "./trial.ts";
import { describeWithSlurm } from "./with-slurm.ts";

const SIX = [0, 1, 2, 3, 4, 5];
/** Two nodes of two processors. */
const AT_ONCE = 4;

describeWithSlurm("Slurm", (cluster) => {
  afterEach(() => cluster().slurm.clear());

  const trialIn = (name: string) => makeTrial(cluster().slurm, cluster().folder, name);
  const running = (job: string) => cluster().slurm.until(job, (tasks) => inState(tasks, "RUNNING").length === AT_ONCE);
  const ended = async (job: string) =>
    (await cluster().slurm.wait(job)).map(({ index, state, status }) => [index, state, status]);

  it("runs every task of an array once, over both nodes, wherever its folder is", async () => {
    const trial = trialIn('it\'s a "sweep" of 100% $HOME; {}');
    const job = await trial.submit(SIX);
    const tasks = await running(job);
    expect(new Set(tasks.map(({ node }) => node).filter(Boolean))).toEqual(new Set(["n1", "n2"]));
    trial.open();
    expect(await ended(job)).toEqual(SIX.map((index) => [index, "COMPLETED", 0]));
    expect(trial.starts().sort()).toEqual(SIX);
    expect(trial.missing(6)).toEqual([]);
    expect(fs.readdirSync(trial.logs).sort()).toEqual(SIX.map((index) => `${job}_${index}.log`));
  });

  it("takes an array as large as it is said to, and no index beyond", async () => {
    const trial = trialIn("large");
    const hold = { options: ["--hold"] };
    const most = Array.from({ length: MAX_ARRAY_SIZE }, (_, index) => index);
    const job = await trial.submit(most, hold);
    expect(await cluster().slurm.tasks(job)).toHaveLength(MAX_ARRAY_SIZE);
    await expect(cluster().slurm.submit([`--array=${MAX_ARRAY_SIZE}`], "#!/bin/sh\n")).rejects.toThrow(/Invalid job array/);
  });

  it("cancels one task and leaves the others", async () => {
    const trial = trialIn("cancel");
    const job = await trial.submit(SIX);
    await running(job);
    expect(await cluster().slurm.run("scancel", [`${job}_1`])).toMatchObject({ status: 0, stderr: "" });
    await cluster().slurm.until(job, (tasks) => inState(tasks, "CANCELLED").includes(1));
    trial.open();
    expect(inState(await cluster().slurm.wait(job), "COMPLETED")).toEqual([0, 2, 3, 4, 5]);
    expect(trial.missing(6)).toEqual([1]);
    expect(await ended(await trial.submit(trial.missing(6)))).toEqual([[1, "COMPLETED", 0]]);
    expect(trial.missing(6)).toEqual([]);
  });

  it("fails a task whose worker is killed, and runs those again that are missing", async () => {
    const trial = trialIn("worker");
    const job = await trial.submit(SIX);
    const killed = [0, 3]; // of the four that run at once
    for (const index of killed) process.kill(await trial.worker(index), "SIGKILL");
    await cluster().slurm.until(job, (tasks) => inState(tasks, "FAILED").length === 2);
    trial.open();
    const tasks = await cluster().slurm.wait(job);
    expect(tasks.filter(({ state }) => state === "FAILED")).toMatchObject(killed.map((index) => ({ index, status: 1 })));
    expect(inState(tasks, "COMPLETED")).toEqual([1, 2, 4, 5]);
    expect(trial.missing(6)).toEqual(killed);
    expect(await ended(await trial.submit(trial.missing(6)))).toEqual(killed.map((index) => [index, "COMPLETED", 0]));
    expect(trial.missing(6)).toEqual([]);
  });

  it("goes on with an array after its controller was killed, from the saved state", async () => {
    const { slurm } = cluster();
    const trial = trialIn("controller");
    const job = await trial.submit(SIX);
    await Promise.all(SIX.slice(0, AT_ONCE).map(trial.worker)); // it says that tasks run before they do
    await slurm.killController();
    expect((await slurm.run("squeue", [])).status).not.toBe(0);
    trial.open(); // the running ones end while nobody listens
    while (trial.missing(6).length > 2) await sleep(50);
    await slurm.startController();
    expect(await ended(job)).toEqual(SIX.map((index) => [index, "COMPLETED", 0]));
    expect(trial.missing(6)).toEqual([]);
    expect(trial.starts().sort()).toEqual(SIX);
  });

  it("is gone when it is stopped, with everything it runs; another one stays", async () => {
    const folder = join(cluster().folder, "another");
    fs.mkdirSync(folder);
    const another = await startSlurm(folder);
    const left = () => processesWith("SLURM_CONF", join(folder, "slurm.conf"));
    try {
      const trial = makeTrial(another, folder, "trial");
      await trial.submit([0]);
      const worker = await trial.worker(0);
      expect(left()).toContain(worker);
    } finally {
      await another.stop();
    }
    expect(left()).toEqual([]);
    expect((await cluster().slurm.run("sinfo", [])).status).toBe(0);
  });

  it("does not outlive a test that is killed", async () => {
    const mark = `${process.pid}-watched`;
    const watched = spawn("sleep", ["1000"], { env: { ...process.env, WATCHED: mark } });
    const watchdog = spawn(process.execPath, [join(import.meta.dirname, "watchdog.mjs"), "WATCHED", mark]);
    expect(processesWith("WATCHED", mark)).toEqual([watched.pid]);
    watchdog.stdin.end(); // as when this process ends
    await once(watchdog, "exit");
    expect(processesWith("WATCHED", mark)).toEqual([]);
  });
});
