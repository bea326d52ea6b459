import type { Command } from "commander";
import { EXIT, type ExitCode, Failure, withFiles } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly out?: string;
}

export const odd: CommandEntry = {
  name: "odd",
  about: "write the ODD document of the model: entities, schedule, decisions, equations, parameters with their sources",
  define(command, context) {
    command
      .argument("[ecosystem]", "ecosystem or scenario whose parameters are listed (default: the first shipped one)")
      .option("-o, --out <file>", "write it to a file; only an earlier ODD document is replaced")
      .action(
        context.action(async (of: string | undefined, _: Options, self: Command) =>
          write(of, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function write(of: string | undefined, { out }: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ ODD_HEAD, oddPage }, { scopeOf }] = await Promise.all([import("../present/odd-page.ts"), import("../scope.ts")]);
  if (out !== undefined) await assertReplaceable(out, ODD_HEAD);
  const page = await oddPage(scopeOf(of));
  if (out === undefined) {
    terminal.out(page);
    return EXIT.ok;
  }
  const [{ writeFiles }, { basename, dirname }] = await Promise.all([import("../../node/write-files.ts"), import("node:path")]);
  for (const path of writeFiles(dirname(out), [{ file: basename(out), text: page }])) terminal.out(`${path}\n`);
  return EXIT.ok;
}

/** @throws Failure when something else lies there */
async function assertReplaceable(path: string, head: string): Promise<void> {
  const { existsSync, readFileSync } = await import("node:fs");
  if (!existsSync(path)) return;
  if (withFiles(`read ${path}`, () => readFileSync(path, "utf8")).startsWith(head)) return;
  throw new Failure(
    EXIT.usage,
    `${path} is there already, and is no ODD document`,
    "choose another name, or remove the file first",
  );
}
