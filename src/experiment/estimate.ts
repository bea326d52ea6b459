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
/** Pilots this long tell the time of a run within a third. */
const PILOT_WEEKS = 80;
const SHORT_PILOT_WEEKS = 20;
const PILOT_WARMUP = 12;
/** An engine compiles what it plays while it plays: a first run of a few weeks takes five times as long as a later one. */
const UNTIMED = 2;
const UNTIMED_SCALE = 100;
const MILLISECONDS = 1000;
const COPIES = 2;

/** @param clock milliseconds, from any start */
export function estimate(plan: Plan, clock: () => number): Estimate {
  const specs = trialSpecs(plan);
  const { scale } = plan.settings;
  for (let i = 0; i < UNTIMED; i++) play(plan, 0, SHORT_PILOT_WEEKS, clock, Math.max(scale, UNTIMED_SCALE));
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

/** Plays its first weeks twice, once further than the other time, and takes every later week to be like those between. */
function pilot(plan: Plan, ecosystem: number, clock: () => number): { seconds: number; rows: ReadonlyMap<string, number> } {
  const dates = plan.periods[ecosystem]?.dates ?? [];
  const weeks = dates.length;
  const short = play(plan, ecosystem, Math.min(SHORT_PILOT_WEEKS, weeks), clock);
  const long = play(plan, ecosystem, Math.min(PILOT_WEEKS, weeks), clock);
  const between = long.weeks - short.weeks;
  const perWeek =
    between > 0 && long.seconds > short.seconds ? (long.seconds - short.seconds) / between : long.seconds / long.weeks;
  const rest = weeks + plan.settings.warmupWeeks - long.weeks;
  const rows = new Map(long.tables.map((table) => [table.spec.name, (table.rows * weeks) / Math.min(PILOT_WEEKS, weeks)]));
  return { seconds: long.seconds + rest * perWeek, rows };
}

function play(plan: Plan, ecosystem: number, recorded: number, clock: () => number, scale = plan.settings.scale) {
  const world = plan.ecosystems[ecosystem];
  const strategy = plan.strategies.at(-1);
  if (!world || !strategy) throw new Error("an empty plan");
  const warmupWeeks = Math.min(PILOT_WARMUP, plan.settings.warmupWeeks);
  const end = plan.periods[ecosystem]?.dates[recorded] ?? plan.settings.end ?? world.end;
  const settings: RunSettings = { ...plan.settings, scale, warmupWeeks, end };
  const started = clock();
  const { tables } = simulate(compile(world, strategy, settings, settings.seed));
  return { seconds: (clock() - started) / MILLISECONDS, weeks: recorded + warmupWeeks, tables };
}
