/** How a sweep is shared out: shards.json, a rule and not a list, which never changes. Shards count from 0. */
import fs from "node:fs";
import { join } from "node:path";
import { isMap } from "../../core/index.ts";
import type { Plan } from "../../experiment/plan.ts";
import { writeDurably } from "../durable.ts";
import { EXIT, Failure, withFiles } from "../failure.ts";

export const SHARDS = "shards.json";
/** A job array of Slurm has at most so many tasks, unless a centre allows more. */
export const MOST_SHARDS = 1000;
/** Long beside the second or so that starting a task costs, short beside what centres let a task take. */
const SHARD_SECONDS = 1200;

const FORMAT = "corridor/shards@1";
const RULE = "shard i of n has the trials from floor(i t / n) up to, but without, floor((i + 1) t / n) of t; both count from 0";

export interface Shards {
  readonly count: number;
  /** Trials of a shard: from the first up to, but without, the second. @throws Failure with status 2 for an index outside */
  rangeOf(shard: number): [number, number];
}

/** @param seconds that the whole sweep takes with as many cores as one shard has @returns shards of 10 to 30 minutes each */
export function shardsFor({ trials }: Pick<Plan, "trials">, seconds: number): number {
  return Math.max(1, Math.min(MOST_SHARDS, trials, Math.round(seconds / SHARD_SECONDS)));
}

/**
 * Writes shards.json beside the plan, unless the same is there already.
 * @param count at most as many as there are trials; when absent, what is there, or else what `guess` says
 * @throws Failure with status 2 when the sweep is shared out otherwise
 */
export function layShards(folder: string, plan: Plan, count: number | undefined, guess: () => number): Shards {
  const there = readShards(folder, plan);
  if (there) {
    if (count === undefined || there.count === count) return there;
    throw new Failure(
      EXIT.usage,
      `${folder}: the sweep is shared out into ${there.count} shards, and that cannot change`,
      `plan it with --shards ${there.count}, or name another folder with --out`,
    );
  }
  const most = Math.min(MOST_SHARDS, plan.trials);
  const shards = count ?? guess();
  if (shards > most) {
    const why = most === MOST_SHARDS ? "more than the most that there may be" : `and there are ${plan.trials} trials`;
    throw new Failure(EXIT.usage, `--shards: ${shards}, ${why}`, `use at most ${most}, or auto`);
  }
  const document = { format: FORMAT, plan: plan.id, shards, rule: RULE };
  writeDurably(join(folder, SHARDS), [`${JSON.stringify(document, undefined, 1)}\n`]);
  return shardsOf(plan, shards);
}

/** Nothing when the sweep is not shared out. @throws Failure with status 2 when the file is damaged or belongs to another plan */
export function readShards(folder: string, plan: Plan): Shards | undefined {
  const path = join(folder, SHARDS);
  if (!fs.existsSync(path)) return undefined;
  const text = withFiles(`read ${path}`, () => fs.readFileSync(path, "utf8"));
  const count = countIn(text, plan);
  if (count !== undefined) return shardsOf(plan, count);
  throw new Failure(EXIT.usage, `${path}: the file is damaged, or belongs to another plan`, "remove it and plan again");
}

function countIn(text: string, plan: Plan): number | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(stored) || stored.format !== FORMAT || stored.rule !== RULE || stored.plan !== plan.id) return undefined;
  const { shards } = stored;
  return typeof shards === "number" && Number.isInteger(shards) && shards >= 1 && shards <= plan.trials ? shards : undefined;
}

/** @throws Failure with status 2 when the sweep is not shared out */
export function neededShards(folder: string, plan: Plan): Shards {
  const shards = readShards(folder, plan);
  if (shards) return shards;
  throw new Failure(
    EXIT.usage,
    `${folder}: there is no ${SHARDS}, so the sweep is not shared out`,
    `share it out with corridor sweep plan, or go on with it here: corridor resume ${folder}`,
  );
}

function shardsOf({ trials }: Plan, count: number): Shards {
  return {
    count,
    rangeOf(shard) {
      if (!Number.isInteger(shard) || shard < 0 || shard >= count) {
        throw new Failure(EXIT.usage, `there is no shard ${shard}`, `shards count from 0: use 0 to ${count - 1}`);
      }
      return [Math.floor((shard * trials) / count), Math.floor(((shard + 1) * trials) / count)];
    },
  };
}
