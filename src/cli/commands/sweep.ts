import { resolve } from "node:path";
import type { Command } from "commander";
import type { Plan } from "../../experiment/plan.ts";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { playSweep, type SweepingOptions, workersOf } from "../sweeping.ts";

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
    withExperimentOptions(command.argument("<experiment>", "name or path of an experiment"))
      .option("--dry-run", "say what it would cost, and play nothing")
      .option("-w, --workers <number>", "threads (default: one per core)")
      .option("--cache <folder>", "where runs of earlier sweeps lie (default: output/.cache, unless --out is given)")
      .option("--no-cache", "play everything anew")
      .option("--progress <form>", "bar or json (a line of JSON on stderr, several times a second)")
      .option("--json", "print the result as JSON")
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
  const [{ layPlan, openSweep }, { nextInSeries }] = await Promise.all([
    import("../../node/sweep/sweep-folder.ts"),
    import("../../node/run-number.ts"),
  ]);
  const folder = options.out === undefined ? nextInSeries(resolve("output", plan.name), "sweep") : resolve(options.out);
  refuseTooLarge(plan, folder);
  layPlan(folder, plan);
  const opened = openSweep(folder);
  try {
    return await playSweep(opened, options, cacheOf(options), context);
  } finally {
    opened.close();
  }
}

/** Nothing outside --out is written unless it is named. */
function cacheOf({ cache, out }: ExperimentOptions): string | undefined {
  if (cache === false) return undefined;
  if (typeof cache === "string") return resolve(cache);
  return out === undefined ? resolve("output", ".cache") : undefined;
}
