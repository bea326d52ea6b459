/**
 * What a choice between strategies starts from: the trials in which every strategy has a value, turned so that more is
 * better. A trial that one strategy lacks is left out for all, so that no strategy is judged on luck of its own.
 */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched } from "../matched.ts";
import type { Estimate } from "../stats/running.ts";

export type Direction = "up" | "down";

export interface Contest {
  readonly direction: Direction;
  /** 1 or -1: value x sign = merit, of which more is better. */
  readonly sign: number;
  /** Those with a value in at least one trial, in the order given. */
  readonly strategies: readonly string[];
  /** Those without any value: nothing can be said of them. */
  readonly without: readonly string[];
  /** One array per strategy, one number per complete trial. */
  readonly merit: readonly Float64Array[];
  /** Which trials are complete: indices into the trials of the matched values. */
  readonly trials: Int32Array;
  /** Trials left out because a strategy has no value there. */
  readonly dropped: number;
}

/** @throws RangeError when neither way is better and none is given */
export function directionOf(outcome: MetricColumn, given?: Direction): Direction {
  if (given) return given;
  if (outcome.better === "neither") {
    throw new RangeError(`${outcome.name}: neither more nor less of it is better in itself; say which way, up or down`);
  }
  return outcome.better;
}

/** @throws RangeError as `directionOf` */
export function contest(matched: Matched, given?: Direction): Contest {
  const direction = directionOf(matched.outcome, given);
  const sign = direction === "up" ? 1 : -1;
  const { kept, without, trials, count } = completeTrials([matched]);
  const merit = kept.map((s) => Float64Array.from(trials, (trial) => sign * valueAt(matched, s, trial)));
  const strategies = kept.map((s) => nameAt(matched, s));
  return { direction, sign, strategies, without, merit, trials, dropped: count - trials.length };
}

interface Complete {
  /** Indices of strategies that have a value of every outcome in some trial. */
  readonly kept: readonly number[];
  readonly without: readonly string[];
  readonly trials: Int32Array;
  readonly count: number;
}

/** Trials in which each of the strategies has a value of each of the outcomes. Outcomes of the same plan. */
export function completeTrials(outcomes: readonly Matched[]): Complete {
  const strategies = outcomes[0]?.strategies ?? [];
  const count = outcomes[0]?.values[0]?.length ?? 0;
  const hasAll = (s: number, trial: number) => outcomes.every((one) => !Number.isNaN(valueAt(one, s, trial)));
  const all = Array.from({ length: count }, (_, trial) => trial);
  const kept = strategies.map((_, s) => s).filter((s) => all.some((trial) => hasAll(s, trial)));
  const trials = Int32Array.from(all.filter((trial) => kept.length > 0 && kept.every((s) => hasAll(s, trial))));
  return { kept, without: strategies.filter((_, s) => !kept.includes(s)), trials, count };
}

/** @throws Error when the outcomes are not of the same strategies and trials */
export function checkAligned(outcomes: readonly Matched[]): void {
  const [first, ...rest] = outcomes;
  const shape = ({ strategies, values }: Matched) => JSON.stringify([strategies, values.map(({ length }) => length)]);
  const other = rest.find((one) => first && shape(one) !== shape(first));
  if (first && other) throw new Error(`${other.outcome.name} is not of the same strategies and trials as ${first.outcome.name}`);
}

export function valueAt({ values }: Matched, strategy: number, trial: number): number {
  return values[strategy]?.[trial] ?? Number.NaN;
}

export function nameAt({ strategies }: Matched, strategy: number): string {
  return strategies[strategy] ?? "";
}

/** A difference of merit as a difference of the outcome, and back. */
export function turned({ mean, low, high, n }: Estimate, sign: number): Estimate {
  return sign > 0 ? { mean, low, high, n } : { mean: minus(mean), low: minus(high), high: minus(low), n };
}

/** Without the negative zero, which a table would show as -0. */
function minus(x: number): number {
  return 0 - x;
}
