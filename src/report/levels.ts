/** Outcomes over time under each strategy: course.csv of comparisons and sweeps, summary.csv of runs. */
import type { Series } from "../charts/series.ts";
import type { Table } from "../core/table.ts";
import { type Evidence, type From, isCrowd, rowsIn, styleIn } from "./evidence.ts";
import { nameIn } from "./names.ts";
import { picked, type Row } from "./rows.ts";
import { isOneSided } from "./words.ts";

const WHOLE_YEAR_WEEKS = 52;

export interface Levels {
  readonly file: string;
  readonly rows: readonly Row[];
  readonly table: Table;
  /** In order. */
  readonly outcomes: readonly string[];
  readonly years: readonly number[];
}

/** Undefined when the result holds neither. */
export function levelsIn(evidence: Evidence): Levels | undefined {
  const name = ["course", "summary"].find((one) => evidence.tables.has(one));
  const table = name === undefined ? undefined : evidence.tables.get(name);
  if (name === undefined || !table) return undefined;
  const rows = rowsIn(evidence, name).filter((row) => !(row.number("weeks") < WHOLE_YEAR_WEEKS));
  return {
    file: `${name}.csv`,
    rows,
    table,
    outcomes: [...new Set(rows.map((row) => row.text("outcome")))],
    years: [...new Set(rows.map((row) => row.number("year")))].sort((a, b) => a - b),
  };
}

export const yearStart = (year: number): Date => new Date(Date.UTC(year, 0, 1));

/** A line for each strategy. */
export function seriesOf(evidence: Evidence, { rows }: Levels, outcome: string): Series[] {
  return evidence.strategies.map((strategy) => ({
    name: nameIn(evidence, strategy),
    style: styleIn(evidence, strategy),
    points: rows
      .filter((row) => row.text("outcome") === outcome && row.text("strategy") === strategy)
      .map((row) => ({
        at: yearStart(row.number("year")),
        value: row.number("mean"),
        low: row.number("low"),
        high: row.number("high"),
      })),
  }));
}

/** Of the last year: the interval of the difference leaves out zero, in that year alone. */
export function apartIn({ rows, years }: Levels, outcomes: readonly string[]): Row[] {
  return rows.filter(
    (row) =>
      row.number("year") === years.at(-1) &&
      outcomes.includes(row.text("outcome")) &&
      isOneSided(row.number("difference_low"), row.number("difference_high")),
  );
}

/** The rows under a chart of these outcomes, where they stand, and what to know of them. In a crowd those of the last year alone. */
export function levelRows(
  evidence: Evidence,
  { table, file, years }: Levels,
  outcomes: readonly string[],
  which: string,
): { readonly table: Table; readonly from: From; readonly note?: string } {
  const last = years.at(-1);
  const isWanted = (row: Row) => outcomes.includes(row.text("outcome"));
  if (!isCrowd(evidence)) return { table: picked(table, isWanted, COLUMNS), from: { file, key: which } };
  return {
    table: picked(table, (row) => isWanted(row) && row.number("year") === last, COLUMNS),
    from: { file, key: which },
    note: `The table has ${last} alone; ${file} has all years.`,
  };
}

const COLUMNS = [
  ...["strategy", "outcome", "unit", "year", "n", "mean", "low", "high"],
  ...["difference", "difference_low", "difference_high", "published", "published_low", "published_high"],
];

export const BAND =
  "Bands: 95 % interval of the mean over runs with other luck (Student t), year by year; not the spread of single runs.";
