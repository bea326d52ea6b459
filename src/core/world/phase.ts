/** A part of a step. */
import type { Stream } from "../random/stream.ts";
import type { World } from "./world.ts";

export interface Phase {
  readonly name: string;
  readonly about: string;
  /** Columns it may write, as "frame.column", or "frame.*" where rows come or go; a test catches any other. */
  readonly writes: readonly string[];
  /** Streams of the decisions made in it. */
  readonly streams: readonly Stream[];
  run(world: World): void;
}
