/** What befalls tasks from outside, and takes half a minute each: so the two wait for it at the same time, on a node each. */
import fs from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { processesWith } from "./processes.mjs";
import { inState, makeTrial } from "./trial.ts";
import { describeWithSlurm } from "./with-slurm.ts";

describeWithSlurm("Slurm, when things fail", (cluster) => {
  const trialIn = (name: string) => makeTrial(cluster().slurm, cluster().folder, name);
  const ended = async (job: string) =>
    (await cluster().slurm.wait(job)).map(({ index, state, status }) => [index, state, status]);
  const on = (node: string, ...options: string[]) => ({ options: [`--nodelist=${node}`, ...options] });

  it.concurrent("loses what ran on a dead node, starts it again if it may, and takes the node back", async ({ expect }) => {
    const { slurm } = cluster();
    const [may, mayNot] = [trialIn("requeue"), trialIn("no-requeue")];
    const requeued = await may.submit([0], on("n1"));
    const lost = await mayNot.submit([0], on("n1", "--no-requeue"));
    const elsewhere = await mayNot.submit([1], on("n2"));
    const workers = await Promise.all([may.worker(0), mayNot.worker(0), mayNot.worker(1)]);
    const working = () => workers.filter((pid) => processesWith("SLURM_CONF", `${slurm.env.SLURM_CONF}`).includes(pid));
    expect(working()).toEqual(workers);
    await slurm.killNode("n1");
    expect(working()).toEqual(workers.slice(2));
    await slurm.until(lost, (tasks) => inState(tasks, "NODE_FAIL").length === 1);
    await slurm.until(requeued, (tasks) => inState(tasks, "PENDING").length === 1);
    for (const trial of [may, mayNot]) trial.open();
    await slurm.restartNode("n1");
    expect(await ended(elsewhere)).toEqual([[1, "COMPLETED", 0]]);
    expect(mayNot.missing(2)).toEqual([0]);
    expect(await ended(await mayNot.submit([0], on("n1")))).toEqual([[0, "COMPLETED", 0]]);
    expect(await ended(requeued)).toEqual([[0, "COMPLETED", 0]]);
    expect(may.starts()).toEqual([0, 0]);
  });

  it.concurrent("asks a task to end before its time is up, and keeps its status", async ({ expect }) => {
    const trial = trialIn("limit");
    const job = await trial.submit([0], { ...on("n2"), time: "1" });
    expect(await ended(job)).toEqual([[0, "FAILED", 75]]);
    expect(fs.readFileSync(join(trial.logs, `${job}_0.log`), "utf8")).toContain("asked to end\n");
    expect(trial.missing(1)).toEqual([0]);
  });
});
