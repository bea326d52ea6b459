/**
 * One run: the loop and nothing else.
 *
 *   model --create--> world --(phases in order, every step)--> ledger --metrics--> tables
 */
import { type Frame, hashArray, hashFrame } from "./frame.ts";
import { PHASES } from "./phases/index.ts";
import { assertDistinct } from "./random/stream.ts";
import { createRecorder, type Recording } from "./record.ts";
import type { Table } from "./table.ts";
import { createWorld } from "./world/create.ts";
import { checkStep, openBooks } from "./world/invariants.ts";
import { resetLedger } from "./world/ledger.ts";
import type { Model } from "./world/model.ts";
import type { World } from "./world/world.ts";

export interface RunOptions {
  /** Check conservation after every step; a violation throws. */
  readonly check?: boolean;
  /** Keep a rolling hash of the whole state after every week. */
  readonly hash?: boolean;
  /** Of this model, or of one that differs by its seed: who plays many runs makes it once. */
  readonly recording?: Recording;
  /** Told after every step; what it throws ends the run. */
  readonly onWeek?: (week: number, weeks: number) => void;
}

export interface RunResult {
  /** timeseries, harms, market_shares, enablers, events; without run_id, strategy, replicate and seed, which the caller knows. */
  readonly tables: readonly Table[];
  /** One number per column of the time series: flows summed, stocks averaged over the recorded span, ratios of sums. NaN = missing. */
  readonly outcome: Readonly<Record<string, number>>;
  /** Rolling state hash after each recorded week, when asked for; unsigned 32-bit. */
  readonly weeklyHashes?: Uint32Array;
  /** Hash over the final state; unsigned 32-bit. */
  readonly finalHash: number;
}

assertDistinct([...new Set(PHASES.flatMap((phase) => phase.streams))]);

/** Plays a model to its end. @throws Error when `check` finds a violation */
export function simulate(model: Model, options: RunOptions = {}): RunResult {
  const world = createWorld(model);
  const recorder = createRecorder(model, options.recording);
  const books = openBooks();
  const { weeks } = model.calendar;
  const hashes = options.hash ? new Uint32Array(weeks - model.warmupWeeks) : undefined;
  let rolling = 0;
  for (let week = 0; week < weeks; week++) {
    step(world, week);
    if (options.check) checkStep(world, books);
    recorder.observe(world);
    if (hashes) {
      rolling = hashWorld(world, rolling);
      if (week >= model.warmupWeeks) hashes[week - model.warmupWeeks] = rolling;
    }
    options.onWeek?.(week, weeks);
  }
  const finalHash = hashWorld(world, 0) >>> 0;
  return { ...recorder.finish(world), finalHash, ...(hashes ? { weeklyHashes: hashes } : {}) };
}

/** Plays one step. The ledger of the creation of the world belongs to the first. */
export function step(world: World, week: number): void {
  world.week = week;
  if (week > 0) resetLedger(world.ledger);
  for (const phase of PHASES) phase.run(world);
}

/** Every frame of the state, in a fixed order. */
export function framesOf(world: World): readonly Frame[] {
  return [
    world.migrants,
    world.smugglers,
    world.enablers,
    world.legs,
    world.legCommunities,
    world.places,
    world.authorities,
    world.jurisdictions,
    world.public,
    world.history,
  ] as unknown as Frame[];
}

export function hashWorld(world: World, from: number): number {
  let hash = from | 0;
  for (const frame of framesOf(world)) hash = hashFrame(frame, hash);
  return hashArray(world.absorbed, hash);
}
