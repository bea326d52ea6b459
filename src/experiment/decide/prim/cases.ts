/** Which points are cases: those where a strategy does worse than another. */
import type { Matched } from "../../matched.ts";
import { contest, type Direction } from "../contest.ts";
import { pointMerits, type Sampled } from "../points.ts";
import type { Sample } from "./box.ts";

export interface BackfireOptions {
  readonly strategy: string;
  /** The baseline when absent. */
  readonly against?: string;
  readonly direction?: Direction;
  /** Worse by more than this, in the unit of the outcome. */
  readonly delta?: number;
}

/**
 * A case is a point where the strategy is worse than the other by more than delta on the mean of its trials. With few trials
 * a point luck makes cases of its own, which no box can hold: density then stays below 1. Points without a complete trial of
 * both are left out.
 * @throws RangeError for strategies that are not there or an outcome without direction
 */
export function backfires(matched: Matched, sampled: Sampled, options: BackfireOptions): Sample {
  const { strategy, against = matched.strategies[0] ?? "", delta = 0 } = options;
  const columns = [strategy, against].map((name) => matched.values[matched.strategies.indexOf(name)]);
  const [mine, theirs] = columns;
  if (!mine || !theirs)
    throw new RangeError(`strategies: ${strategy} and ${against}, use two of ${matched.strategies.join(", ")}`);
  const found = contest({ ...matched, strategies: [strategy, against], values: [mine, theirs] }, options.direction);
  const at = pointMerits(found, sampled);
  const [own, other] = at.means;
  return {
    dimensions: sampled.dimensions,
    points: Array.from(at.points, (point) => sampled.points[point] ?? new Float64Array(0)),
    cases: Uint8Array.from(at.points, (_, p) => Number((own?.[p] ?? 0) < (other?.[p] ?? 0) - delta)),
  };
}
