import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { DocumentKind } from "../../node/scenario-file.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly ecosystem?: string;
  readonly json?: boolean;
}

export const validate: CommandEntry = {
  name: "validate",
  about: "check scenarios, ecosystems, strategies, experiments, calibrations and ensembles; every mistake at once, with its line",
  define(command, context) {
    command
      .argument("<files...>", "names or paths")
      .option("-e, --ecosystem <name>", "check that the names in a strategy exist in this ecosystem")
      .option("--json", "print what is wrong as JSON")
      .action(
        context.action(async (files: string[], _: Options, self: Command) =>
          check(files, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

const BASE = "a valid base: other ecosystems extend it, and it cannot be played, because it has no places of its own";

const VALID: Readonly<Record<DocumentKind, string>> = {
  scenario: "a valid scenario",
  ecosystem: "a valid ecosystem",
  strategy: "a valid strategy",
  experiment: "a valid experiment",
  patterns: "a valid battery of patterns",
  checks: "valid checks",
  calibration: "a valid calibration",
  ensemble: "a valid ensemble",
};

async function check(files: readonly string[], options: Options, { terminal }: Context): Promise<ExitCode> {
  const [{ validate: judge }, { formatIssues, issuesToJson }] = await Promise.all([
    import("../../node/validate.ts"),
    import("../../formats/issue-text.ts"),
  ]);
  const verdicts = await Promise.all(files.map((file) => judge(file, options.ecosystem)));
  const issues = verdicts.flatMap((verdict) => verdict.issues);
  if (options.json) terminal.out(issuesToJson(issues));
  else {
    terminal.err(formatIssues(issues));
    for (const { file, kind, isBase, issues: own } of verdicts) {
      const isSound = own.every(({ severity }) => severity === "warning");
      if (isSound && !options.quiet) terminal.out(`${file}: ${isBase ? BASE : kind && VALID[kind]}\n`);
    }
  }
  return issues.some(({ severity }) => severity === "error") ? EXIT.usage : EXIT.ok;
}
