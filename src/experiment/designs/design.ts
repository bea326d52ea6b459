/** The contract between the catalogue of designs and the experiment: uncertainties in, points out. */
import type { z } from "zod";
import { clamp, type Entry, exp, log } from "../../core/index.ts";

/**
 * One uncertainty. A range is sampled between low and high (scale "log": evenly in the logarithm; integer: whole
 * numbers); a list takes one of its values.
 */
export type Dimension =
  | {
      readonly kind: "range";
      readonly name: string;
      /** The default. */
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly scale: "linear" | "log";
      readonly integer: boolean;
    }
  | {
      readonly kind: "list";
      readonly name: string;
      readonly values: readonly Scalar[];
      /** Index of the default; -1 when the default is not in the list. */
      readonly value: number;
    };

export type Scalar = number | boolean | string;

/**
 * One coordinate per dimension, in their order. Of a range it is the value itself; of a list the index into its values,
 * or -1 for a default that is not in the list (the parameter stays as it is).
 */
export type Point = Float64Array;

/** How the points of a design stand to each other, which decides what can be learnt from them. */
export type Layout =
  /** They fill the space evenly or at random. */
  | { readonly shape: "sample" }
  /** Walks of k + 1 points that change one coordinate at a time, by the same share of its dimension (Morris). */
  | { readonly shape: "trajectories"; readonly step: number }
  /** Blocks in which the columns of two samples are mixed (Saltelli): A, k times AB, k times BA if secondOrder, B. */
  | { readonly shape: "cross-matrix"; readonly secondOrder: boolean }
  /** As an author chose; no law. */
  | { readonly shape: "chosen" };

export interface Design<P = unknown> extends Entry {
  /** Includes `kind`; strict. */
  readonly params: z.ZodObject;
  layout(params: P): Layout;
  /** A file that holds the points. The outer ring reads it (`importedPoints`) and calls neither `count` nor `points`. */
  file?(params: P): { readonly path: string; readonly ignore: readonly string[] };
  /** What is wrong with these parameters for these dimensions, in words. Empty: `count` and `points` may be called. */
  problems(dimensions: readonly Dimension[], params: P): readonly string[];
  /** How many points, without making them. */
  count(dimensions: readonly Dimension[], params: P): number;
  /** A pure function: the same points for the same dimensions, parameters and seed. */
  points(dimensions: readonly Dimension[], params: P, seed: string): Point[];
}

/** More points than anybody plays; a design of more is a mistake such as a grid of ten steps in nine dimensions. */
const MOST_POINTS = 1_000_000;

/** An entry of the catalogue; it complains of dimensions and of sizes that no design can serve, before its own complaints. */
export function design<S extends z.ZodObject>(entry: Design<z.output<S>> & { readonly params: S }): Design {
  const checked: Design<z.output<S>> = {
    ...entry,
    problems(dimensions, params) {
      const found = [...dimensionProblems(dimensions), ...entry.problems(dimensions, params)];
      if (found.length > 0) return found;
      const count = entry.count(dimensions, params);
      if (count <= MOST_POINTS) return [];
      return [`the design has ${count} points, more than ${MOST_POINTS}: use fewer steps or a design that samples`];
    },
  };
  return checked as Design;
}

function dimensionProblems(dimensions: readonly Dimension[]): string[] {
  const names = new Set<string>();
  const found = dimensions.flatMap((dimension) => {
    const repeated = names.has(dimension.name) ? ["is named twice"] : [];
    names.add(dimension.name);
    return [...repeated, ...(dimension.kind === "range" ? rangeProblems(dimension) : listProblems(dimension))].map(
      (problem) => `${dimension.name} ${problem}`,
    );
  });
  return dimensions.length === 0 ? ["there is nothing to vary"] : found;
}

type Range = Extract<Dimension, { kind: "range" }>;
type List = Extract<Dimension, { kind: "list" }>;

function rangeProblems({ low, high, scale, integer }: Range): string[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [`has no finite range: ${low} to ${high}`];
  if (low > high) return [`has a low above its high: ${low} to ${high}`];
  if (scale === "log" && low <= 0) return [`has the scale log, which needs a low above 0, not ${low}`];
  if (integer && !(Number.isInteger(low) && Number.isInteger(high))) {
    return [`takes whole numbers, and its range is ${low} to ${high}`];
  }
  return [];
}

function listProblems({ values, value }: List): string[] {
  if (values.length === 0) return ["has an empty list"];
  if (new Set(values).size < values.length) return ["has a value twice"];
  return value >= -1 && value < values.length ? [] : [`has no value number ${value}`];
}

/**
 * The coordinate at a share `u` (0 to 1) of a dimension: u is uniform -> the coordinate is uniform over the range, its
 * logarithm, its whole numbers or the list. 0 gives the low end and 1 the high end exactly.
 */
export function coordinate(dimension: Dimension, u: number): number {
  if (dimension.kind === "list") return cellOf(dimension.values.length, u);
  const { low, high, scale, integer } = dimension;
  if (scale === "linear") return integer ? low + cellOf(high - low + 1, u) : within(low + u * (high - low), dimension, u);
  // Whole numbers: the floor of a number that is even in the logarithm between low and high + 1.
  const top = integer ? high + 1 : high;
  const x = exp(log(low) + u * (log(top) - log(low)));
  return within(integer ? Math.floor(x) : x, dimension, u);
}

/** Number of the cell, of `cells` equal ones, in which u lies. */
function cellOf(cells: number, u: number): number {
  return Math.min(Math.floor(u * cells), cells - 1);
}

function within(x: number, { low, high }: Range, u: number): number {
  if (u <= 0) return low;
  return u >= 1 ? high : clamp(x, low, high);
}

/** Digits of a level between the ends: a third of the way to 0.3 is 0.1 and not 0.09999999999999999. */
const DIGITS_OF_A_LEVEL = 12;

/** Coordinate number `i` of `count` in even steps from the low to the high end; the middle when there is only one. */
export function level(dimension: Dimension, i: number, count: number): number {
  const at = coordinate(dimension, count === 1 ? 0.5 : i / (count - 1));
  return i === 0 || i === count - 1 ? at : Number(at.toPrecision(DIGITS_OF_A_LEVEL));
}

/** All levels of a dimension, without repeats; of a list all its values, whatever the number of steps. */
export function levels(dimension: Dimension, steps: number): number[] {
  if (dimension.kind === "list") return dimension.values.map((_, i) => i);
  return [...new Set(Array.from({ length: steps }, (_, i) => level(dimension, i, steps)))];
}

/** The value that a coordinate stands for; undefined for a default that is not in the list. */
export function valueAt(dimension: Dimension, at: number): Scalar | undefined {
  return dimension.kind === "range" ? at : dimension.values[at];
}
