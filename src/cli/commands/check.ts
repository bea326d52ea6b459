import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect } from "../command.ts";
import type { ExperimentOptions } from "../experiment-options.ts";
import { refuseOut } from "../result-target.ts";
import { playInFolder, withCacheOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends ExperimentOptions {
  readonly checks: string;
  readonly only?: string;
  readonly set?: string[];
}

export const check: CommandEntry = {
  name: "check",
  about: "check an ecosystem against stylised facts; ends with 3 when one fails that was expected to hold",
  define(command, context) {
    const asked = command
      .argument("[ecosystem]", "name or path of an ecosystem, or of a scenario (default: the first shipped one)")
      .option("--checks <name>", "name or path of the checks", "stylised-facts")
      .option("--only <names>", "these facts, with commas between")
      .option("-n, --replicates <number>", "runs of each arm")
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("-o, --out <folder>", "folder of the result (default: output/<ecosystem>-checks/check-<number>)");
    withCacheOptions(withPlayOptions(asked))
      .option("--dry-run", "say what it would cost, and play nothing")
      .action(
        context.action(async (ecosystem: string | undefined, _: Options, self: Command) =>
          start(ecosystem, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function start(named: string | undefined, options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  await refuseOut(options);
  const [{ planChecks }, { tellIssues }, { foresee }, { shippedNames }] = await Promise.all([
    import("../../node/checks.ts"),
    import("../issues.ts"),
    import("../foresee.ts"),
    import("../../node/document-kind.ts"),
  ]);
  const first = (await shippedNames("ecosystem")).find((name) => name !== "base") ?? "";
  const { only, ...rest } = options;
  const { issues, plan } = await planChecks({
    ...rest,
    ecosystem: named ?? first,
    ...(only === undefined ? {} : { only: only.split(",").map((word) => word.trim()) }),
  });
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  return playInFolder(plan, options, "check", context);
}
