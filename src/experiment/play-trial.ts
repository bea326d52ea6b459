/**
 * One trial: the same world with the same luck under every strategy, from its content to the rows that are kept. A piece
 * is what one run, or one pair of a run with its baseline, leaves; pieces are pure functions of the plan and their key.
 */
import {
  checkScenario,
  compile,
  type Ecosystem,
  formatPath,
  type Model,
  type Recording,
  type RunResult,
  recordingOf,
  type Strategy,
  simulate,
  withSeed,
} from "../core/index.ts";
import type { Point } from "./designs/index.ts";
import { atPoint } from "./knob.ts";
import { baselineOf, comparedIn, type Plan, type Trial } from "./plan.ts";
import { type RunIdentity, runIds } from "./run-identity.ts";
import { type Rows, type RunRows, runRows } from "./trial-rows.ts";
import type { TrialSpecs } from "./trial-specs.ts";

export interface Piece {
  /** Which piece of the trial, in the order of `pieceKeys`. */
  readonly piece: number;
  readonly rows: Rows;
}

export interface FailedPiece {
  readonly piece: number;
  readonly message: string;
}

export interface PlayedRun extends RunResult {
  readonly run: RunIdentity;
}

export interface TrialOptions {
  /** Pieces that are wanted. */
  readonly wanted: readonly number[];
  /** Runs known to fail, by number of the strategy, and why: they are not played. */
  readonly given?: ReadonlyMap<number, string>;
  /** Keep a hash of the state after every week, so that pairs are proved the same by it. */
  readonly hash: boolean;
  /** Told before each run. */
  onRun?(strategy: number): void;
  onWeek?(week: number, weeks: number): void;
}

export interface Player {
  play(trial: Trial, options: TrialOptions): { readonly pieces: Piece[]; readonly failed: FailedPiece[] };
}

interface Compiled {
  readonly model: Model;
  readonly recording: Recording;
  readonly run: (replicate: number, seed: string) => RunIdentity;
}

/** Plays trials of a plan. What trials of one point share is made once. */
export function trialPlayer(plan: Plan, specs: TrialSpecs): Player {
  const base = baselineOf(plan);
  const compared = comparedIn(plan);
  let at = "";
  let worlds: (Compiled | Error)[] = [];
  let rows: RunRows | undefined;
  const prepare = ({ ecosystem, point }: Trial): RunRows => {
    const here = `${ecosystem}/${point}`;
    if (here !== at || !rows) {
      const coordinates = plan.points[point] as Point;
      const world = atPoint(plan.ecosystems[ecosystem] as Ecosystem, plan.knobs, coordinates, "ecosystem");
      const strategies = plan.strategies.map((one) => atPoint(one, plan.knobs, coordinates, "strategy"));
      worlds = strategies.map((strategy) => attempt(() => compiled(plan, world, strategy)));
      rows = runRows(plan, specs, ecosystem, point, strategies);
      at = here;
    }
    return rows;
  };

  return {
    play(trial, { wanted, given, hash, onRun, onWeek }) {
      const rows = prepare(trial);
      const seed = plan.seeds[trial.replicate - 1] as string;
      const pieces: Piece[] = [];
      const failed: FailedPiece[] = [];
      const played = new Map<number, PlayedRun | Error>();
      const run = (strategy: number): PlayedRun | Error => {
        const known = played.get(strategy);
        if (known) return known;
        onRun?.(strategy);
        const world = worlds[strategy] as Compiled | Error;
        const reason = given?.get(strategy);
        const result =
          world instanceof Error
            ? world
            : reason !== undefined
              ? new Error(reason)
              : attempt(() => ({
                  ...simulate(withSeed(world.model, seed), { hash, recording: world.recording, ...(onWeek ? { onWeek } : {}) }),
                  run: world.run(trial.replicate, seed),
                }));
        played.set(strategy, result);
        return result;
      };
      for (const piece of wanted) {
        const isRun = piece < plan.strategies.length;
        const strategy = isRun ? piece : (compared[piece - plan.strategies.length] as number);
        const needed = isRun ? [run(strategy)] : [run(base), run(strategy)];
        const broken = needed.find((one) => one instanceof Error);
        if (broken instanceof Error) failed.push({ piece, message: broken.message });
        else if (isRun) pieces.push({ piece, rows: rows.ofRun(needed[0] as PlayedRun) });
        else pieces.push({ piece, rows: rows.ofPair(needed[0] as PlayedRun, needed[1] as PlayedRun, strategy) });
      }
      return { pieces, failed };
    },
  };
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** @throws Error when the parts do not fit together at this point */
function compiled({ settings, version }: Plan, ecosystem: Ecosystem, strategy: Strategy): Compiled {
  const { ecosystem: a, strategy: b, run } = checkScenario(ecosystem, strategy, settings);
  const wrong = [...a, ...b, ...run].find(({ severity }) => severity === "error");
  if (wrong) throw new Error(`${formatPath(wrong.path)}: ${wrong.message}`);
  const idOf = runIds({ ecosystem, strategy, settings, version });
  const model = compile(ecosystem, strategy, settings, settings.seed);
  return {
    model,
    recording: recordingOf(model),
    run: (replicate, seed) => ({ runId: idOf(seed), strategy: strategy.name, replicate, seed }),
  };
}
