/** What `compare` and `contribute` have in common: a world, its settings, a baseline, and runs that are played or foreseen. */
import type { Command } from "commander";
import type { ComparisonRequest } from "../node/comparison.ts";
import { EXIT, type ExitCode } from "../node/failure.ts";
import { type Context, collect } from "./command.ts";
import { refuseOut } from "./result-target.ts";
import { playInFolder, type SweepingOptions, withCacheOptions, withPlayOptions } from "./sweeping.ts";

export interface ComparingOptions extends SweepingOptions {
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

/** @param series and kind: where the result lies when --out is not given: output/<ecosystem>-<kind>/<series>-<number> */
export function withComparingOptions(command: Command, series: string, kind: string): Command {
  const asked = command
    .option("-b, --baseline <name>", "the strategy that is compared with", "none")
    .option("--seed <text>", "any text or number; the same seed gives the same result")
    .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
    .option("--start <date>", "first day, YYYY-MM-DD")
    .option("--end <date>", "last day, YYYY-MM-DD")
    .option("--set <path=value>", "change a number or a switch; may be repeated", collect)
    .option("-o, --out <folder>", `folder of the result (default: output/<ecosystem>-${kind}/${series}-<number>)`);
  return withCacheOptions(withPlayOptions(asked)).option("--dry-run", "say what it would cost, and play nothing");
}

export async function playComparison(
  request: ComparisonRequest,
  options: ComparingOptions,
  series: string,
  context: Context,
): Promise<ExitCode> {
  await refuseOut(options);
  const [{ planComparison }, { tellIssues }] = await Promise.all([import("../node/comparison.ts"), import("./issues.ts")]);
  const { issues, plan } = await planComparison(request);
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    const { foresee } = await import("./foresee.ts");
    context.terminal.out(foresee(plan, options));
    return EXIT.ok;
  }
  return playInFolder(plan, options, series, context);
}
