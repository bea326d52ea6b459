/** What a method of sensitivity analysis is given, and what it gives back. */
import type { Entry } from "../../core/index.ts";
import type { Dimension, Layout, Point } from "../designs/index.ts";
import type { Interval } from "../stats/interval.ts";
import type { Responses } from "./responses.ts";

export interface Study {
  readonly dimensions: readonly Dimension[];
  /** In the order of the design. */
  readonly points: readonly Point[];
  readonly layout: Layout;
  readonly responses: Responses;
  /** Full and separated, such as `42|deaths|5 years|effect`: bootstraps draw from it. */
  readonly seed: string;
}

/** One number about one input, or about a pair of them, or about all (no parameter). */
export interface Index extends Interval {
  readonly parameter: string;
  /** The other input of a pair; "" for one alone. */
  readonly with: string;
  readonly index: string;
  /** "outcome": in the unit of the outcome; "share" of its variance; "1" for a pure number. */
  readonly unit: "outcome" | "share" | "1";
  /** Trajectories, blocks or points it rests on. */
  readonly n: number;
  /** What a reader of this number must know; "" for nothing. */
  readonly note: string;
}

export interface Analysis {
  /** Kind of the method. */
  readonly method: string;
  /** Empty when nothing can be estimated. */
  readonly indices: readonly Index[];
  /** What was resampled or fitted: trajectories, blocks, points. */
  readonly of: string;
  readonly used: number;
  /** Left out because a value is missing. */
  readonly dropped: number;
  /** Why there are no indices; "" when there are. */
  readonly refusal: string;
  /** Sentences for people: what matters, and what cannot be told. */
  readonly reading: readonly string[];
}

export interface Method extends Entry {
  /** Layouts of points it can work with. */
  readonly shapes: readonly Layout["shape"][];
  /** A pure function. @throws Error when points do not have the layout they are said to have */
  analyse(study: Study): Analysis;
}

/** Intervals cover this share. */
export const CONFIDENCE = 0.95;
/** Below it an interval is a hint. */
export const FEW = 10;
/** Values that agree to so many digits do not vary: the rest is rounding. */
const SAME = 1e-12;

/** True when the responses do not vary, so that nothing can be said of what varies them. */
export function isConstant(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return !(high - low > SAME * Math.max(Math.abs(low), Math.abs(high)));
}

/** Consecutive groups of responses (trajectories, blocks), without those in which one is missing. */
export function wholeGroups(
  means: Float64Array,
  length: number,
): { groups: { start: number; values: Float64Array }[]; dropped: number } {
  if (means.length % length !== 0) throw new Error(`${means.length} points are no whole number of groups of ${length}`);
  const all = Array.from({ length: means.length / length }, (_, g) => ({
    start: g * length,
    values: means.subarray(g * length, (g + 1) * length),
  }));
  const groups = all.filter(({ values }) => values.every((value) => Number.isFinite(value)));
  return { groups, dropped: all.length - groups.length };
}
