import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect } from "../command.ts";
import type { ExperimentOptions } from "../experiment-options.ts";
import { refuseOut } from "../result-target.ts";
import { playInFolder, withCacheOptions, withPlayOptions, workersOf } from "../sweeping.ts";
import { wholeNumber } from "../whole-number.ts";

interface Options extends ExperimentOptions {
  readonly battery: string;
  readonly quick?: boolean;
  readonly only?: string;
  readonly try?: string;
  readonly points?: string;
  readonly set?: string[];
}

const MOST_POINTS = 10_000;

export const patterns: CommandEntry = {
  name: "patterns",
  about: "try what such a market should show: verdicts, where each pattern fails, which mechanism carries it",
  define(command, context) {
    const asked = command
      .argument("[ecosystem]", "name or path of an ecosystem, or of a scenario (default: the first shipped one)")
      .option("--battery <name>", "name or path of a battery of patterns", "field")
      .option("--quick", "a first impression in minutes: the defaults and the other decision rules, few pairs")
      .option("--only <names>", "these patterns, with commas between")
      .option("--try <parts>", "defaults (nothing else), main-rules, rules, mechanisms, alternatives, box: what is tried")
      .option("--points <number>", "points of the box")
      .option("-n, --replicates <number>", "pairs at each point")
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("-o, --out <folder>", "folder of the result (default: output/<ecosystem>-patterns/patterns-<number>)");
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
  const [{ planPatterns }, { tellIssues }, { foresee, refuseTooLarge }, { shippedNames }] = await Promise.all([
    import("../../node/patterns.ts"),
    import("../issues.ts"),
    import("../foresee.ts"),
    import("../../node/document-kind.ts"),
  ]);
  const first = (await shippedNames("ecosystem")).find((name) => name !== "base") ?? "";
  const { only, try: tries, points, quick, ...rest } = options;
  const words = (text: string) => text.split(",").map((word) => word.trim());
  const { issues, plan } = await planPatterns({
    ...rest,
    ecosystem: named ?? first,
    quick: quick === true,
    ...(only === undefined ? {} : { only: words(only) }),
    ...(tries === undefined ? {} : { tries: words(tries) }),
    ...(points === undefined ? {} : { points: wholeNumber("--points", points, "of points", 1, MOST_POINTS) }),
  });
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  refuseTooLarge(plan, options.out ?? ".");
  return playInFolder(plan, options, "patterns", context);
}
