import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { type ExperimentOptions, planned, withExperimentOptions } from "../experiment-options.ts";
import { refuseOut } from "../result-target.ts";
import { playInFolder, withCacheOptions, withPlayOptions, workersOf } from "../sweeping.ts";
import { SWEEP_PARTS } from "./sweep/index.ts";

const NAMES = SWEEP_PARTS.map(({ name }) => name).join(", ");

export const sweep: CommandEntry = {
  name: "sweep",
  about: "play an experiment: ecosystems, strategies, points of a design, replicates",
  define(command, context) {
    const asked = command.argument("<experiment>", "name or path of an experiment");
    withCacheOptions(withPlayOptions(withExperimentOptions(asked)))
      .option("--dry-run", "say what it would cost, and play nothing")
      .addHelpText("after", `\nAn experiment that is called like a command (${NAMES}) is meant by its path, as ./plan.yaml.`)
      .action(
        context.action(async (experiment: string, _: unknown, self: Command) =>
          start(experiment, self.optsWithGlobals<ExperimentOptions>(), context),
        ),
      )
      // What stands after the name of a part belongs to that part.
      .enablePositionalOptions();
    for (const part of SWEEP_PARTS) part.define(command.command(part.name).description(part.about), context);
  },
};

async function start(experiment: string, options: ExperimentOptions, context: Context): Promise<ExitCode> {
  workersOf(options);
  await refuseOut(options);
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
