import type { Command } from "commander";
import type { Until } from "../../experiment/plan.ts";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
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
  readonly outcomes?: string;
  readonly untilCi?: string;
  readonly untilOutcome: string;
  readonly untilPeriod: string;
  readonly dryRun?: boolean;
}

/** Below ten pairs a figure is a first impression; twenty tell a fifth of a standard deviation from another. */
const REPLICATES = "20";
const MOST_REPLICATES = "200";

export const compare: CommandEntry = {
  name: "compare",
  about: "compare strategies with a baseline: the same world, the same luck, pair by pair",
  define(command, context) {
    const asked = command
      .argument("<ecosystem>", "name or path of an ecosystem, or of a scenario")
      .argument("<strategy...>", "names or paths of the strategies to compare")
      .option("-b, --baseline <name>", "the strategy that they are compared with", "none")
      .option("-n, --replicates <number>", `pairs (default: ${REPLICATES}; with --until-ci the most, ${MOST_REPLICATES})`)
      .option(
        "--until-ci <width>",
        "add pairs until the interval of the difference is this narrow: 5% of the baseline, or a number",
      )
      .option("--until-outcome <name>", "the outcome of which that is asked", "harm_index_expected")
      .option("--until-period <name>", "and the period", "whole span")
      .option("--outcomes <names>", "outcomes to judge, with commas between (default: the main ones)")
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("--start <date>", "first day, YYYY-MM-DD")
      .option("--end <date>", "last day, YYYY-MM-DD")
      .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
      .option("-o, --out <folder>", "folder of the result (default: output/<ecosystem>-comparison/compare-<number>)");
    withCacheOptions(withPlayOptions(asked))
      .option("--dry-run", "say what it would cost, and play nothing")
      .action(
        context.action(async (ecosystem: string, strategies: string[], _: unknown, self: Command) =>
          start(ecosystem, strategies, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function start(scenario: string, strategies: string[], options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  const until = untilOf(options);
  const [{ planComparison }, { tellIssues }] = await Promise.all([import("../../node/comparison.ts"), import("../issues.ts")]);
  const { outcomes, ...rest } = options;
  const { issues, plan } = await planComparison({
    ...rest,
    ...{ scenario, strategies, analyses: ["effects", "decomposition", "horizon", "ranking"] },
    replicates: options.replicates ?? (until ? MOST_REPLICATES : REPLICATES),
    ...(outcomes === undefined ? {} : { outcomes: outcomes.split(",").map((name) => name.trim()) }),
    ...(until ? { until } : {}),
  });
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    const { foresee } = await import("../foresee.ts");
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  return playInFolder(plan, options, "compare", context);
}

const PRECISION = /^(\d+(?:\.\d+)?)\s*(%?)$/;
const PERCENT = 100;
const LEAST_PAIRS = 10;

/** @throws Failure with status 2 for a width that is none */
function untilOf({ untilCi, untilOutcome: outcome, untilPeriod: period }: Options): Until | undefined {
  if (untilCi === undefined) return undefined;
  const [, digits, percent] = PRECISION.exec(untilCi.trim()) ?? [];
  const width = Number(digits);
  if (digits === undefined || !(width > 0)) {
    throw new Failure(
      EXIT.usage,
      `--until-ci: ${untilCi} is not a width`,
      "write 5% (of the baseline's mean) or a number above 0",
    );
  }
  const precision = percent === "%" ? { relative: width / PERCENT } : { absolute: width };
  return { outcome, period, precision, minimum: LEAST_PAIRS };
}
