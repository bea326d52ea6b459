/** The tables that the runs and pairs of a plan leave, over all its ecosystems. */
import { compile, type MetricColumn, metricColumns, parameterColumn, tableSpecs } from "../core/index.ts";
import type { CellType, TableColumn, TableSpec } from "../core/table.ts";
import { type Layout, layoutOf, type Subject, subjectOf } from "./decompose/layout.ts";
import type { Knob } from "./knob.ts";
import { PLACE_COLUMNS, POINT_COLUMN } from "./place-columns.ts";
import type { Plan } from "./plan.ts";
import { RUN_COLUMNS, withRunColumns } from "./run-identity.ts";
import { outcomeColumns, runInputs } from "./run-table.ts";
import { readInterval } from "./schema.ts";
import { SPLITS } from "./splits.ts";
import { unionColumns } from "./union-columns.ts";

export interface TrialSpecs {
  /** Chosen outcomes of each ecosystem, then of all. */
  readonly outcomes: readonly (readonly MetricColumn[])[];
  readonly allOutcomes: readonly MetricColumn[];
  /** Outcomes kept week by week, in the order of `record.weekly`. */
  readonly weekly: readonly MetricColumn[];
  readonly runs: TableSpec;
  readonly periods: TableSpec;
  /** Absent when only the end is kept. */
  readonly series: TableSpec | undefined;
  /** Tables by actor, with the columns of the run. */
  readonly actors: readonly TableSpec[];
  /** Absent with a single strategy. */
  readonly pairs: TableSpec | undefined;
  /** When the difference of every pair is split. */
  readonly splits:
    | { readonly spec: TableSpec; readonly layouts: readonly { readonly subject: Subject; readonly layout: Layout }[] }
    | undefined;
}

const text = (name: string, about: string): TableColumn => ({ name, type: "string", unit: "", about });
const date = (name: string, about: string): TableColumn => ({ name, type: "date", unit: "date", about });
const weeks = (about: string): TableColumn => ({ name: "weeks", type: "integer", unit: "weeks", about });

export function trialSpecs(plan: Plan): TrialSpecs {
  const { ecosystems, strategies, settings, record, knobs } = plan;
  const [anyStrategy] = strategies;
  if (!anyStrategy) throw new Error("a plan without a strategy");
  const models = ecosystems.map((ecosystem) => compile(ecosystem, anyStrategy, settings, settings.seed));
  const outcomes = models.map((model) =>
    metricColumns(model).filter(({ name }) => !record.outcomes || record.outcomes.includes(name)),
  );
  const allOutcomes = unionColumns(outcomes);
  const columns = unionColumns(models.map(metricColumns));
  const inputs = unionColumns(ecosystems.map((ecosystem) => runInputs(ecosystem, settings).columns));
  const interval = readInterval(record.every);
  const isSplit = record.decompose && strategies.length > 1;
  const byTable = models.map((model) => tableSpecs(model));
  return {
    outcomes,
    allOutcomes,
    weekly: record.weekly.flatMap((name) => columns.filter((column) => column.name === name)),
    runs: {
      name: "runs",
      about:
        "one row per run: the point (x_ are the quantities that vary), settings, every parameter (p_), every mechanism (m_), the outcomes of the whole record (o_)",
      primaryKey: ["run_id"],
      columns: [...RUN_COLUMNS, POINT_COLUMN, ...knobs.map(knobColumn), ...inputs, ...outcomeColumns(allOutcomes)],
    },
    periods: {
      name: "periods",
      about: "one row per run and period: horizons since the first instrument, the whole span since then, calendar years",
      primaryKey: ["run_id", "period"],
      columns: [
        ...RUN_COLUMNS,
        ...PLACE_COLUMNS,
        text("period", 'such as "5 years" (since the first instrument of any strategy), "whole span" or "2019"'),
        date("from", "first day of the period"),
        weeks("length of the period"),
        ...allOutcomes,
      ],
    },
    series:
      interval === "end"
        ? undefined
        : {
            name: "timeseries",
            about: `one row per run and ${interval === "year" ? "calendar year" : `window of ${interval} weeks`}`,
            primaryKey: ["run_id", "date"],
            columns: [...RUN_COLUMNS, date("date", "first day"), weeks("length of the window"), ...allOutcomes],
          },
    actors: record.tables.map((name) => {
      const specs = byTable.flatMap((all) => all.filter((spec) => spec.name === name));
      const [first] = specs;
      if (!first) throw new Error(`there is no table ${name}`);
      return withRunColumns({ ...first, columns: unionColumns(specs.map(({ columns }) => columns)) });
    }),
    pairs: strategies.length > 1 ? PAIRS : undefined,
    splits: isSplit
      ? {
          spec: SPLITS,
          layouts: models.map((model, i) => {
            const subject = subjectOf(model);
            return { subject, layout: layoutOf(subject, plan.periods[i]?.periods ?? []) };
          }),
        }
      : undefined,
  };
}

/** A quantity of the design as a column of the table of runs. */
export function knobColumn({ dimension, path }: Knob): TableColumn {
  const type = dimension.kind === "range" ? "number" : typeOf(dimension.values);
  return { name: `x_${parameterColumn(path)}`, type, unit: "", about: `varied: ${dimension.name}` };
}

function typeOf(values: readonly unknown[]): CellType {
  if (values.every((value) => typeof value === "number")) return "number";
  return values.every((value) => typeof value === "boolean") ? "boolean" : "string";
}

const PAIRS: TableSpec = {
  name: "pairs",
  about: "one row per run that is compared with the baseline: that both were the same until policy made them differ",
  primaryKey: ["run_id"],
  columns: [
    ...RUN_COLUMNS,
    ...PLACE_COLUMNS,
    text("baseline", "strategy of the other run"),
    text("baseline_run_id", "the other run, with the same luck"),
    date("first_different", "first date of an instrument that the two strategies do not share; empty when there is none"),
    date("diverged", "first week in which anything differs; empty when nothing ever does"),
    text("differing", "metrics that differ in that week, the first few; empty when only the state behind them does"),
    { name: "identical_weeks", type: "integer", unit: "weeks", about: "weeks before that, bit for bit the same" },
    { name: "identity_holds", type: "boolean", unit: "", about: "whether nothing differs before the first different date" },
    text("proof", "state: hash over the whole state, week by week; series: every metric, week by week"),
    { name: "listings", type: "integer", unit: "events", about: "listings of smugglers and enablers in this run" },
    date("first_listing", "week of the first listing; empty without one"),
    date("last_listing", "week of the last listing"),
  ],
};
