import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../../command.ts";
import { counted, formatNumber } from "../../present/number.ts";
import { shown } from "../../result-target.ts";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export const merge: CommandEntry = {
  name: "merge",
  about: "put the shards of a sweep together: the same bytes as on one machine",
  define(command, context) {
    command
      .argument("<folder>", "folder of a sweep that is shared out")
      .option("--json", "print the result as JSON")
      .action(
        context.action(async (folder: string, _: unknown, self: Command) =>
          put(folder, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function put(asked: string, options: Options, { terminal, argv }: Context): Promise<ExitCode> {
  const started = new Date();
  const [{ openSweep }, { neededShards }, { mergeShards }, { refuseOtherBuild }] = await Promise.all([
    import("../../../node/sweep/sweep-folder.ts"),
    import("../../../node/sweep/shards.ts"),
    import("../../../node/sweep/merge-shards.ts"),
    import("../../../node/sweep/same-build.ts"),
  ]);
  const sweep = openSweep(asked);
  try {
    refuseOtherBuild(sweep);
    const shards = neededShards(sweep.folder, sweep.plan);
    const merged = mergeShards(sweep, shards, { command: ["corridor", ...argv], started });
    const folder = shown(sweep.folder);
    const { finished, failed, files, brief } = merged;
    terminal.out(
      options.json
        ? `${JSON.stringify({ ...merged, folder }, undefined, 2)}\n`
        : [
            `${sweep.plan.title}: ${counted(finished, "run")} of ${formatNumber(finished + failed)}, from ${counted(shards.count, "shard")}\n`,
            ...brief.map((sentence) => `${sentence}\n`),
            failed > 0 ? `${counted(failed, "run")} failed: failures.csv says why, and how to repeat each\n` : "",
            `Written to ${folder}/ (${files.length} files; design.csv names the points, datapackage.json explains every column)\n`,
          ].join(""),
    );
    return failed > 0 ? EXIT.someRunsFailed : EXIT.ok;
  } finally {
    sweep.close();
  }
}
