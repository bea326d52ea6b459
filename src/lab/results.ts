/** What the engine has said so far, by run and replicate, and what may be shown of it. */
import type { MetricColumn } from "../core/index.ts";
import { type Measured, measure } from "../experiment/compare/effect.ts";
import { type Adjusted, adjust } from "../experiment/compare/judge.ts";
import { quantile } from "../experiment/stats/quantile.ts";
import { BASELINE, type FromEngine, type PeriodValues } from "./protocol.ts";

type Done = Extract<FromEngine, { type: "done" }>;

export interface RunResultView {
  /** Changes when another scenario is played. */
  readonly key: string;
  /** Outcomes by window; a row for each window that has been played. */
  readonly windows: Float64Array[];
  /** How much of it has been played; all when it is done. */
  share: number;
  done?: Done;
  failed?: string;
}

/** By run, then by replicate. */
export type Results = Map<number, Map<number, RunResultView>>;

/** Takes in a message about a run. */
export function take(results: Results, message: FromEngine): void {
  if (!("replicate" in message)) return;
  const { run, replicate, key } = message;
  const ofRun = results.get(run) ?? new Map<number, RunResultView>();
  results.set(run, ofRun);
  const known = ofRun.get(replicate);
  const view = known?.key === key ? known : { key, windows: [], share: 0 };
  ofRun.set(replicate, view);
  if (message.type === "reached") view.share = message.share;
  if (message.type === "windows") {
    const { first, values } = message;
    view.windows.length = Math.min(view.windows.length, first);
    const width = message.width;
    for (let at = 0; at < values.length; at += width) view.windows.push(values.subarray(at, at + width));
  }
  if (message.type === "done") {
    view.done = message;
    view.share = 1;
  }
  if (message.type === "failed") view.failed = message.message;
}

export interface Band {
  /** One for each window: mean of the runs, and the middle nine tenths of them. NaN for missing. */
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly runs: number;
}

export const INNER = 0.9;

/** @param series of each run, NaN for missing; a run that is not finished may be shorter @param windows how many there are in all */
export function bandOf(series: readonly Float64Array[], windows: number): Band {
  const [mean, low, high] = [0, 0, 0].map(() => new Float64Array(windows).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let w = 0; w < windows; w++) {
    const values = series.flatMap((one) => (w < one.length && !Number.isNaN(one[w]) ? [one[w] as number] : []));
    if (values.length === 0) continue;
    values.sort((a, b) => a - b);
    mean[w] = values.reduce((sum, value) => sum + value, 0) / values.length;
    low[w] = quantile(values, (1 - INNER) / 2);
    high[w] = quantile(values, (1 + INNER) / 2);
  }
  return { mean, low, high, runs: series.length };
}

/** Mean of the windows of a year up to each; of those there are, before a year has passed. */
export function smooth(values: Float64Array, span: number): Float64Array {
  const smoothed = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < values.length; i++) {
    let sum = 0;
    let count = 0;
    for (let j = Math.max(0, i - span + 1); j <= i; j++) {
      const value = values[j] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    if (count > 0) smoothed[i] = sum / count;
  }
  return smoothed;
}

/** Runs of one slot that are worth drawing: all that are finished, or the first on its way. */
export function shownRuns(ofRun: Map<number, RunResultView> | undefined): RunResultView[] {
  if (!ofRun) return [];
  const finished = [...ofRun.values()].filter(({ done }) => done !== undefined);
  const first = ofRun.get(1);
  return finished.length > 0 && (first === undefined || first.done) ? finished : first ? [first] : [];
}

/** How many runs of each slot are finished, as a text that changes when one more is. */
export function finishedIn(results: Results): string {
  return [...results].map(([run, of]) => `${run}:${[...of.values()].filter(({ done }) => done).length}`).join();
}

/** Values of one column over windows. */
export function columnOf({ windows }: RunResultView, column: number): Float64Array {
  return Float64Array.from(windows, (row) => row[column] as number);
}

export type SlotEffect = Measured & Adjusted & { readonly run: number };

/** Pairs of finished runs, and what they say of each outcome and period; empty below two pairs. */
export function effectsOf(
  results: Results,
  slots: readonly { readonly run: number; readonly label: string }[],
  columns: readonly MetricColumn[],
): SlotEffect[] {
  const base = results.get(BASELINE);
  if (!base) return [];
  const rows = slots.flatMap(({ run, label }) => {
    const pairs = [...(results.get(run) ?? [])].flatMap(([replicate, { done }]) => {
      const other = base.get(replicate)?.done;
      return done && other ? [{ base: valuesBy(other.periods), own: valuesBy(done.periods), periods: done.periods }] : [];
    });
    const [first] = pairs;
    if (!first) return [];
    return first.periods.flatMap(({ outcome: name, period }) => {
      const outcome = columns.find((column) => column.name === name);
      if (!outcome) return [];
      const of = (side: "base" | "own") => Float64Array.from(pairs, (pair) => pair[side].get(`${name}/${period}`) ?? Number.NaN);
      const matched = {
        outcome,
        period: { name: period, from: 0, to: 0 },
        strategies: ["", label],
        values: [of("base"), of("own")],
      };
      return measure(matched).map((row) => ({ ...row, run }));
    });
  });
  return adjust(rows);
}

function valuesBy(periods: readonly PeriodValues[]): ReadonlyMap<string, number> {
  return new Map(periods.map(({ outcome, period, value }) => [`${outcome}/${period}`, value]));
}
