import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly outcome?: string;
  readonly period?: string;
  readonly direction?: string;
  readonly delta?: string;
  readonly over?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export const analyse: CommandEntry = {
  name: "analyse",
  about: "ask more of a finished sweep or comparison, without playing anything",
  define(command, context) {
    command
      .argument("<folder>", "folder of the sweep")
      .argument("<analysis...>", "what to make of it: corridor describe analyses lists them")
      .option("--outcome <name>", "the outcome that the question is about (default: that of the plan)")
      .option("--period <name>", "a horizon such as '5 years', 'whole span', or a calendar year")
      .option("--direction <way>", "up or down: which way is better")
      .option("--delta <number>", "a difference too small to care about, in the unit of the outcome")
      .option("--over <names>", "one or two uncertainties, with a comma between: axes of the boundary map")
      .option("-o, --out <folder>", "folder of the tables (default: <folder>/analysis-<number>)")
      .option("--json", "print the sentences and the files as JSON")
      .action(
        context.action(async (folder: string, kinds: string[], _: unknown, self: Command) =>
          ask(resolve(folder), kinds, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function ask(folder: string, kinds: readonly string[], options: Options, { terminal, argv }: Context): Promise<ExitCode> {
  const [{ analyseSweep }, { nextInSeries }, { shown }] = await Promise.all([
    import("../../node/sweep/analyse.ts"),
    import("../../node/run-number.ts"),
    import("../result-target.ts"),
  ]);
  const { outcome, period, direction, delta, over, out } = options;
  const question = {
    ...(outcome === undefined ? {} : { outcome }),
    ...(period === undefined ? {} : { period }),
    ...(direction === undefined ? {} : { direction }),
    ...(delta === undefined ? {} : { delta: Number(delta) }),
    ...(over === undefined ? {} : { over: over.split(",").map((name) => name.trim()) }),
  };
  const made = analyseSweep(folder, kinds, {
    question,
    command: ["corridor", ...argv],
    target: () => (out === undefined ? nextInSeries(folder, "analysis") : resolve(out)),
  });
  if (options.json) terminal.out(`${JSON.stringify({ ...made, folder: shown(made.folder) }, undefined, 2)}\n`);
  else {
    for (const sentence of made.sentences) terminal.out(`${sentence}\n`);
    terminal.out(`Written to ${shown(made.folder)}/ (${made.files.join(", ")})\n`);
  }
  return EXIT.ok;
}
