import type { Command } from "commander";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly kind: string;
}

export const init: CommandEntry = {
  name: "init",
  about: "begin a scenario, strategy, ecosystem, experiment or calibration of your own from a template",
  define(command, context) {
    command
      .argument("[name]", "its name, or its file in this folder: <name>.yaml, .yml or .json")
      .option("-k, --kind <kind>", "scenario, strategy, ecosystem, experiment or calibration", "scenario")
      .action(
        context.action(async (name: string | undefined, _: Options, self: Command) =>
          begin(name, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

/** What is done with a document, where that is not to run it. */
const USE: Readonly<Record<string, string>> = {
  strategy: "run <ecosystem> --strategy",
  experiment: "sweep --dry-run",
  calibration: "calibrate --dry-run",
};
const WITH_ENDING = /^(.*?)(\.yaml|\.yml|\.json)?$/s;

async function begin(given: string | undefined, { kind, quiet }: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ fillTemplate, templateKinds }, { writeNew }, { name: nameSchema }, { nearest }, { readYaml }] = await Promise.all([
    import("../../node/template.ts"),
    import("../../node/write-files.ts"),
    import("../../core/scenario/schema/names.ts"),
    import("../../core/scenario/nearest.ts"),
    import("../../formats/yaml-text.ts"),
  ]);
  const kinds = templateKinds();
  if (!kinds.includes(kind)) {
    const meant = nearest(kind, kinds);
    throw new Failure(
      EXIT.usage,
      `there is no template of the kind ${kind}`,
      meant ? `did you mean ${meant}?` : kinds.join(", "),
    );
  }
  const [, name = "", ending = ".yaml"] = WITH_ENDING.exec(given ?? `my-${kind}`) ?? [];
  const fault = nameSchema.safeParse(name).error?.issues[0]?.message;
  if (fault !== undefined) throw new Failure(EXIT.usage, `the name ${JSON.stringify(name)} ${fault}`);
  const path = name + ending;
  const text = fillTemplate(kind, name);
  writeNew(path, ending === ".json" ? `${JSON.stringify(readYaml(text, "").value, undefined, 2)}\n` : text);
  terminal.out(`${path}\n`);
  if (!quiet) {
    terminal.err(`next: corridor validate ./${path}\nthen: corridor ${USE[kind] ?? "run"} ./${path}\n`);
  }
  return EXIT.ok;
}
