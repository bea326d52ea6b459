/** How far a sweep is that is shared out: read from what lies in its folder, whoever put it there. */
import { type Plan, type Trial, trialAt } from "../../experiment/plan.ts";
import { repeatText } from "../../experiment/repeat-text.ts";
import { runIds } from "../../experiment/run-identity.ts";
import { contentAt } from "../../experiment/run-of-plan.ts";
import { ranges } from "../cluster/array-ranges.ts";
import { shardOfFile } from "./check-blocks.ts";
import { gaps } from "./merge.ts";
import type { Shards } from "./shards.ts";
import type { SweepFolder } from "./sweep-folder.ts";

export interface SweepStatus {
  readonly plan: string;
  readonly trials: { readonly all: number; readonly done: number };
  readonly runs: { readonly all: number; readonly done: number; readonly failed: number; readonly missing: number };
  readonly shards: {
    readonly all: number;
    readonly complete: number;
    /** Those that lack something, as `--array=` takes them; empty when none does. */
    readonly missing: string;
    readonly missingIndices: readonly number[];
    /** Those with failed runs, in the same way. */
    readonly failed: string;
  };
  readonly failures: readonly FailureReport[];
  readonly damaged: readonly { readonly path: string; readonly shard?: number }[];
  /** Whether tables and manifest are written. */
  readonly isMerged: boolean;
}

export interface FailureReport {
  readonly shard: number;
  readonly ecosystem: string;
  readonly point: string;
  readonly strategy: string;
  readonly replicate: number;
  readonly runId: string;
  readonly reason: string;
  /** The command that repeats this run alone. */
  readonly command: string;
}

/** What merging has noted of a run that failed stands in a table. */
const NOTED = "it failed before the sweep was merged: failures.csv says why";

export function sweepStatus({ folder, plan, store, isFinished }: SweepFolder, shards: Shards): SweepStatus {
  const isMerged = isFinished();
  const failures: FailureReport[] = [];
  const missing = new Set<number>();
  let [done, missingRuns] = [0, 0];
  for (let shard = 0; shard < shards.count; shard++) {
    const [from, to] = shards.rangeOf(shard);
    const lacking = new Set<number>();
    for (const { trial, piece, reason = isMerged ? NOTED : undefined } of gaps(plan, store, [from, to])) {
      lacking.add(trial);
      const isRun = piece < plan.strategies.length;
      if (reason === undefined) {
        missing.add(shard);
        if (isRun) missingRuns++;
      } else if (isRun) failures.push(failureReport(folder, plan, shard, trialAt(plan, trial), piece, reason));
    }
    done += to - from - lacking.size;
  }
  const damaged = store.damaged.map((path) => {
    const shard = shardOfFile(folder, path);
    return shard === undefined ? { path } : { path, shard };
  });
  // Playing it again clears the damage away.
  for (const { shard } of damaged) if (shard !== undefined && shard < shards.count) missing.add(shard);
  const missingIndices = [...missing].sort((a, b) => a - b);
  return {
    plan: plan.id,
    trials: { all: plan.trials, done },
    runs: {
      ...{ all: plan.runs, done: plan.runs - missingRuns - failures.length },
      ...{ failed: failures.length, missing: missingRuns },
    },
    shards: {
      all: shards.count,
      complete: shards.count - missing.size,
      missing: ranges(missingIndices),
      missingIndices,
      failed: ranges(failures.map(({ shard }) => shard)),
    },
    failures,
    damaged,
    isMerged,
  };
}

function failureReport(folder: string, plan: Plan, shard: number, trial: Trial, strategy: number, reason: string): FailureReport {
  const runId = runIds(contentAt(plan, trial, strategy))(plan.seeds[trial.replicate - 1] ?? "");
  return {
    shard,
    ecosystem: plan.ecosystems[trial.ecosystem]?.name ?? "",
    point: plan.pointIds[trial.point] ?? "",
    strategy: plan.strategies[strategy]?.name ?? "",
    replicate: trial.replicate,
    runId,
    reason,
    command: repeatText(folder, runId),
  };
}
