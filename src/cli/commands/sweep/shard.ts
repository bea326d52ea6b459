import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../../node/failure.ts";
import type { PlayedShard, Shard } from "../../../node/sweep/play-shard.ts";
import type { CommandEntry, Context } from "../../command.ts";
import { counted, formatNumber } from "../../present/number.ts";
import { shown } from "../../result-target.ts";
import { onSignal } from "../../signals.ts";
import { durationText, reportProgress, type SweepingOptions, withPlayOptions, workersOf } from "../../sweeping.ts";
import { wholeNumber } from "../../whole-number.ts";

interface Options extends SweepingOptions {
  readonly index: string;
}

const MOST_INDEX = 999_999_999;

export const shard: CommandEntry = {
  name: "shard",
  about: "play what is missing of one shard: what every task of a cluster calls",
  define(command, context) {
    const asked = command
      .argument("<folder>", "folder of a sweep that is shared out")
      .requiredOption("-i, --index <number>", "which shard, counted from 0");
    withPlayOptions(asked).action(
      context.action(async (folder: string, _: unknown, self: Command) => play(folder, self.optsWithGlobals<Options>(), context)),
    );
  },
};

async function play(asked: string, options: Options, context: Context): Promise<ExitCode> {
  const { workers: threads = availableParallelism() } = workersOf(options);
  const index = wholeNumber("--index", options.index, "of a shard", 0, MOST_INDEX);
  const [{ openShard, playShard }, { refuseOtherBuild }] = await Promise.all([
    import("../../../node/sweep/play-shard.ts"),
    import("../../../node/sweep/same-build.ts"),
  ]);
  const one = openShard(asked, index);
  refuseOtherBuild(one);
  const folder = shown(one.folder);
  const signals = onSignal(`what was finished is kept; go on with: corridor sweep shard ${folder} --index ${index}`);
  const reporter = await reportProgress(context, options, `${one.plan.name}, shard ${index}`);
  try {
    const played = await playShard(one, { threads, signal: signals.signal, onProgress: reporter.show });
    reporter.end();
    for (const path of played.damaged) context.terminal.err(`${shown(path)} was damaged; its runs have been played again\n`);
    context.terminal.out(options.json ? `${JSON.stringify({ folder, index, ...played }, undefined, 2)}\n` : text(one, played));
    return played.failed > 0 ? EXIT.someRunsFailed : EXIT.ok;
  } catch (error) {
    reporter.end();
    throw signals.signal.aborted ? signals.signal.reason : error;
  } finally {
    signals.release();
  }
}

function text({ index, count, range: [from, to] }: Shard, { played, found, failed, seconds }: PlayedShard): string {
  const which = `shard ${index} of 0 to ${count - 1} (trials ${from + 1} to ${to})`;
  if (played === 0) return `${which}: nothing was left to play, ${counted(found, "run")} were there\n`;
  const there = found > 0 ? `, ${formatNumber(found)} were there` : "";
  const broken = failed > 0 ? `, ${formatNumber(failed)} failed: corridor sweep status says why` : "";
  return `${which}: ${counted(played, "run")} played in ${durationText(seconds)}${there}${broken}\n`;
}
