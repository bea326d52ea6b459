/** What analyses read of a finished sweep. */
import type { Matched } from "./matched.ts";
import type { Plan } from "./plan.ts";
import type { TrialSpecs } from "./trial-specs.ts";

export interface Place {
  /** Number in the plan. */
  readonly ecosystem: number;
  /** Number in the plan; all points, one trial after the other, when absent. */
  readonly point?: number;
}

export interface Readings {
  readonly plan: Plan;
  readonly specs: TrialSpecs;
  /** Replicates of each point that belong to the result: fewer than planned when they went on until enough was known. */
  readonly replicates: number;
  /** Outcome after outcome, period after period; the baseline first. @throws RangeError for an outcome or period that was not kept */
  matched(place: Place, outcomes: readonly string[], periods: readonly string[]): Matched[];
  /** Every week of an outcome of `record.weekly`: one array per trial, for the baseline and the others; NaN when a run failed. */
  weekly(
    place: Place,
    outcome: string,
  ): { readonly strategies: readonly string[]; readonly values: readonly (readonly Float64Array[])[] };
  /** Decompositions of the pairs of a strategy, without those that failed. */
  splits(place: Place, strategy: string): readonly Float64Array[];
  /** Of each pair: the recorded week in which it first differs (-1: never), whether it was allowed to, whether by the whole state. */
  identities(
    place: Place,
    strategy: string,
  ): readonly { readonly diverged: number; readonly holds: boolean; readonly isState: boolean }[];
  /** Recorded week of the last listing in each trial; NaN without one. */
  lastListing(place: Place, strategy: string): readonly number[];
}

/** Numbers of strategies, the baseline first. */
export function baselineFirst({ strategies, baseline }: Plan): number[] {
  const all = strategies.map((_, i) => i);
  return [...all.filter((i) => strategies[i]?.name === baseline), ...all.filter((i) => strategies[i]?.name !== baseline)];
}
