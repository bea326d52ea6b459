import { resolve } from "node:path";
import type { Command } from "commander";
import type { ExitCode } from "../../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../../command.ts";
import { exitOf, statusIn, statusText } from "../../sweep-status.ts";

interface Options extends GlobalOptions {
  readonly json?: boolean;
}

export const status: CommandEntry = {
  name: "status",
  about:
    "how far a sweep is that is shared out: done, missing, failed (status 0 when all is done, 3 with failed runs, 75 before)",
  define(command, context) {
    command
      .argument("<folder>", "folder of a sweep that is shared out")
      .option("--json", "print everything as JSON")
      .action(
        context.action(async (folder: string, _: unknown, self: Command) =>
          tell(resolve(folder), self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function tell(folder: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const now = await statusIn(folder);
  terminal.out(options.json ? `${JSON.stringify(now, undefined, 2)}\n` : statusText(folder, now));
  return exitOf(now);
}
