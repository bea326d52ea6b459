import type { Command } from "commander";
import { COMPARISON_ANALYSES } from "../../experiment/analyses/kinds.ts";
import type { Until } from "../../experiment/plan.ts";
import type { ComparisonRequest } from "../../node/comparison.ts";
import { EXIT, type ExitCode, Failure } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { type ComparingOptions, playComparison, withComparingOptions } from "../comparing.ts";
import { workersOf } from "../sweeping.ts";

interface Options extends ComparingOptions {
  readonly outcomes?: string;
  readonly ensemble?: string;
  readonly untilCi?: string;
  readonly untilOutcome: string;
  readonly untilPeriod: string;
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
      .option("-n, --replicates <number>", `pairs (default: ${REPLICATES}; with --until-ci the most, ${MOST_REPLICATES})`)
      .option(
        "--until-ci <width>",
        "add pairs until the interval of the difference is this narrow: 5% of the baseline, or a number",
      )
      .option("--until-outcome <name>", "the outcome of which that is asked", "harm_index_expected")
      .option("--until-period <name>", "and the period", "whole span")
      .option("--ensemble <name>", "play each pair with one of the accepted sets of parameters of an ensemble, drawn by weight")
      .option("--outcomes <names>", "outcomes to judge, with commas between (default: the main ones)");
    withComparingOptions(asked, "compare", "comparison").action(
      context.action(async (ecosystem: string, strategies: string[], _: unknown, self: Command) =>
        start(ecosystem, strategies, self.optsWithGlobals<Options>(), context),
      ),
    );
  },
};

async function start(scenario: string, strategies: string[], options: Options, context: Context): Promise<ExitCode> {
  workersOf(options);
  const until = untilOf(options);
  const { outcomes, ...rest } = options;
  const request: ComparisonRequest = {
    ...rest,
    ...{ scenario, strategies, analyses: COMPARISON_ANALYSES },
    replicates: options.replicates ?? (until ? MOST_REPLICATES : REPLICATES),
    ...(outcomes === undefined ? {} : { outcomes: outcomes.split(",").map((name) => name.trim()) }),
    ...(until ? { until } : {}),
  };
  return playComparison(request, options, "compare", context);
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
