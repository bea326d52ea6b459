/**
 * What every comparison starts from: one outcome in one period, played under several strategies with the same luck.
 * A trial is one ecosystem at one point of the design with one seed; within a trial every strategy meets the same luck.
 */
import type { MetricColumn } from "../core/index.ts";

/** A span of recorded weeks over which an outcome is summed (flow), averaged (stock) or divided (ratio). */
export interface Period {
  /** As in tables: "1 year", "whole span", "2019". */
  readonly name: string;
  /** First week and the week after the last, counted from the start of the record. */
  readonly from: number;
  readonly to: number;
}

export interface Matched {
  readonly outcome: MetricColumn;
  readonly period: Period;
  /** Names of strategies, the baseline first. */
  readonly strategies: readonly string[];
  /** One array per strategy, one number per trial in the order of the plan; NaN where a run failed or has no value. */
  readonly values: readonly Float64Array[];
}
