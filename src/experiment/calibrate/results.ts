/** What the runs of a calibration come to: outcomes beside targets, implausibilities, misfits. */
import type { Readings } from "../readings.ts";
import { implausibility, meanOf, misfit, type Target } from "./misfit.ts";

/** By target, point and replicate; NaN where a run failed or has no value. */
export type Outcomes = readonly (readonly (readonly number[])[])[];

/** A point beside the targets. */
export interface Scored {
  /** Means over the replicates, in the order of the targets. */
  readonly means: readonly number[];
  readonly implausibilities: readonly number[];
  readonly misfit: number;
}

/** @throws RangeError for a target that the runs do not hold */
export function outcomesOf(readings: Readings, targets: readonly Target[]): Outcomes {
  const { plan, replicates } = readings;
  return targets.map(({ metric, year }) => {
    const [matched] = readings.matched({ ecosystem: 0 }, [metric], [String(year)]);
    const all = matched?.values[0] ?? new Float64Array();
    return plan.points.map((_, point) => [...all.subarray(point * replicates, (point + 1) * replicates)]);
  });
}

/** @param luck of each target, so that all waves are measured by one measure */
export function scored(outcomes: Outcomes, targets: readonly Target[], luck: readonly number[]): Scored[] {
  const points = outcomes[0]?.length ?? 0;
  return Array.from({ length: points }, (_, point) => {
    const means = targets.map((_, t) => meanOf(outcomes[t]?.[point] ?? []));
    const implausibilities = targets.map((target, t) => implausibility(means[t] as number, target, luck[t] as number));
    return { means, implausibilities, misfit: misfit(implausibilities, targets) };
  });
}
