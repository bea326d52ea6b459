/**
 * Where one strategy beats another: a map over one or two uncertain quantities, drawn through the paired differences at the
 * points of a design. Everything else that is uncertain counts as noise, so the map is of the mean over it. The intervals of
 * all cells hold at once: with the stated confidence no cell is given to the wrong strategy.
 */
import type { MetricColumn } from "../../core/index.ts";
import { coordinate } from "../designs/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare, type Interval, UNKNOWN } from "../stats/interval.ts";
import { type Range, toUnit } from "./axes.ts";
import { contest, type Direction } from "./contest.ts";
import { pointMerits, type Sampled } from "./points.ts";
import { basisOf, type Curve, smooth } from "./smooth.ts";

export interface BoundaryOptions {
  readonly seed: string;
  /** The two strategies. */
  readonly a: string;
  readonly b: string;
  /** Names of one or two uncertain ranges: the axes of the map. */
  readonly over: readonly string[];
  readonly direction?: Direction;
  /** An advantage too small to care about, in the unit of the outcome. */
  readonly delta?: number;
  readonly confidence?: number;
  /** Cells along each axis. */
  readonly cells?: number;
}

/** `a` is better by more than delta, `b` is, or neither is shown. */
export type Side = "a" | "b" | "undecided";

export interface BoundaryCell {
  /** Its middle: values of the axes, and shares of their ranges. */
  readonly at: Float64Array;
  readonly unit: Float64Array;
  /** By how much a is better than b, in the unit of the outcome whichever way is better. */
  readonly advantage: Interval;
  readonly side: Side;
}

export interface BoundaryMap {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
  readonly a: string;
  readonly b: string;
  readonly delta: number;
  readonly confidence: number;
  readonly axes: readonly Range[];
  /** Points with a complete trial of both; trials without one are left out. */
  readonly points: number;
  readonly dropped: number;
  /** The last axis moves fastest. */
  readonly cells: readonly BoundaryCell[];
  /** Shares of the cells, which are equally likely where the ranges are. */
  readonly shares: Readonly<Record<Side, number>>;
  /** Where the points lie, as shares of the ranges: what `refine` looks at. */
  readonly played: readonly Float64Array[];
  /** The advantage at any place. */
  advantage(unit: Float64Array): Interval;
}

const CELLS = { 1: 41, 2: 21 } as const;
const KNOTS = { 1: 15, 2: 40 } as const;

/**
 * @throws RangeError for strategies or axes that are not there, more axes than two, an axis that is a list, or an outcome
 * without direction
 */
export function boundaryMap(matched: Matched, sampled: Sampled, options: BoundaryOptions): BoundaryMap {
  const { a, b, over, delta = 0, confidence = 0.95 } = options;
  if (!(delta >= 0)) throw new RangeError(`delta: ${delta}, use 0 or more`);
  checkShare("confidence", confidence);
  const count = over.length;
  if (count !== 1 && count !== 2) throw new RangeError(`over: ${count} quantities, use one or two`);
  const columns = over.map((name) => columnOf(sampled, name));
  const axes = columns.map((column) => rangeAt(sampled, column));
  const found = contest(only(matched, [a, b]), options.direction);
  const at = pointMerits(found, sampled);
  const [mine, theirs] = [found.strategies.indexOf(a), found.strategies.indexOf(b)].map((s) => at.means[s]);
  const points = mine && theirs ? [...at.points] : [];
  const played = points.map((point) =>
    Float64Array.from(columns, (column, i) => toUnit(axes[i] as Range, sampled.points[point]?.[column] ?? Number.NaN)),
  );
  const differences = Float64Array.from(points, (_, p) => ((mine?.[p] ?? 0) as number) - (theirs?.[p] ?? 0));
  const curve =
    played.length > 0
      ? smooth(
          basisOf(
            played,
            over.map(() => true),
            KNOTS[count],
          ),
          differences,
        )
      : undefined;
  const middles = lattice(count, options.cells ?? CELLS[count]);
  const reach = curve?.reach(middles, confidence, `${options.seed}|boundary|${matched.outcome.name}|${matched.period.name}`);
  const advantage = (unit: Float64Array) => intervalAt(curve, unit, reach);
  const cells = middles.map((unit): BoundaryCell => {
    const interval = advantage(unit);
    const place = Float64Array.from(unit, (share, i) => coordinate(axes[i] as Range, share));
    return { at: place, unit, advantage: interval, side: sideOf(interval, delta) };
  });
  const share = (side: Side) => cells.filter((cell) => cell.side === side).length / cells.length;
  return {
    outcome: matched.outcome,
    period: matched.period,
    direction: found.direction,
    ...{ a, b, delta, confidence, axes, cells, played, advantage },
    points: points.length,
    dropped: found.dropped,
    shares: { a: share("a"), b: share("b"), undecided: share("undecided") },
  };
}

/** Middles of equal cells of the unit interval or square. */
export function lattice(axes: number, cells: number): Float64Array[] {
  const middles = Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
  return axes === 1 ? middles.map((x) => Float64Array.of(x)) : middles.flatMap((x) => middles.map((y) => Float64Array.of(x, y)));
}

export function sideOf({ low, high }: Interval, delta: number): Side {
  if (low > delta) return "a";
  return high < -delta ? "b" : "undecided";
}

/** Where the curve has no error its interval is the value; too few points give no interval, and nothing is decided. */
function intervalAt(curve: Curve | undefined, unit: Float64Array, reach = 0): Interval {
  if (!curve || curve.degrees < 1) return UNKNOWN;
  const { value, error } = curve.at(unit);
  const half = error > 0 ? reach * error : 0;
  return { value, low: value - half, high: value + half };
}

function only({ strategies, values, ...rest }: Matched, names: readonly string[]): Matched {
  const columns = names.map((name) => values[strategies.indexOf(name)]);
  const missing = names.find((_, i) => columns[i] === undefined);
  if (missing !== undefined) throw new RangeError(`strategy: ${missing}, use one of ${strategies.join(", ")}`);
  return { ...rest, strategies: names, values: columns.flatMap((column) => (column ? [column] : [])) };
}

function columnOf({ dimensions }: Sampled, name: string): number {
  const column = dimensions.findIndex((dimension) => dimension.name === name);
  if (column < 0) throw new RangeError(`over: ${name}, use one of ${dimensions.map((one) => one.name).join(", ")}`);
  return column;
}

function rangeAt({ dimensions }: Sampled, column: number): Range {
  const dimension = dimensions[column];
  if (dimension?.kind !== "range") throw new RangeError(`over: ${dimension?.name ?? column} is a list, use a range`);
  return dimension;
}
