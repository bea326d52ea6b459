import type { MetricColumn } from "../core/index.ts";
import type { Interval } from "./stats/interval.ts";
import type { Estimate } from "./stats/running.ts";

/**
 * An interval of a level without what the outcome cannot be: fewer than no arrivals, more than all. It covers as often as before,
 * because what it covers is possible.
 */
export function possible<E extends Estimate>({ signed, unit }: MetricColumn, estimate: E): E {
  if (signed) return estimate;
  const most = unit === "share" ? 1 : Number.POSITIVE_INFINITY;
  return { ...estimate, low: Math.max(0, estimate.low), high: Math.min(most, estimate.high) };
}

/** The interval of a relative change of a level, which takes off no more than all of what cannot fall below nothing. */
export function possibleChange<I extends Interval>({ signed }: MetricColumn, change: I): I {
  return signed ? change : { ...change, low: Math.max(-1, change.low) };
}
