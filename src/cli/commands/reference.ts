import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly write?: string;
}

export const reference: CommandEntry = {
  name: "reference",
  about: "print everything that describe knows as one Markdown page",
  define(command, context) {
    command
      .argument("[ecosystem]", "ecosystem whose parameters are listed (default: the first shipped one)")
      .option("-w, --write <folder>", "write it as README.md into a folder")
      .action(
        context.action(async (of: string | undefined, _: Options, self: Command) =>
          print(of, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function print(of: string | undefined, { write }: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ referencePage }, { scopeOf }] = await Promise.all([import("../present/reference-page.ts"), import("../scope.ts")]);
  const page = await referencePage(scopeOf(of));
  if (write === undefined) {
    terminal.out(page);
    return EXIT.ok;
  }
  const { writeFiles } = await import("../../node/write-files.ts");
  for (const path of writeFiles(write, [{ file: "README.md", text: page }])) terminal.out(`${path}\n`);
  return EXIT.ok;
}
