import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import { type CommandEntry, type Context, collect } from "../command.ts";
import { playInFolder, type SweepingOptions, withCacheOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends SweepingOptions {
  readonly baseline?: string;
  readonly replicates?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly start?: string;
  readonly end?: string;
  readonly set?: string[];
  readonly out?: string;
  readonly dryRun?: boolean;
}

const REPLICATES = "20";

export const contribute: CommandEntry = {
  name: "contribute",
  about: "what each instrument of a strategy adds: every mixture of it with the baseline, the same luck",
  define(command, context) {
    const asked = command
      .argument("<ecosystem>", "name or path of an ecosystem, or of a scenario")
      .argument("<strategy>", "name or path of the strategy")
      .option("-b, --baseline <name>", "the strategy from which it differs", "none")
      .option("-n, --replicates <number>", "trials of each mixture", REPLICATES)
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("-o, --out <folder>", "folder of the result (default: output/<ecosystem>-contributions/contribute-<number>)");
    withCacheOptions(withPlayOptions(asked))
      .option("--dry-run", "say what it would cost, and play nothing")
      .action(
        context.action(async (ecosystem: string, strategy: string, _: unknown, self: Command) =>
          start(ecosystem, strategy, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function start(scenario: string, strategy: string, options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  const [{ planComparison }, { tellIssues }] = await Promise.all([import("../../node/comparison.ts"), import("../issues.ts")]);
  const asked = { scenario, strategies: [strategy], mixed: true, analyses: ["contributions"] as const };
  const { issues, plan } = await planComparison({ ...options, ...asked });
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    const { foresee } = await import("../foresee.ts");
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  return playInFolder(plan, options, "contribute", context);
}
