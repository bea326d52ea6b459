/** What a strategy really spent beside what it changed, against another strategy in the same trials. */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { fieller, type RatioSet } from "../stats/fieller.ts";
import { checkShare } from "../stats/interval.ts";
import type { Estimate } from "../stats/running.ts";
import { checkAligned, completeTrials, type Direction, directionOf, nameAt, valueAt } from "./contest.ts";
import { meanOf } from "./pairs.ts";
import { bootstrapMeans, REPLICATES } from "./resample.ts";

export interface SpendOptions {
  readonly seed: string;
  /** Of the outcome; needed where neither way is better in itself. */
  readonly direction?: Direction;
  /** The strategy to compare with; the baseline when absent. */
  readonly against?: string;
  readonly confidence?: number;
  readonly replicates?: number;
}

export interface SpendRow {
  readonly strategy: string;
  /** Realised spend of its own, in the unit of the cost. */
  readonly spend: Estimate;
  /** Spend above that of the other strategy, trial by trial. */
  readonly extra: Estimate;
  /** Improvement of the outcome over the other strategy: harm avoided, or good gained. */
  readonly gain: Estimate;
  /** extra / gain: cost of one unit gained, with the set that is not excluded. A ratio below 0 has no such meaning. */
  readonly perUnit: RatioSet;
  /** Share of resamples in which it is no worse in cost and outcome and better in one. */
  readonly dominates: number;
  /** Share of resamples in which the other strategy is. */
  readonly dominated: number;
}

export interface Spend {
  readonly cost: MetricColumn;
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly direction: Direction;
  readonly against: string;
  readonly confidence: number;
  readonly trials: number;
  readonly dropped: number;
  readonly without: readonly string[];
  readonly rows: readonly SpendRow[];
}

/**
 * @param cost realised spend of the trials of `matched`
 * @throws RangeError when `against` is no strategy with values, or the outcome has no direction
 */
export function spend(cost: Matched, matched: Matched, options: SpendOptions): Spend {
  const { seed, against = matched.strategies[0] ?? "", confidence = 0.95, replicates = REPLICATES } = options;
  checkShare("confidence", confidence);
  checkAligned([cost, matched]);
  const direction = directionOf(matched.outcome, options.direction);
  const { kept, without, trials, count } = completeTrials([cost, matched]);
  const other = kept.find((s) => nameAt(matched, s) === against);
  if (other === undefined) throw new RangeError(`against: ${against}, use a strategy that has values of spend and outcome`);
  const sign = direction === "up" ? 1 : -1;
  const rows = kept
    .filter((s) => s !== other)
    .map((s): SpendRow => {
      const extra = Float64Array.from(trials, (trial) => valueAt(cost, s, trial) - valueAt(cost, other, trial));
      const gain = Float64Array.from(trials, (trial) => sign * (valueAt(matched, s, trial) - valueAt(matched, other, trial)));
      const resampled = bootstrapMeans(
        [extra, gain],
        replicates,
        `${seed}|bootstrap|spend|${matched.outcome.name}|${matched.period.name}`,
      );
      return {
        strategy: nameAt(matched, s),
        spend: meanOf(
          Float64Array.from(trials, (trial) => valueAt(cost, s, trial)),
          confidence,
        ),
        extra: meanOf(extra, confidence),
        gain: meanOf(gain, confidence),
        perUnit: fieller(extra, gain, confidence),
        dominates: shareOf(resampled, (more, gained) => gained >= 0 && more <= 0 && (gained > 0 || more < 0)),
        dominated: shareOf(resampled, (more, gained) => gained <= 0 && more >= 0 && (gained < 0 || more > 0)),
      };
    });
  return {
    cost: cost.outcome,
    outcome: matched.outcome,
    period: matched.period,
    direction,
    against,
    confidence,
    trials: trials.length,
    dropped: count - trials.length,
    without,
    rows,
  };
}

function shareOf(resampled: readonly Float64Array[], holds: (extra: number, gain: number) => boolean): number {
  const [extra = new Float64Array(0), gain = new Float64Array(0)] = resampled;
  if (extra.length === 0) return Number.NaN;
  let count = 0;
  extra.forEach((more, replicate) => {
    if (holds(more, gain[replicate] as number)) count++;
  });
  return count / extra.length;
}
