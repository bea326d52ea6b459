import { resolve } from "node:path";
import type { Command } from "commander";
import type { Plan } from "../../experiment/plan.ts";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { type ExperimentOptions, planned } from "../experiment-options.ts";
import { playInFolder, type SweepingOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends SweepingOptions, ExperimentOptions {
  readonly experiment?: string;
}

export const expand: CommandEntry = {
  name: "expand",
  about: "a larger sweep from a finished one: what is there is taken over, byte by byte, and only the rest is played",
  define(command, context) {
    const asked = command
      .argument("<folder>", "folder of the sweep")
      .option("-n, --replicates <number>", "how many replicates there shall be")
      .option("-e, --experiment <file>", "an experiment with more values, points or strategies, instead of more replicates")
      .option("-o, --out <folder>", "folder of the larger sweep (default: output/<name>/sweep-<number>)");
    withPlayOptions(asked).action(
      context.action(async (folder: string, _: unknown, self: Command) =>
        start(folder, self.optsWithGlobals<Options>(), context),
      ),
    );
  },
};

async function start(asked: string, options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  const [{ readPlan, storesOf }, { refuseOtherBuild }] = await Promise.all([
    import("../../node/sweep/sweep-folder.ts"),
    import("../../node/sweep/same-build.ts"),
  ]);
  const folder = resolve(asked);
  const there = readPlan(folder);
  if (!there) throw new Failure(EXIT.usage, `${folder}: there is no plan, so it is no sweep`, "name the folder of a sweep");
  refuseOtherBuild({ folder, plan: there });
  const plan =
    options.experiment === undefined
      ? await withReplicates(there, options.replicates)
      : await planned(options.experiment, options, context);
  if (!plan) return EXIT.usage;
  return playInFolder(plan, { ...options, cache: false }, "sweep", context, storesOf(folder));
}

/** @throws Failure with status 2 when there would not be more */
async function withReplicates(plan: Plan, text: string | undefined): Promise<Plan> {
  const [{ MOST_REPLICATES: most }, { openPlan }] = await Promise.all([
    import("../../core/index.ts"),
    import("../../experiment/plan.ts"),
  ]);
  const replicates = Number(text);
  if (text === undefined || !Number.isInteger(replicates) || replicates <= plan.settings.replicates || replicates > most) {
    throw new Failure(
      EXIT.usage,
      `--replicates: ${text ?? "nothing is said"}, and the sweep has ${plan.settings.replicates}`,
      `say a larger whole number, at most ${most}, or name an experiment with --experiment`,
    );
  }
  return openPlan({ ...plan.document, settings: { ...plan.settings, replicates } });
}
