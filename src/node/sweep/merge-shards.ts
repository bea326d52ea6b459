/** Shards -> the result that the same sweep on one machine leaves, byte by byte; or a refusal that says what is in the way. */
import { ranges } from "../cluster/array-ranges.ts";
import { EXIT, Failure } from "../failure.ts";
import { blockFaults, refuseFaults } from "./check-blocks.ts";
import { type Finished, type FinishOptions, finishSweep } from "./finish.ts";
import { gaps } from "./merge.ts";
import type { Shards } from "./shards.ts";
import type { SweepFolder } from "./sweep-folder.ts";

/** @throws Failure with status 2 for files that cannot be right, and 75 while runs are missing */
export function mergeShards(sweep: SweepFolder, shards: Shards, options: FinishOptions): Finished {
  const { folder, plan, store } = sweep;
  refuseFaults(folder, blockFaults(plan, store));
  const lacking = ranges(shardsThatLack(sweep, shards));
  if (lacking !== "") {
    throw new Failure(
      EXIT.busy,
      `${folder} cannot be merged: runs are missing in shards ${lacking}`,
      `play them with corridor sweep submit ${folder}, or one by one with corridor sweep shard ${folder} --index <number>`,
    );
  }
  return finishSweep(sweep, options);
}

function shardsThatLack({ plan, store }: SweepFolder, { count, rangeOf }: Shards): number[] {
  return Array.from({ length: count }, (_, shard) => shard).filter((shard) => {
    for (const { reason } of gaps(plan, store, rangeOf(shard))) if (reason === undefined) return true;
    return false;
  });
}
