import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly out: string;
  readonly force?: boolean;
}

export const report: CommandEntry = {
  name: "report",
  about: "one file to forward: findings, charts, tables and sources of a result as HTML that needs no network",
  define(command, context) {
    command
      .argument("<result>", "folder of a run, a comparison, a sweep or a study")
      .option("-o, --out <file>", "the file to write", "report.html")
      .option("-f, --force", "replace the file if it is there")
      .action(
        context.action(async (folder: string, _: Options, self: Command) =>
          write(folder, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

const BYTES_PER_KB = 1000;

async function write(folder: string, { out, force = false }: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ writeReport }, { shown }] = await Promise.all([import("../../node/report-result.ts"), import("../result-target.ts")]);
  const { file, bytes } = await writeReport({ folder, out, force });
  terminal.out(`${shown(file)}\n`);
  terminal.err(`${Math.round(bytes / BYTES_PER_KB)} kB: open it in any browser, forward it, print it; it needs no network\n`);
  return EXIT.ok;
}
