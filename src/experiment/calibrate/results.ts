/** What the runs of a calibration come to: outcomes beside targets, implausibilities, misfits. */
import type { Readings } from "../readings.ts";
import { implausibility, meanOf, misfit, type Target } from "./misfit.ts";

/** By target, point and replicate; NaN where a run failed or has no value. */
export type Outcomes = readonly (readonly (readonly number[])[])[];

/** A point beside the targets. */
export interface Scored {
  /** Means over the replicates that have a value, in the order of the targets; NaN when none has, or when a run failed. */
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
    const ofPoint = targets.map((_, t) => outcomes[t]?.[point] ?? []);
    const means = hasFailure(ofPoint) ? targets.map(() => Number.NaN) : ofPoint.map(meanOf);
    const implausibilities = targets.map((target, t) => implausibility(means[t] as number, target, luck[t] as number));
    return { means, implausibilities, misfit: misfit(implausibilities, targets) };
  });
}

/** A run without a single value did not come to its end; one without boats in a year still has all other figures of that year. */
function hasFailure(ofPoint: readonly (readonly number[])[]): boolean {
  return (ofPoint[0] ?? []).some((_, replicate) => ofPoint.every((values) => Number.isNaN(values[replicate])));
}
