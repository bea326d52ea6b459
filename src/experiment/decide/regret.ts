/**
 * What is lost at each point of a design by having chosen another strategy than the best one there (Savage 1951, J. American
 * Statistical Association 46, 55-67), and how a strategy does over all of them.
 */
import seedrandom from "seedrandom";
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare } from "../stats/interval.ts";
import { quantile } from "../stats/quantile.ts";
import type { Estimate } from "../stats/running.ts";
import { contest, type Direction } from "./contest.ts";
import { meanOf } from "./pairs.ts";
import { type PointMerits, pointMerits, type Sampled } from "./points.ts";
import { REPLICATES } from "./resample.ts";

export interface RegretOptions {
  readonly seed: string;
  readonly direction?: Direction;
  /** A regret too small to care about, in the unit of the outcome. */
  readonly tolerance?: number;
  readonly confidence?: number;
  readonly replicates?: number;
}

export interface RegretRow {
  readonly strategy: string;
  /** Largest regret, and the point where it is (index into the points of the design). */
  readonly worst: number;
  readonly worstPoint: number;
  /** Share of redrawn luck in which its worst regret is the smallest of all; NaN where a point has one trial. */
  readonly minimax: number;
  /** Over points, with Student's interval. */
  readonly mean: Estimate;
  /** 90th percentile over points (type 7). */
  readonly p90: number;
  /** Share of points in which its regret is within the tolerance. */
  readonly robust: number;
}

export interface Regret {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
  readonly tolerance: number;
  readonly confidence: number;
  readonly trials: number;
  readonly dropped: number;
  readonly without: readonly string[];
  /** Points of the design that have a complete trial. */
  readonly points: Int32Array;
  /** The smallest worst regret first; equal ones in the order given. */
  readonly rows: readonly RegretRow[];
  /** `[strategy in the order given][position in points]`, 0 or more, in the unit of the outcome. */
  readonly regrets: readonly Float64Array[];
  readonly strategies: readonly string[];
  /**
   * Mean and worst regret that luck alone would show if all strategies were equal at every point with two trials or more:
   * the best of noisy means looks better than it is. NaN where every point has one trial.
   */
  readonly luck: { readonly mean: number; readonly worst: number };
}

const MOST = 0.9;

/**
 * @throws RangeError for a tolerance below 0 or an outcome without direction
 * @throws Error when the trials are not those of the design
 */
export function regret(matched: Matched, sampled: Sampled, options: RegretOptions): Regret {
  const { seed, tolerance = 0, confidence = 0.95, replicates = REPLICATES } = options;
  if (!(tolerance >= 0)) throw new RangeError(`tolerance: ${tolerance}, use 0 or more`);
  checkShare("confidence", confidence);
  const { outcome, period } = matched;
  const found = contest(matched, options.direction);
  const { direction, strategies, without, merit, trials, dropped } = found;
  const at = pointMerits(found, sampled);
  const regrets = fromBest(at.means);
  const redrawn = redraw(merit, at, replicates, `${seed}|luck|regret|${outcome.name}|${period.name}`);
  const rows = strategies.map((strategy, s): RegretRow => {
    const mine = regrets[s] ?? new Float64Array(0);
    const worst = largest(mine);
    return {
      strategy,
      worst,
      worstPoint: at.points[mine.indexOf(worst)] ?? -1,
      minimax: redrawn.minimax[s] ?? Number.NaN,
      mean: meanOf(mine, confidence),
      p90: quantile([...mine], MOST),
      robust: mine.length === 0 ? Number.NaN : mine.filter((one) => one <= tolerance).length / mine.length,
    };
  });
  rows.sort((a, b) => a.worst - b.worst || 0);
  const { points } = at;
  const { luck } = redrawn;
  return {
    outcome,
    period,
    direction,
    tolerance,
    confidence,
    trials: trials.length,
    dropped,
    without,
    points,
    rows,
    regrets,
    strategies,
    luck,
  };
}

/** Distance of each strategy to the best one at each point. */
function fromBest(means: readonly Float64Array[]): Float64Array[] {
  const best = Float64Array.from(means[0] ?? [], (_, p) =>
    means.reduce((most, column) => Math.max(most, column[p] as number), -Infinity),
  );
  return means.map((column) => column.map((value, p) => (best[p] as number) - value));
}

/** NaN for none. */
function largest(values: Float64Array): number {
  return values.length === 0 ? Number.NaN : values.reduce((most, one) => Math.max(most, one), 0);
}

interface Redrawn {
  readonly minimax: readonly number[];
  readonly luck: Regret["luck"];
}

/**
 * Luck redrawn by turning the sign of whole trials around the means of their points, the same for all strategies (the wild
 * bootstrap: Liu 1988, Annals of Statistics 16, 1696-1708), widened by m / (m - 1) for what m trials took for their own mean.
 */
function redraw(merit: readonly Float64Array[], at: PointMerits, replicates: number, seed: string): Redrawn {
  const { means, counts, of } = at;
  const several = Array.from(counts, (count, p) => (count > 1 ? p : -1)).filter((p) => p >= 0);
  const nothing = { minimax: means.map(() => Number.NaN), luck: { mean: Number.NaN, worst: Number.NaN } };
  if (several.length === 0) return nothing;
  const isEverywhere = several.length === counts.length;
  const random = seedrandom.alea(seed);
  const wins = means.map(() => 0);
  const luck = { mean: 0, worst: 0 };
  for (let replicate = 0; replicate < replicates; replicate++) {
    const noise = means.map(() => new Float64Array(counts.length));
    of.forEach((p, trial) => {
      const m = counts[p] as number;
      const turn = (random.int32() < 0 ? -1 : 1) * (m > 1 ? Math.sqrt(m / (m - 1)) / m : 0);
      noise.forEach((column, s) => {
        column[p] = (column[p] as number) + turn * ((merit[s]?.[trial] as number) - (means[s]?.[p] as number));
      });
    });
    const byLuck = fromBest(noise.map((column) => Float64Array.from(several, (p) => column[p] as number)));
    luck.mean += average(byLuck.map((one) => average(one))) / replicates;
    luck.worst += average(byLuck.map(largest)) / replicates;
    const worst = fromBest(means.map((column, s) => column.map((value, p) => value + (noise[s]?.[p] as number)))).map(largest);
    const smallest = Math.min(...worst);
    const ties = worst.filter((one) => one === smallest).length;
    worst.forEach((one, s) => {
      if (one === smallest) wins[s] = (wins[s] as number) + 1 / ties / replicates;
    });
  }
  return { minimax: isEverywhere ? wins : nothing.minimax, luck };
}

function average(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
