/** What commands that read an experiment have in common: the options that change it, and its plan. */
import type { Command } from "commander";
import type { Plan } from "../experiment/plan.ts";
import type { Context } from "./command.ts";
import type { SweepingOptions } from "./sweeping.ts";

export interface ExperimentOptions extends SweepingOptions {
  readonly replicates?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

/** Options that change an experiment, for every command that reads one. */
export function withExperimentOptions(command: Command): Command {
  return command
    .option("-n, --replicates <number>", "runs of each point and strategy that differ only by luck")
    .option("--seed <text>", "any text or number; the same seed gives the same result")
    .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
    .option("--start <date>", "first day, YYYY-MM-DD")
    .option("--end <date>", "last day, YYYY-MM-DD")
    .option("-o, --out <folder>", "folder of the result (default: output/<experiment>/sweep-<number>)");
}

/** The plan of an experiment; nothing when it was refused, which has then been said. */
export async function planned(experiment: string, options: ExperimentOptions, context: Context): Promise<Plan | undefined> {
  const [{ planExperiment }, { tellIssues }] = await Promise.all([import("../node/experiment.ts"), import("./issues.ts")]);
  const { issues, plan } = await planExperiment({ ...options, experiment });
  return (await tellIssues(issues, context.terminal, options)) ? undefined : plan;
}
