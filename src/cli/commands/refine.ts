import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { playInFolder, type SweepingOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends SweepingOptions {
  readonly points: string;
  readonly out?: string;
}

const POINTS = "20";
const MOST_POINTS = 10_000;

export const refine: CommandEntry = {
  name: "refine",
  about: "a boundary map with more points where it is undecided: what is there is taken over, the rest is played",
  define(command, context) {
    const asked = command
      .argument("<folder>", "folder of a sweep with the analysis boundary")
      .option("-p, --points <number>", "points to add", POINTS)
      .option("-o, --out <folder>", "folder of the larger sweep (default: output/<name>/sweep-<number>)");
    withPlayOptions(asked).action(
      context.action(async (folder: string, _: unknown, self: Command) =>
        start(resolve(folder), self.optsWithGlobals<Options>(), context),
      ),
    );
  },
};

async function start(folder: string, options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  const count = Number(options.points);
  if (!Number.isInteger(count) || count < 1 || count > MOST_POINTS) {
    throw new Failure(
      EXIT.usage,
      `--points: ${options.points} is not a number of points`,
      `use a whole number from 1 to ${MOST_POINTS}`,
    );
  }
  const [{ refinedPlan }, { storesOf }] = await Promise.all([
    import("../../node/sweep/refine.ts"),
    import("../../node/sweep/sweep-folder.ts"),
  ]);
  const plan = refinedPlan(folder, count);
  return playInFolder(plan, { ...options, cache: false }, "sweep", context, storesOf(folder));
}
