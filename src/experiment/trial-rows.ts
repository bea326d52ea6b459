/** The rows that one run, or one pair, adds to the tables of an experiment. */
import type { Ecosystem, RunResult, Strategy } from "../core/index.ts";
import { numbersOf, type Table, type TableSpec, tableBuilder } from "../core/table.ts";
import { type DecompositionPlan, decomposition } from "./decompose/pair.ts";
import { type Point, valueAt } from "./designs/index.ts";
import { lastListing } from "./horizon/last-listing.ts";
import { atPoint } from "./knob.ts";
import type { Period } from "./matched.ts";
import { firstDifferentDate, identityOf, listingsOf } from "./pair.ts";
import { baselineOf, type Plan } from "./plan.ts";
import type { RunIdentity } from "./run-identity.ts";
import { runInputs } from "./run-table.ts";
import { type Interval, readInterval } from "./schema.ts";
import { spanReader } from "./span.ts";
import { splitCells } from "./splits.ts";
import type { TrialSpecs } from "./trial-specs.ts";
import { asTable } from "./union-columns.ts";
import { calendarYears } from "./yearly.ts";

interface Played extends RunResult {
  readonly run: RunIdentity;
}

/** What a piece leaves: rows of tables, and numbers that analyses read without parsing a text. */
export interface Rows {
  readonly tables: readonly Table[];
  readonly numbers: Readonly<Partial<Record<NumbersName, Float64Array>>>;
}

/**
 * periods: outcomes of one period after the other; weeks: one outcome of `record.weekly` after the other; split: the
 * decomposition of a pair, as its layout says; listing: recorded week of the last listing, NaN without one;
 * identity: recorded week in which a pair first differs (-1: never), whether it was allowed to, whether the state was compared.
 */
export type NumbersName = "periods" | "weeks" | "split" | "listing" | "identity";

export interface RunRows {
  ofRun(played: Played): Rows;
  /** @param strategy number of the strategy that is compared */
  ofPair(base: Played, other: Played, strategy: number): Rows;
}

type Cell = string | number | undefined;

/** @param strategies as they are at this point */
export function runRows(
  plan: Plan,
  specs: TrialSpecs,
  ecosystem: number,
  point: number,
  strategies: readonly Strategy[],
): RunRows {
  const coordinates = plan.points[point] as Point;
  const world = atPoint(plan.ecosystems[ecosystem] as Ecosystem, plan.knobs, coordinates, "ecosystem");
  const { dates, periods } = plan.periods[ecosystem] as Plan["periods"][number];
  const outcomes = specs.outcomes[ecosystem] ?? [];
  const present = new Set(outcomes.map(({ name }) => name));
  const pointId = plan.pointIds[point] as string;
  const inputs = runInputs(world, plan.settings);
  const inputOf = new Map(inputs.columns.map(({ name }, i) => [name, inputs.values[i]]));
  const knobs = plan.knobs.map(({ dimension }, i) => cellOf(valueAt(dimension, coordinates[i] as number)));
  const windows = windowsOf(readInterval(plan.record.every), dates);
  const place = [world.name, pointId];
  // Columns of the table of runs between the point and the outcomes are the same for every run here.
  const fixed = specs.runs.columns.filter(({ name }) => inputOf.has(name) || /^[pm]_/.test(name));
  const inputCells = fixed.map(({ name }) => inputOf.get(name));

  /** The baseline of a trial, read once for all that are compared with it. */
  let carried: { run: string; by: ReturnType<DecompositionPlan["read"]> } | undefined;
  const lead = ({ runId, strategy, replicate, seed }: RunIdentity): Cell[] => [runId, strategy, replicate, seed];
  return {
    ofRun({ run, tables: played, outcome }) {
      const series = tableOf(played, "timeseries");
      const reader = spanReader(series);
      const over = (from: number, to: number): Cell[] =>
        specs.allOutcomes.map((column) => (present.has(column.name) ? reader.value(column, from, to) : undefined));
      const ends = specs.allOutcomes.map(({ name }) => (present.has(name) ? outcome[name] : undefined));
      const byPeriod = periods.map(({ from, to }: Period) => over(from, to));
      const rows = periods.map((one: Period, i) => {
        return [...lead(run), ...place, one.name, dates[one.from], one.to - one.from, ...(byPeriod[i] ?? [])];
      });
      const kept = specs.actors.map((spec) => withLead(spec, tableOf(played, spec.name), run));
      const tables = [
        table(specs.runs, [[...lead(run), pointId, ...knobs, ...inputCells, ...ends]]),
        table(specs.periods, rows),
        ...(specs.series
          ? [
              table(
                specs.series,
                windows.map(([from, to]) => [...lead(run), dates[from], to - from, ...over(from, to)]),
              ),
            ]
          : []),
        ...kept,
      ];
      const numbers = Float64Array.from(byPeriod.flat(), (value) => (typeof value === "number" ? value : Number.NaN));
      const weekly = plan.record.weekly.flatMap((name) => [...numbersOf(series, name)]);
      return { tables, numbers: { periods: numbers, ...(weekly.length > 0 ? { weeks: Float64Array.from(weekly) } : {}) } };
    },
    ofPair(base, other, strategy) {
      if (!specs.pairs) return { tables: [], numbers: {} };
      const [first, second] = [strategies[baselineOf(plan)], strategies[strategy]];
      if (!first || !second) throw new Error(`there is no strategy ${strategy}`);
      const played = ({ tables, weeklyHashes }: Played) => ({
        series: tableOf(tables, "timeseries"),
        ...(weeklyHashes ? { weeklyHashes } : {}),
      });
      const identity = identityOf(played(base), played(other), firstDifferentDate(first, second));
      const events = tableOf(other.tables, "events");
      const { count, first: firstListing, last } = listingsOf(events);
      const { firstDifferent, diverged, differing, holds, proof } = identity;
      const same = diverged < 0 ? dates.length : diverged;
      const proved = [
        base.run.strategy,
        base.run.runId,
        firstDifferent,
        dates[diverged],
        differing.join(" "),
        same,
        Number(holds),
        proof,
      ];
      const tables = [table(specs.pairs, [[...lead(other.run), ...place, ...proved, count, firstListing, last]])];
      const split = specs.splits?.layouts[ecosystem];
      const told = Float64Array.of(diverged, Number(holds), Number(proof === "state"));
      const listing = Float64Array.of(lastListing(events, dates));
      if (!specs.splits || !split) return { tables, numbers: { listing, identity: told } };
      // Two strategies that never differ leave nothing to split: every part is zero, whoever counts as a newcomer.
      const decompose = decomposition(split.subject, periods, firstDifferent ?? dates.at(-1) ?? "");
      if (carried?.run !== base.run.runId) carried = { run: base.run.runId, by: decompose.read(base.tables) };
      const numbers = decompose.pair(carried.by, decompose.read(other.tables));
      const cells = splitCells(split.layout, numbers).map((row) => [...lead(other.run), ...place, base.run.strategy, ...row]);
      return { tables: [...tables, table(specs.splits.spec, cells)], numbers: { listing, identity: told, split: numbers } };
    },
  };
}

function tableOf(tables: readonly Table[], name: string): Table {
  const found = tables.find(({ spec }) => spec.name === name);
  if (!found) throw new Error(`a run left no table ${name}`);
  return found;
}

function table(spec: TableSpec, rows: readonly (readonly Cell[])[]): Table {
  const builder = tableBuilder(spec, rows.length);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

function withLead(spec: TableSpec, own: Table, { runId, strategy, replicate, seed }: RunIdentity): Table {
  const whole = asTable(spec, own);
  const { rows } = own;
  const lead = [texts(runId, rows), texts(strategy, rows), new Float64Array(rows).fill(replicate), texts(seed, rows)];
  return { ...whole, data: [...lead, ...whole.data.slice(lead.length)] };
}

const texts = (text: string, rows: number): string[] => Array<string>(rows).fill(text);

function cellOf(value: number | boolean | string | undefined): Cell {
  return typeof value === "boolean" ? Number(value) : value;
}

/** Rows of the series, as [first week, week after the last]. */
function windowsOf(interval: Interval, dates: readonly string[]): (readonly [number, number])[] {
  if (interval === "end") return [];
  if (interval === "year") return calendarYears(dates).map(({ from, to }) => [from, to] as const);
  const count = Math.ceil(dates.length / interval);
  return Array.from({ length: count }, (_, i) => [i * interval, Math.min(dates.length, (i + 1) * interval)] as const);
}
