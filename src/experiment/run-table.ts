/** runs.csv: one row per run with everything that went in and what came out at the end. */
import { type Ecosystem, MECHANISMS, type Mechanism, parametersOf, type RunSettings } from "../core/index.ts";
import { type Table, type TableColumn, type TableSpec, tableBuilder } from "../core/table.ts";
import { RUN_COLUMNS, type RunIdentity } from "./run-identity.ts";

export interface RunTable {
  readonly spec: TableSpec;
  /** A table of one row. */
  row(run: RunIdentity, outcome: Readonly<Record<string, number>>): Table;
}

export const RUNS_ABOUT = "one row per run: settings, every parameter (p_), every mechanism (m_) and the end outcomes (o_)";

const SETTING_COLUMNS: readonly TableColumn[] = [
  { name: "ecosystem", type: "string", unit: "", about: "name of the ecosystem" },
  { name: "start", type: "date", unit: "", about: "first day" },
  { name: "end", type: "date", unit: "", about: "last day" },
  { name: "scale", type: "number", unit: "persons", about: "real persons per simulated migrant" },
  { name: "warmup_weeks", type: "integer", unit: "weeks", about: "weeks played before the start" },
  { name: "record_weeks", type: "integer", unit: "weeks", about: "weeks per row of the tables by actor" },
  { name: "rounds", type: "integer", unit: "", about: "rounds of the random function" },
];

/** What goes into a run: its settings, every parameter (p_) and every mechanism (m_). */
export interface RunInputs {
  readonly columns: readonly TableColumn[];
  readonly values: readonly (string | number | undefined)[];
}

export function runInputs(ecosystem: Ecosystem, settings: RunSettings): RunInputs {
  const parameters = parametersOf(ecosystem);
  const mechanisms = Object.keys(MECHANISMS) as Mechanism[];
  return {
    columns: [
      ...SETTING_COLUMNS,
      ...parameters.map(({ column, name, unit, about }): TableColumn => {
        return { name: `p_${column}`, type: "number", unit, about: `${about} (${name})` };
      }),
      ...mechanisms.map((name): TableColumn => {
        return { name: mechanismColumn(name), type: "boolean", unit: "", about: `whether ${MECHANISMS[name]}` };
      }),
    ],
    values: [
      ecosystem.name,
      settings.start ?? ecosystem.start,
      settings.end ?? ecosystem.end,
      settings.scale,
      settings.warmupWeeks,
      settings.recordWeeks,
      settings.rounds,
      ...parameters.map(({ quantity }) => quantity.value),
      ...mechanisms.map((name) => Number(ecosystem.mechanisms[name])),
    ],
  };
}

const mechanismColumn = (name: string): string => `m_${name.replaceAll("-", "_")}`;

/** The columns of end outcomes. */
export function outcomeColumns<C extends TableColumn>(outcomes: readonly C[]): C[] {
  return outcomes.map((column) => ({ ...column, name: `o_${column.name}` }));
}

/** @param outcomes the end outcomes of the model, in the order of the columns */
export function runTable(ecosystem: Ecosystem, settings: RunSettings, outcomes: readonly TableColumn[]): RunTable {
  const inputs = runInputs(ecosystem, settings);
  const spec: TableSpec = {
    name: "runs",
    about: RUNS_ABOUT,
    primaryKey: ["run_id"],
    columns: [...RUN_COLUMNS, ...inputs.columns, ...outcomeColumns(outcomes)],
  };
  return {
    spec,
    row(run, outcome) {
      const builder = tableBuilder(spec, 1);
      const ends = outcomes.map(({ name }) => outcome[name]);
      builder.add([run.runId, run.strategy, run.replicate, run.seed, ...inputs.values, ...ends]);
      return builder.finish();
    },
  };
}
