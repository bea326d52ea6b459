/** One run of a sweep as a scenario, to be played alone and looked at in full. */
import { findRun } from "../../experiment/run-of-plan.ts";
import { EXIT, Failure } from "../failure.ts";
import type { ResolvedScenario } from "../scenario.ts";
import { neededPlan } from "./sweep-folder.ts";

/** @throws Failure with status 2 when the folder is no sweep, or has no such run */
export function runOfSweep(folder: string, runId: string): ResolvedScenario {
  const plan = neededPlan(folder);
  const found = findRun(plan, runId);
  if (!found) {
    throw new Failure(EXIT.usage, `${folder}: the sweep has no run ${runId}`, "copy a run_id from runs.csv or failures.csv");
  }
  const { ecosystem, strategy, settings, seed } = found;
  return {
    ...{ name: plan.name, title: plan.title, ecosystem, strategy, sources: [] },
    settings: { ...settings, seed, replicates: 1 },
  };
}
