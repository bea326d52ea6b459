import type { Command } from "commander";
import type { ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context } from "../command.ts";
import { playSweep, type SweepingOptions, withPlayOptions, workersOf } from "../sweeping.ts";

export const resume: CommandEntry = {
  name: "resume",
  about: "go on with a sweep, a comparison or a calibration that was stopped: only what is missing is played",
  define(command, context) {
    withPlayOptions(command.argument("<folder>", "folder of the sweep")).action(
      context.action(async (folder: string, _: unknown, self: Command) =>
        goOn(folder, self.optsWithGlobals<SweepingOptions>(), context),
      ),
    );
  },
};

async function goOn(asked: string, options: SweepingOptions, context: Context): Promise<ExitCode> {
  workersOf(options);
  const [{ openSweep }, { refuseOtherBuild }, { openCalibration, readCalibration }] = await Promise.all([
    import("../../node/sweep/sweep-folder.ts"),
    import("../../node/sweep/same-build.ts"),
    import("../../node/calibration/calibration-folder.ts"),
  ]);
  if (readCalibration(asked)) {
    const { playInCalibration } = await import("../calibrating.ts");
    const at = openCalibration(asked);
    try {
      refuseOtherBuild(at);
      return await playInCalibration(at, options, context);
    } finally {
      at.close();
    }
  }
  const sweep = openSweep(asked);
  try {
    refuseOtherBuild(sweep);
    return await playSweep(sweep, options, undefined, context);
  } finally {
    sweep.close();
  }
}
