/** What an experiment will cost, before it runs. */
import { compile, type RunSettings, simulate } from "../core/index.ts";
import type { TableSpec } from "../core/table.ts";
import type { Plan } from "./plan.ts";
import { readInterval } from "./schema.ts";
import { trialSpecs } from "./trial-specs.ts";
import { calendarYears } from "./yearly.ts";

export interface Estimate {
  readonly points: number;
  readonly runs: number;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
  /** Seconds that one run takes on one core. */
  readonly secondsPerRun: number;
  /** On the disk at most: while the tables are put together, the rows are there twice. */
  readonly bytes: number;
}

/** A number with its comma; measured on results: names, dates and short numbers among long ones. */
const BYTES_PER_CELL = 9;
/** A pilot this long tells the time of a run within a third. */
const PILOT_WEEKS = 40;
const PILOT_WARMUP = 12;
const MILLISECONDS = 1000;
const COPIES = 2;

/** @param clock milliseconds, from any start */
export function estimate(plan: Plan, clock: () => number): Estimate {
  const specs = trialSpecs(plan);
  const pilots = plan.ecosystems.map((_, i) => pilot(plan, i, clock));
  const perEcosystem = plan.runs / plan.ecosystems.length;
  const sum = (of: (ecosystem: number) => number) => plan.ecosystems.reduce((total, _, i) => total + perEcosystem * of(i), 0);
  const interval = readInterval(plan.record.every);
  const windows = (i: number): number => {
    const { dates } = plan.periods[i] as Plan["periods"][number];
    return interval === "year" ? calendarYears(dates).length : interval === "end" ? 0 : Math.ceil(dates.length / interval);
  };
  const sized = (spec: TableSpec, rows: number) => {
    return { name: spec.name, rows: Math.round(rows), bytes: Math.round(rows * spec.columns.length * BYTES_PER_CELL) };
  };
  const tables = [
    sized(specs.runs, plan.runs),
    sized(
      specs.periods,
      sum((i) => plan.periods[i]?.periods.length ?? 0),
    ),
    ...(specs.series ? [sized(specs.series, sum(windows))] : []),
    ...specs.actors.map((spec) =>
      sized(
        spec,
        sum((i) => pilots[i]?.rows.get(spec.name) ?? 0),
      ),
    ),
    ...(specs.pairs ? [sized(specs.pairs, (plan.runs / plan.strategies.length) * (plan.strategies.length - 1))] : []),
  ];
  return {
    points: plan.points.length,
    runs: plan.runs,
    tables,
    secondsPerRun: sum((i) => pilots[i]?.seconds ?? 0) / plan.runs,
    bytes: COPIES * tables.reduce((total, { bytes }) => total + bytes, 0),
  };
}

/** Plays the first weeks of an ecosystem and scales up. */
function pilot(plan: Plan, ecosystem: number, clock: () => number): { seconds: number; rows: ReadonlyMap<string, number> } {
  const world = plan.ecosystems[ecosystem];
  const strategy = plan.strategies.at(-1);
  const dates = plan.periods[ecosystem]?.dates ?? [];
  if (!world || !strategy) throw new Error("an empty plan");
  const weeks = Math.min(PILOT_WEEKS, dates.length);
  const warmupWeeks = Math.min(PILOT_WARMUP, plan.settings.warmupWeeks);
  const last = dates[weeks] ?? plan.settings.end ?? world.end;
  const settings: RunSettings = { ...plan.settings, warmupWeeks, end: last };
  const started = clock();
  const { tables } = simulate(compile(world, strategy, settings, settings.seed));
  const seconds = (clock() - started) / MILLISECONDS;
  const factor = (dates.length + plan.settings.warmupWeeks) / (weeks + warmupWeeks);
  const rows = new Map(tables.map((table) => [table.spec.name, (table.rows * dates.length) / weeks]));
  return { seconds: seconds * factor, rows };
}
