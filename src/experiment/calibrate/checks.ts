/** Posterior predictive checks: what the accepted sets say of each figure with luck that was not fitted to. */
import type { Calibrated } from "./calibration.ts";
import { meanOf, type Target } from "./misfit.ts";
import { credible, type Interval, weightedMean } from "./posterior.ts";

export interface Check extends Interval {
  readonly target: Target;
  /** False for figures that were held out. */
  readonly isFitted: boolean;
  readonly mean: number;
  /** Share of the ensemble whose runs lie within the band of the figure. */
  readonly within: number;
  /** Whether the mean of the ensemble lies within that band. */
  readonly isInside: boolean;
  /** Whether the figure lies within the interval of the ensemble. */
  readonly isCovered: boolean;
  /** Of the defaults, with the same luck. */
  readonly defaults: number;
}

/** Fitted figures first. */
export function checksOf({ plan, checked }: Calibrated): Check[] {
  const { shares } = checked;
  return [...plan.targets, ...plan.held].map((target, t) => {
    const [ofDefaults = [], ...ofSets] = (checked.outcomes[t] ?? []).map((runs) => [...runs]);
    const values = ofSets.map(meanOf);
    const interval = credible(values, shares);
    const mean = weightedMean(values, shares);
    const isIn = (value: number) => value >= target.low && value <= target.high;
    return {
      ...interval,
      ...{ target, mean, isFitted: t < plan.targets.length, isInside: isIn(mean), defaults: meanOf(ofDefaults) },
      within: values.reduce((sum, value, i) => sum + (isIn(value) ? (shares[i] as number) : 0), 0),
      isCovered: interval.low <= target.value && target.value <= interval.high,
    };
  });
}
