/**
 * One run: the loop and nothing else.
 *
 *   model --create--> world --(phases in order, every step)--> ledger --metrics--> tables
 */
import type { Frame } from "./frame.ts";
import { hashArray, hashFrame } from "./hash-state.ts";
import { PHASES } from "./phases/index.ts";
import { assertDistinct } from "./random/stream.ts";
import { createRecorder, type Recording } from "./record.ts";
import type { Table } from "./table.ts";
import { createWorld } from "./world/create.ts";
import { forkWorld } from "./world/fork.ts";
import { checkStep, openBooks } from "./world/invariants.ts";
import { resetLedger } from "./world/ledger.ts";
import type { Model } from "./world/model.ts";
import type { World } from "./world/world.ts";

/** What is done beside a run; none of it changes a result. */
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

/** What a run leaves. */
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
  const run = begin(model, options);
  while (!run.isOver) {
    run.advance();
    options.onWeek?.(run.week - 1, model.calendar.weeks);
  }
  return run.finish();
}

/** A run that somebody else drives, step by step. */
export interface Run {
  readonly model: Model;
  /** The step that comes next. */
  readonly week: number;
  readonly isOver: boolean;
  /** What metrics said of the last recorded step, in the order of the columns of the recording. */
  readonly measured: Float64Array;
  /** Plays a step. @throws Error when `check` finds a violation */
  advance(): void;
  /** Of a fork, tables and outcome begin where it was made; hashes are those of the whole run. */
  finish(): RunResult;
  /**
   * The same run from here on, in memory of its own, under a model that differs from this one by its strategy, and in nothing
   * before this step. @throws RangeError within the warm-up or within a recording window
   */
  fork(model: Model): Run;
}

export function begin(model: Model, options: Omit<RunOptions, "onWeek"> = {}): Run {
  return drive(createWorld(model), options, 0, 0, model.warmupWeeks);
}

/** @param rolling hash after the steps before `first` @param from first step of the tables */
function drive(world: World, options: Omit<RunOptions, "onWeek">, first: number, rolling: number, from: number): Run {
  const { model } = world;
  const recorder = createRecorder(model, options.recording, from);
  const books = openBooks();
  const { weeks } = model.calendar;
  const hashes = options.hash ? new Uint32Array(weeks - from) : undefined;
  let week = first;
  let hash = rolling;
  return {
    model,
    measured: recorder.measured,
    get week() {
      return week;
    },
    get isOver() {
      return week >= weeks;
    },
    advance() {
      step(world, week);
      if (options.check) checkStep(world, books);
      recorder.observe(world);
      if (hashes) {
        hash = hashWorld(world, hash);
        if (week >= from) hashes[week - from] = hash;
      }
      week++;
    },
    finish() {
      const finalHash = hashWorld(world, 0) >>> 0;
      return { ...recorder.finish(world), finalHash, ...(hashes ? { weeklyHashes: hashes } : {}) };
    },
    fork(other) {
      if (week < model.warmupWeeks || (week - model.warmupWeeks) % model.recordWeeks !== 0) {
        throw new RangeError(`a run cannot be forked at step ${week}: it is not the start of a recording window`);
      }
      return drive(forkWorld(world, other), options, week, hash, week);
    },
  };
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
