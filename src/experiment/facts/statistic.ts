/** The contract of the catalogue of statistics: a number of each run, or of each pair of runs, from what a sweep keeps. */
import type { z } from "zod";
import type { Entry } from "../../core/index.ts";
import type { Matched } from "../matched.ts";

export interface Statistic<P = unknown> extends Entry {
  /** Includes `kind`; strict. */
  readonly params: z.ZodObject;
  /** Strategies that have to be played beside the baseline. */
  arms(params: P): readonly string[];
  /** Outcomes of which every week is needed. */
  weekly(params: P): readonly string[];
  /** One number for each replicate, NaN where it has none; or why there are none, in words. */
  values(of: Subject, params: P): Float64Array | string;
}

/** What a statistic may read of a sweep. */
export interface Subject {
  /** Names of the outcomes that were kept. */
  readonly outcomes: readonly string[];
  /** Real persons per simulated migrant. */
  readonly scale: number;
  /** First day of each recorded week. */
  readonly dates: readonly string[];
  /** Every week of an outcome, replicate by replicate. @param strategy without policy when absent */
  weekly(outcome: string, strategy?: string): readonly Float64Array[];
  /** An outcome in a period under all strategies, the baseline first; or why it is not there. */
  matched(outcome: string, period: string): Matched | string;
}

/** An entry of the catalogue, with its parameters known to itself only. */
export function statistic<S extends z.ZodObject>(entry: Statistic<z.output<S>> & { readonly params: S }): Statistic {
  return entry as Statistic;
}

export function valuesOf({ strategies, values }: Matched, name: string): Float64Array {
  return values[strategies.indexOf(name)] ?? new Float64Array();
}
