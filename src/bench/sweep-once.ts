/** One sweep of the small corridor of the tests, in a folder that goes again. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, simulate, withSeed } from "../core/index.ts";
import type { Plan } from "../experiment/plan.ts";
import { planExperiment } from "../node/experiment.ts";
import { runSweep } from "../node/sweep/run-sweep.ts";
import { layPlan, openSweep } from "../node/sweep/sweep-folder.ts";
import { type Spent, spend } from "./spent.ts";

const ECOSYSTEM = fileURLToPath(new URL("../../test/fixtures/tiny.yaml", import.meta.url));

/** Settings as an experiment states them: a run that is next to nothing, one of a moment, one that is worth a thread. */
export const TRIVIAL = "{ end: 2015-01-11, scale: 100000, warmupWeeks: 0 }";
export const SHORT = "{ end: 2016-12-25, scale: 20, warmupWeeks: 52 }";
export const LONG = "{ end: 2016-12-25, scale: 2, warmupWeeks: 52 }";

async function inFolder<T>(settings: string, runs: number, work: (plan: Plan, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "corridor-bench-"));
  try {
    const file = join(folder, "bench.yaml");
    const record = "record: { outcomes: [arrivals], every: end }";
    writeFileSync(file, `format: corridor/experiment@1\nname: bench\necosystems: [${ECOSYSTEM}]\nrun: ${settings}\n${record}\n`);
    const { plan, issues } = await planExperiment({ experiment: file, replicates: String(runs) });
    if (!plan) throw new Error(issues.map(({ message }) => message).join("; "));
    return await work(plan, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From the plan to the manifest. */
export function sweepOnce(settings: string, runs: number, workers: number): Promise<Spent> {
  return inFolder(settings, runs, (plan, folder) =>
    spend(async () => {
      const out = join(folder, "sweep");
      layPlan(out, plan);
      const sweep = openSweep(out);
      await runSweep(sweep, { workers, command: [] });
      sweep.close();
    }),
  );
}

/** The same runs one after the other, and nothing kept of them. */
export function bareRuns(settings: string, runs: number): Promise<Spent> {
  return inFolder(settings, runs, ({ ecosystems: [ecosystem], strategies: [strategy], settings: run, seeds }) =>
    spend(() => {
      if (!ecosystem || !strategy) throw new Error("an experiment without parts");
      const model = compile(ecosystem, strategy, run, run.seed);
      for (const seed of seeds) simulate(withSeed(model, seed));
    }),
  );
}
