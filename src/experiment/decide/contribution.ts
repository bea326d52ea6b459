/**
 * How much each part of the difference between two strategies contributes to the difference of an outcome: Shapley's value
 * (1953, Contributions to the Theory of Games II, 307-317), the mean over all orders of exchanging the parts of what the
 * outcome changes when a part is exchanged. The contributions add up to the whole difference, whatever the parts do together.
 */
import type { MetricColumn } from "../../core/index.ts";
import type { Matched, Period } from "../matched.ts";
import { checkShare } from "../stats/interval.ts";
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";
import { studentQuantile } from "../stats/student.ts";
import { completeTrials, valueAt } from "./contest.ts";
import { everyPart, masksAlong, type SubsetPlan } from "./subsets.ts";

export interface Contribution {
  readonly part: string;
  /** Its share of the difference, in the unit of the outcome; the interval counts trials and, where orders are sampled, orders. */
  readonly value: Estimate;
  /** Exchanged alone; and exchanged last, when all others are. The two differ where parts work together. */
  readonly alone: Estimate;
  readonly last: Estimate;
}

export interface Contributions {
  readonly outcome: MetricColumn;
  readonly period: Period;
  readonly confidence: number;
  readonly trials: number;
  readonly dropped: number;
  /** Every mixture was played: without it the intervals count that orders were sampled. */
  readonly exact: boolean;
  /** Second strategy minus the first. */
  readonly total: Estimate;
  /** What the parts do together beyond what each does alone: total minus the sum of `alone`. */
  readonly together: Estimate;
  /** In the order of the parts. */
  readonly rows: readonly Contribution[];
}

/** What was split, between which two strategies. */
export interface SplitBetween {
  readonly from: string;
  readonly to: string;
  readonly contributions: Contributions;
}

/**
 * @param matched one strategy for each mixture of the plan, in the order of its masks, in trials with the same luck. A trial
 * without a value of one mixture is left out.
 * @param parts names, in the order of the bits
 * @throws Error when the mixtures or parts are not those of the plan
 */
export function shapley(matched: Matched, plan: SubsetPlan, parts: readonly string[], confidence = 0.95): Contributions {
  checkShare("confidence", confidence);
  if (parts.length !== plan.parts) throw new Error(`${parts.length} names for ${plan.parts} parts`);
  if (matched.values.length !== plan.masks.length) {
    throw new Error(`${matched.values.length} mixtures with values, ${plan.masks.length} in the plan`);
  }
  const { trials, count, without } = completeTrials([matched]);
  const complete = without.length > 0 ? new Int32Array(0) : trials;
  const rowOf = new Map(plan.masks.map((mask, row) => [mask, row]));
  const value = (mask: number, trial: number) => valueAt(matched, rowOf.get(mask) ?? -1, trial);
  const all = everyPart(plan.parts);
  const over = (each: (trial: number) => number): Estimate => {
    const sum = running();
    for (const trial of complete) addTo(sum, each(trial));
    return estimate(sum, confidence);
  };
  const weights = plan.orders.length === 0 ? exactWeights(plan.parts) : [];
  const rows = parts.map((part, bit): Contribution => {
    const ofTrial = (trial: number) =>
      plan.orders.length === 0
        ? exactShare(bit, plan, weights, (mask) => value(mask, trial))
        : mean(plan.orders.map((order) => stepOf(bit, order, (mask) => value(mask, trial))));
    return {
      part,
      value: withOrders(
        over(ofTrial),
        plan,
        bit,
        (mask) => mean(Array.from(complete, (trial) => value(mask, trial))),
        confidence,
      ),
      alone: over((trial) => value(1 << bit, trial) - value(0, trial)),
      last: over((trial) => value(all, trial) - value(all & ~(1 << bit), trial)),
    };
  });
  return {
    outcome: matched.outcome,
    period: matched.period,
    confidence,
    trials: complete.length,
    dropped: count - complete.length,
    exact: plan.orders.length === 0,
    total: over((trial) => value(all, trial) - value(0, trial)),
    together: over((trial) => {
      const alone = parts.reduce((sum, _, bit) => sum + value(1 << bit, trial) - value(0, trial), 0);
      return value(all, trial) - value(0, trial) - alone;
    }),
    rows,
  };
}

/** `[size]`: share of all orders in which given `size` parts come before another and the rest after it. */
function exactWeights(parts: number): number[] {
  const weights = [1 / parts];
  for (let size = 1; size < parts; size++) weights.push(((weights[size - 1] as number) * size) / (parts - size));
  return weights;
}

function exactShare(bit: number, { masks }: SubsetPlan, weights: readonly number[], value: (mask: number) => number): number {
  let sum = 0;
  for (const mask of masks) {
    if (mask & (1 << bit)) continue;
    sum += (weights[bitsOf(mask)] as number) * (value(mask | (1 << bit)) - value(mask));
  }
  return sum;
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** What changes when a part is exchanged in an order. */
function stepOf(bit: number, order: readonly number[], value: (mask: number) => number): number {
  const along = masksAlong(order);
  const place = order.indexOf(bit);
  return value(along[place + 1] ?? 0) - value(along[place] ?? 0);
}

/**
 * Widened by what the sample of orders leaves open: the spread between pairs of an order and its reverse. With one pair that
 * is not known, and there is no interval.
 */
function withOrders(
  found: Estimate,
  plan: SubsetPlan,
  bit: number,
  value: (mask: number) => number,
  confidence: number,
): Estimate {
  if (plan.orders.length === 0) return found;
  const pairs = running();
  for (let i = 0; i + 1 < plan.orders.length; i += 2) {
    addTo(pairs, mean([i, i + 1].map((k) => stepOf(bit, plan.orders[k] ?? [], value))));
  }
  if (pairs.n < 2) return { ...found, low: Number.NaN, high: Number.NaN };
  const byOrders = studentQuantile((1 + confidence) / 2, pairs.n - 1) * Math.sqrt(pairs.squares / (pairs.n - 1) / pairs.n);
  const byTrials = found.high - found.mean;
  const half = Math.sqrt(byOrders * byOrders + byTrials * byTrials);
  return { ...found, low: found.mean - half, high: found.mean + half };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
