/** What `calibrate` and `resume` have in common: play what is missing of a calibration, show how far it is, say what came out. */

import type { CalibrationFolder } from "../node/calibration/calibration-folder.ts";
import { EXIT, type ExitCode } from "../node/failure.ts";
import type { Context } from "./command.ts";
import { counted } from "./present/number.ts";
import { shown } from "./result-target.ts";
import { onSignal } from "./signals.ts";
import { reportProgress, type SweepingOptions, workersOf } from "./sweeping.ts";

export async function playInCalibration(
  at: CalibrationFolder,
  options: SweepingOptions,
  { terminal, argv, ...rest }: Context,
): Promise<ExitCode> {
  const { runCalibration } = await import("../node/calibration/run-calibration.ts");
  const folder = shown(at.folder);
  const reporter = await reportProgress({ terminal, argv, ...rest }, options, at.plan.name);
  const signals = onSignal(`what was finished is kept; go on with: corridor resume ${folder}`);
  try {
    const finished = await runCalibration(at, {
      ...workersOf(options),
      command: ["corridor", ...argv],
      signal: signals.signal,
      onProgress: reporter.show,
    });
    reporter.end();
    if (options.json) terminal.out(`${JSON.stringify({ ...finished, folder }, undefined, 2)}\n`);
    else {
      const said = finished.summary.flatMap(({ head, sentences }) => [
        `${head}\n`,
        ...sentences.map((one) => `  ${one}\n`),
        "\n",
      ]);
      terminal.out(`${at.plan.title}: ${counted(finished.played, "run")} played\n\n${said.join("")}`);
      terminal.out(`Written to ${folder}/ (${finished.files.length} files; summary.md first, then checks.csv)\n`);
      terminal.out(
        `Strategies over this ensemble: corridor compare ${at.plan.ecosystem.name} <strategy> --ensemble ${folder}/ensemble.yaml\n`,
      );
    }
    return finished.failed > 0 ? EXIT.someRunsFailed : EXIT.ok;
  } catch (error) {
    reporter.end();
    throw signals.signal.aborted ? signals.signal.reason : error;
  } finally {
    signals.release();
  }
}
