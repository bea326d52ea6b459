/** A whole plan played in this thread, its numbers kept in memory: for a few dozen runs. */
import { comparedIn, isProved, type Plan, trialAt } from "./plan.ts";
import { trialPlayer } from "./play-trial.ts";
import type { Readings } from "./readings.ts";
import { readingsOf } from "./readings-of.ts";
import type { Rows } from "./trial-rows.ts";
import { trialSpecs } from "./trial-specs.ts";

export interface PlayedHere {
  readonly readings: Readings;
  readonly finished: number;
  /** Why runs failed. */
  readonly failed: readonly string[];
}

/** @param told after each trial, of how many have been played */
export function playHere(plan: Plan, told: (trials: number) => void): PlayedHere {
  const player = trialPlayer(plan, trialSpecs(plan));
  const runs = plan.strategies.length;
  const wanted = Array.from({ length: runs + comparedIn(plan).length }, (_, piece) => piece);
  const numbers = new Map<string, Rows["numbers"]>();
  const failed: string[] = [];
  let finished = 0;
  for (let index = 0; index < plan.trials; index++) {
    const trial = trialAt(plan, index);
    const played = player.play(trial, { wanted, hash: isProved(plan, trial) });
    for (const { piece, rows } of played.pieces) numbers.set(`${index}/${piece}`, rows.numbers);
    finished += played.pieces.filter(({ piece }) => piece < runs).length;
    failed.push(...played.failed.filter(({ piece }) => piece < runs).map(({ message }) => message));
    told(index + 1);
  }
  const readings = readingsOf(plan, ({ index }, piece, name) => numbers.get(`${index}/${piece}`)?.[name]);
  return { readings, finished, failed };
}
