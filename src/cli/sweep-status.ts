/** How far a sweep is that is shared out, in words and as a status. */
import { relative } from "node:path";
import { EXIT, type ExitCode } from "../node/failure.ts";
import type { SweepStatus } from "../node/sweep/sweep-status.ts";
import { counted, formatNumber } from "./present/number.ts";
import { shown } from "./result-target.ts";

/** More than these are counted; --json names them all. */
const MOST_NAMED = 20;

/** @throws Failure with status 2 when the folder has no shards */
export async function statusIn(folder: string): Promise<SweepStatus> {
  const [{ openSweep }, { neededShards }, { sweepStatus }] = await Promise.all([
    import("../node/sweep/sweep-folder.ts"),
    import("../node/sweep/shards.ts"),
    import("../node/sweep/sweep-status.ts"),
  ]);
  const sweep = openSweep(folder, false);
  return sweepStatus(sweep, neededShards(sweep.folder, sweep.plan));
}

export function exitOf({ shards, runs }: SweepStatus): ExitCode {
  if (shards.missing !== "") return EXIT.busy;
  return runs.failed > 0 ? EXIT.someRunsFailed : EXIT.ok;
}

export function statusText(folder: string, { trials, runs, shards, failures, damaged, isMerged }: SweepStatus): string {
  const place = shown(folder);
  const named = failures.slice(0, MOST_NAMED);
  const next =
    shards.missing !== ""
      ? `play what is missing: corridor sweep submit ${place}`
      : isMerged
        ? `merged: the tables are in ${place}/`
        : `nothing is missing; put it together: corridor sweep merge ${place}`;
  return [
    `shards: ${formatNumber(shards.complete)} of ${formatNumber(shards.all)} complete\n`,
    ...(shards.missing === "" ? [] : [`missing shards: ${shards.missing}\n`]),
    `trials: ${formatNumber(trials.done)} of ${formatNumber(trials.all)} done\n`,
    `runs: ${formatNumber(runs.done)} of ${formatNumber(runs.all)} done, ${formatNumber(runs.failed)} failed, ${formatNumber(runs.missing)} missing\n`,
    ...named.map(
      ({ shard, ecosystem, point, strategy, replicate, reason, command }) =>
        `failed: ${ecosystem}, point ${point}, ${strategy}, replicate ${replicate} (shard ${shard}): ${reason}\n  alone: ${command}\n`,
    ),
    failures.length > named.length
      ? `and ${counted(failures.length - named.length, "failed run")} more: --json names them\n`
      : "",
    ...damaged.map(({ path, shard }) => {
      const remedy = shard === undefined ? "remove it" : `it goes when shard ${shard} is played`;
      return `damaged: ${relative(folder, path)} (${remedy})\n`;
    }),
    `${next}\n`,
  ].join("");
}
