import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly write?: string;
}

export const schema: CommandEntry = {
  name: "schema",
  about: "print the JSON Schema of a kind of document, for editors",
  define(command, context) {
    command
      .argument("[kind]", "ecosystem, strategy, scenario, experiment, calibration or ensemble; their names when absent")
      .option("-w, --write <folder>", "write all of them into a folder")
      .action(
        context.action(async (kind: string | undefined, _: Options, self: Command) =>
          print(kind, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function print(kind: string | undefined, { write }: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ jsonSchema, SCHEMA_NAMES }, { nearest }] = await Promise.all([
    import("../../formats/json-schema.ts"),
    import("../../core/scenario/nearest.ts"),
  ]);
  const text = (name: (typeof SCHEMA_NAMES)[number]) => `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`;
  if (write !== undefined) {
    const { writeFiles } = await import("../../node/write-files.ts");
    const files = SCHEMA_NAMES.map((name) => ({ file: `${name}.schema.json`, text: text(name) }));
    for (const path of writeFiles(write, files)) terminal.out(`${path}\n`);
    return EXIT.ok;
  }
  if (kind === undefined) {
    terminal.out(SCHEMA_NAMES.map((name) => `${name}\n`).join(""));
    return EXIT.ok;
  }
  const name = SCHEMA_NAMES.find((one) => one === kind);
  if (!name) {
    const meant = nearest(kind, SCHEMA_NAMES);
    const remedy = meant === undefined ? SCHEMA_NAMES.join(", ") : `did you mean ${meant}?`;
    throw new Failure(EXIT.usage, `there is no schema called ${kind}`, remedy);
  }
  terminal.out(text(name));
  return EXIT.ok;
}
