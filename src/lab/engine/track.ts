/** One run on its way: played in slices, from the start or from where another run was still the same. */
import {
  begin,
  type Ecosystem,
  type MetricColumn,
  type Model,
  type Recording,
  type Run,
  type RunSettings,
  type Strategy,
} from "../../core/index.ts";
import type { Table } from "../../core/table.ts";
import { firstDifferentDate } from "../../experiment/pair.ts";
import { weekOf } from "../../experiment/periods.ts";
import { dateAt, FIRST_PLACE, scaleOf } from "../timeline-scale.ts";
import { joined } from "./joined.ts";
import { windowSums } from "./windows.ts";

/** What all runs of a world have in common. */
export interface Setting {
  readonly ecosystem: Ecosystem;
  readonly settings: RunSettings;
  readonly recording: Recording;
  readonly drawn: readonly MetricColumn[];
  /** First day of each recorded week. */
  readonly dates: readonly string[];
}

export interface Track {
  readonly strategy: Strategy;
  readonly model: Model;
  /** Outcomes by window, in the order of the drawn columns. */
  readonly windows: Float64Array[];
  /** Date from which it was played; undefined when from the start. */
  readonly forkedAt: string | undefined;
  readonly isDone: boolean;
  /** How much of it has been played, the warm-up and what it took over included. */
  readonly share: number;
  /** Of a run that is done. */
  readonly hash: number;
  /** Tables of the whole run, once it is done. */
  readonly tables: readonly Table[];
  /** States at starts of windows, to go on from. */
  readonly kept: ReadonlyMap<number, Run>;
  /** Plays until the clock says stop or the end is reached. */
  advance(isTime: () => boolean): void;
  /** Gives up kept states but for those at multiples of so many windows. */
  thin(every: number): void;
  /** Gives up what only other runs and questions need. @param names of tables that stay */
  slim(names: readonly string[]): void;
}

export interface TrackOptions {
  /** Windows between states that are kept; none when 0. */
  readonly keepEvery: number;
  /** Windows at whose start the state is kept besides. */
  readonly keepAt: readonly number[];
  /** Runs that are done, from which this one may be taken up. */
  readonly sources: readonly Track[];
}

export function startTrack(setting: Setting, model: Model, strategy: Strategy, options: TrackOptions): Track {
  const { recording, settings, drawn } = setting;
  const taken = takenUp(setting, strategy, options.sources);
  const run = taken ? taken.state.fork(model) : begin(model, { recording });
  const first = taken?.window ?? 0;
  const windows: Float64Array[] = taken ? taken.from.windows.slice(0, first) : [];
  const prefix = taken?.from.tables ?? [];
  const forkedAt = taken && setting.dates[first * settings.recordWeeks];
  // Up to where it was taken up, the states of the other run are its own.
  const kept = new Map([...(taken?.from.kept ?? [])].filter(([window]) => window <= first));
  const sums = windowSums(recording.columns, drawn);
  let tables: readonly Table[] = [];
  let hash = 0;
  let isDone = false;
  const isKept = (window: number): boolean =>
    options.keepAt.includes(window) || (options.keepEvery > 0 && window % options.keepEvery === 0);

  return {
    strategy,
    model,
    windows,
    forkedAt,
    kept,
    get isDone() {
      return isDone;
    },
    get share() {
      return run.week / model.calendar.weeks;
    },
    get hash() {
      return hash;
    },
    get tables() {
      return tables;
    },
    advance(isTime) {
      while (!run.isOver && isTime()) {
        const week = run.week - model.warmupWeeks;
        const isStart = week >= 0 && week % settings.recordWeeks === 0;
        if (isStart && isKept(week / settings.recordWeeks) && !kept.has(week / settings.recordWeeks)) {
          kept.set(week / settings.recordWeeks, run.fork(model));
        }
        run.advance();
        if (week < 0) continue;
        sums.add(run.measured);
        if ((week + 1) % settings.recordWeeks === 0 || run.isOver) windows.push(sums.close());
      }
      if (!run.isOver || isDone) return;
      const result = run.finish();
      // What the other run no longer has is not wanted of this one either.
      tables = result.tables.flatMap((table) => {
        if (forkedAt === undefined) return [table];
        const before = prefix.find(({ spec }) => spec.name === table.spec.name);
        return before ? [joined(before, table, forkedAt)] : [];
      });
      hash = result.finalHash;
      isDone = true;
    },
    thin(every) {
      for (const window of kept.keys()) if (window % every !== 0) kept.delete(window);
    },
    slim(names) {
      tables = tables.filter(({ spec }) => names.includes(spec.name));
    },
  };
}

/** The state furthest on in which a run under this strategy would be in the same state as one that is done. */
function takenUp({ dates, settings }: Setting, strategy: Strategy, sources: readonly Track[]) {
  let best: { readonly from: Track; readonly window: number; readonly state: Run } | undefined;
  for (const from of sources) {
    const date = firstDifferentDate(from.strategy, strategy);
    if (date !== undefined && date < (dates[0] ?? "")) continue;
    const last = Math.floor((date === undefined ? dates.length - 1 : weekOf(date, dates)) / settings.recordWeeks);
    for (const [window, state] of from.kept) {
      if (window <= last && window > (best?.window ?? -1)) best = { from, window, state };
    }
  }
  return best;
}

/** Window in which two strategies first differ; undefined when that is before the record. */
export function firstDifferentWindow({ dates, settings }: Setting, a: Strategy, b: Strategy): number | undefined {
  const date = firstDifferentDate(a, b);
  if (date === undefined || date < (dates[0] ?? "")) return undefined;
  return Math.floor(weekOf(date, dates) / settings.recordWeeks);
}

/**
 * Windows from which the next change will most likely differ: the start of an instrument, when a number of it is changed or it is
 * moved to a later date; the window before, when it is moved to an earlier one; and where a new one is put.
 */
export function likelyChanges({ dates, settings, ecosystem }: Setting, strategy: Strategy): number[] {
  const first = dates[0] ?? "";
  const windowOf = (date: string): number => Math.floor(weekOf(date, dates) / settings.recordWeeks);
  const starts = Object.values(strategy.instruments)
    .map(({ start }) => String(start))
    .filter((date) => date >= first)
    .map(windowOf);
  const placed = windowOf(dateAt(scaleOf(first, settings.end ?? ecosystem.end), FIRST_PLACE));
  return [...new Set([...starts, ...starts.map((window) => Math.max(0, window - 1)), placed])];
}
