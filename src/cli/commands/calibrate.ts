import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { CalibrationPlan } from "../../experiment/calibrate/plan.ts";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { refuseOut } from "../result-target.ts";
import { type SweepingOptions, withPlayOptions, workersOf } from "../sweeping.ts";

interface Options extends SweepingOptions {
  readonly seed?: string;
  readonly scale?: string;
  readonly replicates?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

export const calibrate: CommandEntry = {
  name: "calibrate",
  about: "find the sets of parameters under which the model agrees with published figures: an ensemble for comparisons",
  define(command, context) {
    const asked = command
      .argument("<calibration>", "name or path of a calibration")
      .option("-n, --replicates <number>", "runs of each set that differ only by luck")
      .option("--seed <text>", "any text or number; the same seed gives the same result")
      .option("--scale <persons>", "real persons per simulated migrant: 1 is full scale, 10 quick")
      .option("-o, --out <folder>", "folder of the result (default: output/<calibration>/calibrate-<number>)");
    withPlayOptions(asked)
      .option("--dry-run", "say what would be fitted and what it would cost, and play nothing")
      .action(
        context.action(async (calibration: string, _: unknown, self: Command) =>
          start(calibration, self.optsWithGlobals<Options>(), context),
        ),
      );
  },
};

async function start(calibration: string, options: Options, context: Context): Promise<ExitCode> {
  const workers = workersOf(options);
  await refuseOut(options);
  const [{ planCalibration }, { tellIssues }] = await Promise.all([
    import("../../node/calibration/plan-calibration.ts"),
    import("../issues.ts"),
  ]);
  const { issues, plan } = await planCalibration({ ...options, calibration });
  if ((await tellIssues(issues, context.terminal, options)) || !plan) return EXIT.usage;
  if (options.dryRun) {
    context.terminal.out(await foreseen(plan, workers.workers));
    return EXIT.ok;
  }
  const [{ layCalibration, openCalibration }, { nextInSeries }, { playInCalibration }] = await Promise.all([
    import("../../node/calibration/calibration-folder.ts"),
    import("../../node/run-number.ts"),
    import("../calibrating.ts"),
  ]);
  const folder = options.out === undefined ? nextInSeries(resolve("output", plan.name), "calibrate") : resolve(options.out);
  layCalibration(folder, plan);
  const at = openCalibration(folder);
  try {
    return await playInCalibration(at, options, context);
  } finally {
    at.close();
  }
}

/** What would be fitted, and what it would cost. */
async function foreseen(plan: CalibrationPlan, workers = availableParallelism()): Promise<string> {
  const [{ defaultsPlan }, { costOf }, { durationText }, { counted, formatNumber }] = await Promise.all([
    import("../../experiment/calibrate/plan.ts"),
    import("../foresee.ts"),
    import("../sweeping.ts"),
    import("../present/number.ts"),
  ]);
  const { knobs, targets, held, years, method, settings, check } = plan;
  const runs =
    Math.max(method.luck, settings.replicates) +
    method.runs +
    (Math.min(check.sets ?? method.keep, method.keep) + 1) * check.replicates;
  const { secondsPerRun } = costOf(defaultsPlan(plan));
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(", ");
  return [
    `${plan.title}\n`,
    `free: ${names(knobs.map(({ dimension }) => dimension))}\n`,
    `fitted, ${years.from} to ${years.until}: ${names(targets)}\n`,
    `held out: ${held.length === 0 ? "none" : names(held)}\n`,
    `at most ${counted(runs, "run")}: ${formatNumber(method.runs)} of the waves, the others of the defaults and of the check\n`,
    `about ${durationText((secondsPerRun * runs) / workers)} on ${counted(workers, "core")} (${formatNumber(secondsPerRun, 2)} s a run, from a pilot of some weeks)\n`,
  ].join("");
}
