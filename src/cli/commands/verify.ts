import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";
import { counted } from "../present/number.ts";
import { workersOf } from "../sweeping.ts";

interface Options extends GlobalOptions {
  readonly sample: string;
  readonly workers?: string;
}

const SAMPLE = "3";

export const verify: CommandEntry = {
  name: "verify",
  about: "check that a result is what it says: every file by its hash, some runs by playing them again",
  define(command, context) {
    command
      .argument("<folder>", "folder of a result")
      .option("--sample <number>", "trials of a sweep to play again; 0 for none", SAMPLE)
      .option("-w, --workers <number>", "threads (default: one per core)")
      .action(
        context.action(async (folder: string, _: unknown, self: Command) =>
          check(resolve(folder), self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function check(folder: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const sample = Number(options.sample);
  if (!Number.isInteger(sample) || sample < 0) {
    throw new Failure(EXIT.usage, `--sample: ${options.sample} is not a number of trials`, "use a whole number of 0 or more");
  }
  const { workers: threads = availableParallelism() } = workersOf(options);
  const { replay, verifyFiles } = await import("../../node/sweep/verify.ts");
  const files = await verifyFiles(folder);
  const wrong = files.filter(({ problem }) => problem !== undefined);
  for (const { file, problem } of wrong) terminal.out(`${file}: ${problem}\n`);
  terminal.out(`${counted(files.length - wrong.length, "file")} of ${files.length} as the manifest says\n`);
  let isSame = wrong.length === 0;

  const { openSweep, readPlan } = await import("../../node/sweep/sweep-folder.ts");
  if (sample > 0 && readPlan(folder)) {
    const sweep = openSweep(folder);
    try {
      const { refuseOtherBuild } = await import("../../node/sweep/same-build.ts");
      refuseOtherBuild(sweep);
      const { trials, same, different } = await replay(sweep.plan, sweep.store, sample, threads);
      for (const { trial, piece } of different)
        terminal.out(`trial ${trial + 1}, piece ${piece + 1}: other bytes when played again\n`);
      terminal.out(
        `${counted(trials, "trial")} played again: ${counted(same, "piece")} the same, ${different.length} different\n`,
      );
      isSame &&= different.length === 0;
    } finally {
      sweep.close();
    }
  }
  return isSame ? EXIT.ok : EXIT.someRunsFailed;
}
