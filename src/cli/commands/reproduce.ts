import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import type { ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { type SweepingOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends SweepingOptions {
  readonly out?: string;
}

export const reproduce: CommandEntry = {
  name: "reproduce",
  about: "play a result again from its manifest, and say whether every file comes out the same",
  define(command, context) {
    const asked = command
      .argument("<manifest>", "manifest.json of a result, or its folder")
      .option("-o, --out <folder>", "keep the new result there (default: it is compared and removed)");
    withPlayOptions(asked).action(
      context.action(async (manifest: string, _: unknown, self: Command) =>
        again(resolve(manifest), self.optsWithGlobals<Options>(), context),
      ),
    );
  },
};

async function again(asked: string, options: Options, { terminal, argv }: Context): Promise<ExitCode> {
  const { reproduceResult } = await import("../../node/reproduce.ts");
  const folder = basename(asked) === "manifest.json" ? dirname(asked) : asked;
  const { EXIT } = await import("../../node/failure.ts");
  const { files, differences } = await reproduceResult(folder, {
    ...workersOf(options),
    command: ["corridor", ...argv],
    ...(options.out === undefined ? {} : { out: resolve(options.out) }),
  });
  for (const line of differences) terminal.out(`${line}\n`);
  for (const { file, isSame } of files) terminal.out(`${isSame ? "same     " : "different"}  ${file}\n`);
  return files.every(({ isSame }) => isSame) ? EXIT.ok : EXIT.someRunsFailed;
}
