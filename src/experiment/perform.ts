/** One run, from its content to its tables and its years: what a worker does, in any kind of worker. */
import { compile, type Ecosystem, type RunOptions, type RunSettings, type Strategy, simulate } from "../core/index.ts";
import type { Table } from "../core/table.ts";
import { replicateSeed } from "./replicate.ts";
import { type RunIdentity, runId } from "./run-identity.ts";
import { byYear, type Years } from "./yearly.ts";

/** What all replicates share. */
export interface Study {
  readonly ecosystem: Ecosystem;
  readonly strategy: Strategy;
  readonly settings: RunSettings;
  /** Version of the model. */
  readonly version: string;
}

export interface FinishedRun {
  readonly run: RunIdentity;
  readonly tables: readonly Table[];
  readonly years: Years;
  readonly outcome: Readonly<Record<string, number>>;
  /** Unsigned 32-bit hash over the final state. */
  readonly finalHash: number;
  /** After each week, when asked for. */
  readonly weeklyHashes?: Uint32Array;
}

/** @param replicate 1 or more */
export function identify(study: Study, replicate: number): RunIdentity {
  const seed = replicateSeed(study.settings.seed, replicate);
  return { runId: runId({ ...study, seed }), strategy: study.strategy.name, replicate, seed };
}

/** @throws Error when the model breaks one of its own rules */
export function perform(study: Study, run: RunIdentity, options: RunOptions = {}): FinishedRun {
  const { ecosystem, strategy, settings } = study;
  const result = simulate(compile(ecosystem, strategy, settings, run.seed), options);
  const series = result.tables.find(({ spec }) => spec.name === "timeseries");
  if (!series) throw new Error("a run left no time series");
  return { ...result, run, years: byYear(series) };
}
