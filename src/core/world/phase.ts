/** A part of a step. */
import type { Stream } from "../random/stream.ts";
import type { World } from "./world.ts";

/**
 * What the code computes, in words of mathematics: `what = how @file [source]`. Names in backquotes are parameters, as
 * `--set` takes them, with * for any key; @file under src/core is given when it is not the file of the entry. G is a
 * standard Gumbel draw, E an exponential and u a uniform one, z a normal one; ′ marks the value after the step.
 */
export type Equation = string;

export interface Phase {
  readonly name: string;
  readonly about: string;
  readonly equations: readonly Equation[];
  /** Columns it may write, as "frame.column", or "frame.*" where rows come or go; a test catches any other. */
  readonly writes: readonly string[];
  /** Streams of the decisions made in it. */
  readonly streams: readonly Stream[];
  run(world: World): void;
}
