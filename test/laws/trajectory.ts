/** Whether two runs differ, found as early as they do. */
import { hashWorld, simulate, step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import type { Model } from "../../src/core/world/model.ts";

/** State hashes of every week of a run, the warm-up included. */
export function trajectory(model: Model): Int32Array {
  const world = createWorld(model);
  return Int32Array.from({ length: model.calendar.weeks }, (_, week) => {
    step(world, week);
    return hashWorld(world, 0);
  });
}

/** The first week whose state differs from a known run; -1 when none does. */
export function firstDifference(model: Model, known: Int32Array): number {
  const world = createWorld(model);
  for (let week = 0; week < known.length; week++) {
    step(world, week);
    if (hashWorld(world, 0) !== known[week]) return week;
  }
  return -1;
}

/** Whether a run leaves other numbers than a known one, though its states are the same. */
export function showsDifference(model: Model, known: Readonly<Record<string, number>>): boolean {
  const { outcome } = simulate(model);
  return Object.keys(known).some((name) => !Object.is(known[name], outcome[name]));
}
