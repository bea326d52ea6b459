import { resolve } from "node:path";
import type { Command } from "commander";
import type { Plan } from "../../experiment/plan.ts";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { playInFolder, type SweepingOptions, withCacheOptions, withPlayOptions, workersOf } from "../sweeping.ts";

export interface ExperimentOptions extends SweepingOptions {
  readonly replicates?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

export const sweep: CommandEntry = {
  name: "sweep",
  about: "play an experiment: ecosystems, strategies, points of a design, replicates",
  define(command, context) {
    const asked = command.argument("<experiment>", "name or path of an experiment");
    withCacheOptions(withPlayOptions(withExperimentOptions(asked)))
      .option("--dry-run", "say what it would cost, and play nothing")
      .action(
        context.action(async (experiment: string, _: unknown, self: Command) =>
          start(experiment, self.optsWithGlobals<ExperimentOptions>(), context),
        ),
      );
  },
};

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
  const [{ planExperiment }, { tellIssues }] = await Promise.all([import("../../node/experiment.ts"), import("../issues.ts")]);
  const { issues, plan } = await planExperiment({ ...options, experiment });
  return (await tellIssues(issues, context.terminal, options)) ? undefined : plan;
}

async function start(experiment: string, options: ExperimentOptions, context: Context): Promise<ExitCode> {
  workersOf(options);
  const plan = await planned(experiment, options, context);
  if (!plan) return EXIT.usage;
  const { foresee, refuseTooLarge } = await import("../foresee.ts");
  if (options.dryRun) {
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  refuseTooLarge(plan, resolve(options.out ?? "."));
  return playInFolder(plan, options, "sweep", context);
}
