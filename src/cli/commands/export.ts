import type { Command } from "commander";
import type { OutputFormat } from "../../formats/output.ts";
import { OUTPUTS } from "../../formats/outputs/index.ts";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect, type GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly format?: string;
  readonly dialect?: string;
  readonly table?: string[];
  readonly out?: string;
  readonly force?: boolean;
}

export const exportCommand: CommandEntry = {
  name: "export",
  about: "give a result to other programs: workbook, Parquet, CSV for Excel, BehaviorSpace table",
  define(command, context) {
    command
      .argument("<result>", "folder of a result: there is a datapackage.json in it")
      .option("-t, --format <name>", `one of: ${namesOf(OUTPUTS)} (default: ${OUTPUTS[0]?.name})`)
      .option("-d, --dialect <name>", OUTPUTS.flatMap(dialectsOf).join("; "))
      .option("--table <name>", "export this table; may be repeated (default: what suits the format)", collect)
      .option("-o, --out <place>", "folder, or file when there is one only (default: exports/ in the result)")
      .option("-f, --force", "replace files that are there")
      .addHelpText("after", `\nFormats:\n${OUTPUTS.map(({ name, about }) => `  ${name}: ${about}\n`).join("")}`)
      .action(
        context.action(async (folder: string, _: Options, self: Command) =>
          give(folder, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

const namesOf = (entries: readonly { readonly name: string }[]): string => entries.map(({ name }) => name).join(", ");

function dialectsOf({ name, dialects }: OutputFormat): string[] {
  return dialects.length === 0 ? [] : [`of ${name}: ${namesOf(dialects)} (default: ${dialects[0]?.name})`];
}

async function give(folder: string, options: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ exportResult }, { onSignal }, { shown }] = await Promise.all([
    import("../../node/export-result.ts"),
    import("../signals.ts"),
    import("../result-target.ts"),
  ]);
  const format = await named("format", OUTPUTS, options.format);
  if (options.dialect !== undefined && format.dialects.length === 0) {
    throw new Failure(EXIT.usage, `${format.name} has no dialects`, "leave --dialect away, or add --format csv");
  }
  const dialect = options.dialect === undefined ? undefined : (await named("dialect", format.dialects, options.dialect)).name;
  const signals = onSignal();
  try {
    const { files, notices } = await exportResult({
      folder,
      format,
      dialect,
      tables: options.table ?? [],
      out: options.out,
      force: options.force === true,
      signal: signals.signal,
    });
    for (const file of files) terminal.out(`${shown(file)}\n`);
    for (const notice of notices) terminal.err(`note: ${notice}\n`);
    return EXIT.ok;
  } finally {
    signals.release();
  }
}

/** The entry of a name, the first when none was given. @throws Failure that names the nearest */
async function named<T extends { readonly name: string }>(what: string, entries: readonly T[], name?: string): Promise<T> {
  const found = name === undefined ? entries[0] : entries.find((entry) => entry.name === name);
  if (found) return found;
  const { nearest } = await import("../../core/scenario/nearest.ts");
  const meant = nearest(
    name ?? "",
    entries.map((entry) => entry.name),
  );
  throw new Failure(
    EXIT.usage,
    `there is no ${what} called ${name}`,
    meant === undefined ? `one of: ${namesOf(entries)}` : `did you mean ${meant}?`,
  );
}
