/**
 * summary.csv: one row per outcome and year, the mean of the replicates with its interval, beside the published figure
 * where there is one. Small enough to read in a spreadsheet.
 */
import type { Ecosystem, MetricColumn } from "../core/index.ts";
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../core/table.ts";
import { possible } from "./possible.ts";
import { RUN_COLUMNS, type RunIdentity } from "./run-identity.ts";
import { addTo, type Estimate, estimate, type Running, running } from "./stats/running.ts";
import { WHOLE_YEAR_WEEKS, type Years } from "./yearly.ts";

export interface Published {
  readonly title: string;
  readonly value: number;
  /** Ends of its band; NaN when it has none. */
  readonly low: number;
  readonly high: number;
}

export interface SummaryRow {
  readonly year: number;
  readonly weeks: number;
  readonly outcome: MetricColumn;
  readonly estimate: Estimate;
  readonly published?: Published;
  /** Whether the mean lies in the published band; undefined without a band or for a part of a year. */
  readonly inside?: boolean;
}

export interface Summary {
  add(years: Years): void;
  rows(): SummaryRow[];
}

type Targets = Ecosystem["targets"];

/** Collects the years of run after run; memory does not grow with runs. */
export function summary(targets: Targets): Summary {
  const cells = new Map<string, { year: number; weeks: number; outcome: MetricColumn; sum: Running }>();
  return {
    add(years) {
      for (const { year, outcome, value } of years.values) {
        const key = `${year} ${outcome.name}`;
        const cell = cells.get(key) ?? {
          year,
          weeks: years.weeks[years.years.indexOf(year)] ?? 0,
          outcome,
          sum: running(),
        };
        addTo(cell.sum, value);
        cells.set(key, cell);
      }
    },
    rows: () =>
      byOutcome([...cells.values()]).map(({ sum, ...cell }) => ({
        ...cell,
        estimate: possible(cell.outcome, estimate(sum)),
        ...comparison(publishedFor(targets, cell.outcome.name, cell.year), sum.mean, cell.weeks),
      })),
  };
}

/** The years of each outcome together, so that a series stands in neighbouring rows. */
function byOutcome<T extends { readonly outcome: MetricColumn }>(cells: readonly T[]): T[] {
  const groups = new Map<string, T[]>();
  for (const cell of cells) groups.set(cell.outcome.name, [...(groups.get(cell.outcome.name) ?? []), cell]);
  return [...groups.values()].flat();
}

function publishedFor(targets: Targets, metric: string, year: number): Published | undefined {
  const target = Object.values(targets).find((one) => one.metric === metric && one.year === year);
  if (!target) return undefined;
  const { value, low = Number.NaN, high = Number.NaN } = target.value;
  return { title: target.title, value, low, high };
}

function comparison(published: Published | undefined, mean: number, weeks: number): Pick<SummaryRow, "published" | "inside"> {
  if (!published) return {};
  const { low, high } = published;
  const isComparable = weeks >= WHOLE_YEAR_WEEKS && !Number.isNaN(low) && !Number.isNaN(high);
  return isComparable ? { published, inside: low <= mean && mean <= high } : { published };
}

const number = (name: string, about: string): TableColumn => ({
  name,
  type: "number",
  unit: "as the outcome",
  about,
});

const SPEC: TableSpec = {
  name: "summary",
  about: "one row per outcome and year: the mean of the replicates beside what was published",
  primaryKey: ["strategy", "outcome", "year"],
  columns: [
    ...RUN_COLUMNS.map((column) =>
      column.name === "run_id" || column.name === "replicate"
        ? { ...column, about: `${column.about}; empty when the row is of several runs` }
        : column,
    ),
    { name: "year", type: "integer", unit: "year", about: "calendar year" },
    {
      name: "weeks",
      type: "integer",
      unit: "weeks",
      about: "weeks of the run in that year; fewer than 52 are a part of it",
    },
    { name: "outcome", type: "string", unit: "", about: "name of a column of timeseries.csv" },
    { name: "unit", type: "string", unit: "", about: "unit of the outcome" },
    number("mean", "mean of the replicates"),
    number("low", "lower end of the 95 % interval of the mean (Student t), within what is possible; empty for one replicate"),
    number("high", "upper end of that interval"),
    { name: "n", type: "integer", unit: "runs", about: "replicates that have a value" },
    number("published", "published figure"),
    number("published_low", "lower end of its band"),
    number("published_high", "upper end of its band"),
    {
      name: "inside",
      type: "boolean",
      unit: "",
      about: "whether the mean lies in the published band; empty for a part of a year",
    },
  ],
};

/**
 * The summary as a table. A row of one run names it; a row of several has neither run_id nor replicate, and the seed
 * from which theirs were drawn.
 */
export function summaryTable(rows: readonly SummaryRow[], strategy: string, seed: string, runs: readonly RunIdentity[]): Table {
  const only = runs.length === 1 ? runs[0] : undefined;
  const builder = tableBuilder(SPEC, rows.length);
  for (const {
    year,
    weeks,
    outcome,
    estimate: { mean, low, high, n },
    published,
    inside,
  } of rows) {
    builder.add([
      ...[only?.runId, strategy, only?.replicate, seed],
      ...[year, weeks, outcome.name, outcome.unit, mean, low, high, n],
      ...[published?.value, published?.low, published?.high, inside === undefined ? undefined : Number(inside)],
    ]);
  }
  return builder.finish();
}
