/**
 * Several outcomes at once, such as harms and realised spend: which strategies nobody beats in everything, and how sure
 * that is. An outcome is turned so that more is better; all come from the same trials.
 */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare } from "../stats/interval.ts";
import type { Estimate } from "../stats/running.ts";
import { checkAligned, completeTrials, type Direction, directionOf, nameAt, turned, valueAt } from "./contest.ts";
import { meanOf } from "./pairs.ts";
import { bootstrapMeans, REPLICATES } from "./resample.ts";

/** An outcome to do well in. All goals of a question come from one plan: the same strategies and trials in one order. */
export interface Goal {
  readonly matched: Matched;
  /** Needed where neither way is better in itself. */
  readonly direction?: Direction;
}

export interface ParetoOptions {
  readonly seed: string;
  readonly confidence?: number;
  readonly replicates?: number;
}

export interface ParetoStrategy {
  readonly strategy: string;
  /** One per goal, in its unit. */
  readonly means: readonly Estimate[];
  /** On the means no other strategy is as good in every goal and better in one. */
  readonly member: boolean;
  /** Share of resamples of trials in which that is so. */
  readonly membership: number;
  /** Those who beat it on the means. */
  readonly dominatedBy: readonly string[];
  /** The strategy that beats it in most resamples, and the share of them; undefined when none ever does. */
  readonly rival: { readonly strategy: string; readonly probability: number } | undefined;
}

export interface ParetoSet {
  readonly goals: readonly { readonly outcome: MetricColumn; readonly period: Period; readonly direction: Direction }[];
  readonly trials: number;
  readonly dropped: number;
  readonly without: readonly string[];
  /** In the order given. */
  readonly rows: readonly ParetoStrategy[];
  /** `[a][b]`: share of resamples in which a is as good as b in every goal and better in one. */
  readonly dominance: readonly (readonly number[])[];
}

/**
 * Dominance on noisy means: resampled trials keep the luck that strategies and goals have in common.
 * @throws Error when the goals are not of the same strategies and trials
 * @throws RangeError for an outcome without direction
 */
export function paretoSet(
  goals: readonly Goal[],
  { seed, confidence = 0.95, replicates = REPLICATES }: ParetoOptions,
): ParetoSet {
  checkShare("confidence", confidence);
  const outcomes = goals.map(({ matched }) => matched);
  checkAligned(outcomes);
  const directions = goals.map(({ matched, direction }) => directionOf(matched.outcome, direction));
  const { kept, without, trials, count } = completeTrials(outcomes);
  const merit = goals.map(({ matched }, g) =>
    kept.map((s) => Float64Array.from(trials, (trial) => signOf(directions[g]) * valueAt(matched, s, trial))),
  );
  // All goals of all strategies in one bootstrap, so that every one sees the same trials.
  const resampled = bootstrapMeans(merit.flat(), replicates, `${seed}|bootstrap|pareto|${outcomes.map(nameOf).join("|")}`);
  const at = (goal: number, s: number) => resampled[goal * kept.length + s] ?? new Float64Array(0);
  const dominance = kept.map((_, a) =>
    kept.map((_, b) =>
      share(replicates, trials.length, (r) => beats(goals.length, (g) => (at(g, a)[r] ?? 0) - (at(g, b)[r] ?? 0))),
    ),
  );
  const estimates = merit.map((columns) => columns.map((column) => meanOf(column, confidence)));
  const strategies = kept.map((s) => nameAt(outcomes[0] as Matched, s));
  const dominatedBy = strategies.map((_, b) =>
    strategies.filter((_, a) => beats(goals.length, (g) => (estimates[g]?.[a]?.mean ?? 0) - (estimates[g]?.[b]?.mean ?? 0))),
  );
  const rows = strategies.map((strategy, b): ParetoStrategy => {
    const isFree = (r: number) => !strategies.some((_, a) => beats(goals.length, (g) => (at(g, a)[r] ?? 0) - (at(g, b)[r] ?? 0)));
    return {
      strategy,
      means: estimates.map((columns, g) => turned(columns[b] as Estimate, signOf(directions[g]))),
      member: dominatedBy[b]?.length === 0,
      membership: share(replicates, trials.length, isFree),
      dominatedBy: dominatedBy[b] ?? [],
      rival: strongest(strategies.map((name, a) => ({ strategy: name, probability: dominance[a]?.[b] ?? 0 }))),
    };
  });
  return {
    goals: outcomes.map(({ outcome, period }, g) => ({ outcome, period, direction: directions[g] as Direction })),
    trials: trials.length,
    dropped: count - trials.length,
    without,
    rows,
    dominance,
  };
}

const nameOf = ({ outcome, period }: Matched) => `${outcome.name}|${period.name}`;
const signOf = (direction: Direction | undefined) => (direction === "up" ? 1 : -1);

/** As good in every goal and better in one; `lead` is the difference of merit in a goal. */
function beats(goals: number, lead: (goal: number) => number): boolean {
  let isBetter = false;
  for (let goal = 0; goal < goals; goal++) {
    const by = lead(goal);
    if (!(by >= 0)) return false;
    isBetter ||= by > 0;
  }
  return isBetter;
}

/** Share of replicates with a property; NaN when there are no trials to resample. */
function share(replicates: number, trials: number, has: (replicate: number) => boolean): number {
  if (trials === 0) return Number.NaN;
  let count = 0;
  for (let replicate = 0; replicate < replicates; replicate++) if (has(replicate)) count++;
  return count / replicates;
}

function strongest(rivals: readonly { strategy: string; probability: number }[]): ParetoStrategy["rival"] {
  const best = rivals.reduce((a, b) => (b.probability > a.probability ? b : a), { strategy: "", probability: 0 });
  return best.probability > 0 ? best : undefined;
}
