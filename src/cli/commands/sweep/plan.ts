import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Estimate } from "../../../experiment/estimate.ts";
import { EXIT, type ExitCode } from "../../../node/failure.ts";
import type { CommandEntry, Context } from "../../command.ts";
import { type ExperimentOptions, planned, withExperimentOptions } from "../../experiment-options.ts";
import { counted } from "../../present/number.ts";
import { shown } from "../../result-target.ts";
import { durationText, MOST_THREADS } from "../../sweeping.ts";
import { wholeNumber } from "../../whole-number.ts";

interface Options extends ExperimentOptions {
  readonly shards: string;
  readonly cpus: string;
}

const AUTO = "auto";

export const plan: CommandEntry = {
  name: "plan",
  about: "share an experiment out for more than one machine; nothing is played yet",
  define(command, context) {
    withExperimentOptions(command.argument("<experiment>", "name or path of an experiment"))
      .option("--shards <number>", "how many shards, or auto: 10 to 30 minutes each", AUTO)
      .option("--cpus <number>", "cores that a shard will have, for auto", "1")
      .action(
        context.action(async (experiment: string, _: unknown, self: Command) =>
          lay(experiment, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function lay(experiment: string, options: Options, context: Context): Promise<ExitCode> {
  const [{ layShards, MOST_SHARDS, shardsFor }, { layPlan }, { costOf, foresee, refuseTooLarge }] = await Promise.all([
    import("../../../node/sweep/shards.ts"),
    import("../../../node/sweep/sweep-folder.ts"),
    import("../../foresee.ts"),
  ]);
  const cpus = wholeNumber("--cpus", options.cpus, "of cores", 1, MOST_THREADS);
  const asked =
    options.shards === AUTO ? undefined : wholeNumber("--shards", options.shards, "of shards (or auto)", 1, MOST_SHARDS);
  const sweep = await planned(experiment, options, context);
  if (!sweep) return EXIT.usage;
  const folder = await folderFor(sweep.name, options.out);
  refuseTooLarge(sweep, folder);
  layPlan(folder, sweep);
  // The pilot plays for a second or more: not before what is refused anyway.
  let known: Estimate | undefined;
  const foreseen = () => {
    known ??= costOf(sweep);
    return { cost: known, seconds: (known.secondsPerRun * sweep.runs) / cpus };
  };
  const { count } = layShards(folder, sweep, asked, () => shardsFor(sweep, foreseen().seconds));
  const { cost, seconds } = foreseen();
  const place = shown(folder);
  const more = cpus === 1 ? "" : ` --cpus ${cpus}`;
  context.terminal.out(foresee(sweep, { workers: String(cpus) }, cost));
  context.terminal.out(`
Planned in ${place}/: ${counted(count, "shard")} (0 to ${count - 1}), about ${durationText(seconds / count)} each with ${counted(cpus, "core")}
  on a cluster with Slurm:   corridor sweep submit ${place} --engine slurm${more}
  anywhere, one at a time:   corridor sweep shard ${place} --index 0
`);
  return EXIT.ok;
}

async function folderFor(name: string, out: string | undefined): Promise<string> {
  if (out !== undefined) return resolve(out);
  const { nextInSeries } = await import("../../../node/run-number.ts");
  return nextInSeries(resolve(join("output", name)), "sweep");
}
