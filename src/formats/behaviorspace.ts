/**
 * Results as the table that NetLogo's BehaviorSpace writes (table version 2.0), for scripts that read those:
 *
 * six lines that say what it is --> "[run number]", what differs between runs, "[step]", what was measured
 *
 * Every cell is quoted, words for yes and no are NetLogo's. Layout: NetLogo User Manual, BehaviorSpace Guide.
 */
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Table, TableColumn } from "../core/table.ts";
import { csvNumber } from "./csv.ts";
import { daysSince1970 } from "./iso-date.ts";
import { OutputRefusal, tableNamed } from "./output.ts";
import { cellAt, isIdentity, isOutcome, RUNS, type RunInput, readRunInputs } from "./run-inputs.ts";
import { jsonAt, type StoredResult, type StoredTable, startOf } from "./stored-result.ts";

const SERIES = "timeseries";
const STEP = "step";
const DAYS_PER_STEP = 7;
const LINES_PER_BATCH = 1024;

type Cell = (place: Place) => string;

/** @throws OutputRefusal when there is no table of runs, or the table has neither step nor date */
export async function* behaviorSpace(result: StoredResult, asked: StoredTable | undefined): AsyncGenerator<string> {
  const runs = tableNamed(result, RUNS);
  const measured = asked ?? result.tables.find(({ spec }) => spec.name === SERIES) ?? runs;
  const columns = measured.spec.columns.map((column, at) => ({ column, at }));
  const reporters = columns.filter(({ column }) =>
    measured === runs ? isOutcome(column) : !isIdentity(column) && column.name !== STEP,
  );
  const step = stepOf(measured);
  const { inputs } = await readRunInputs(runs);
  const varying = inputs.filter(({ varies }) => varies);
  const identity = runs.spec.columns.map((column, at) => ({ column, at })).filter(({ column }) => isIdentity(column));
  const parameters = [...identity, ...varying.map(({ column, at }: RunInput) => ({ column, at }))];

  yield preamble(result);
  const names = (of: readonly { readonly column: TableColumn }[]) => of.map(({ column }) => quoted(column.name));
  yield line([quoted("[run number]"), ...names(parameters), quoted("[step]"), ...names(reporters)]);

  const played = numbered(runs, parameters.map(cellOf));
  const cells = reporters.map(cellOf);
  const idOf = idIn(measured);
  let run: NumberedRun | undefined;
  let first: Place | undefined;
  let lines: string[] = [];
  try {
    for await (const place of rowsOf(measured)) {
      const id = idOf(place);
      while (run === undefined || first === undefined || run.id !== id) {
        const next = await played.next();
        if (next.done) throw outOfOrder(measured);
        run = next.value;
        first = place;
      }
      lines.push(line([run.lead, quoted(step(place, first)), ...cells.map((cell) => cell(place))]));
      if (lines.length < LINES_PER_BATCH) continue;
      yield lines.join("");
      lines = [];
    }
    yield lines.join("");
  } finally {
    await played.return(undefined);
  }
}

interface NumberedRun {
  readonly id: unknown;
  /** The cells that begin each of its lines. */
  readonly lead: string;
}

async function* numbered(runs: StoredTable, parameters: readonly Cell[]): AsyncGenerator<NumberedRun, undefined> {
  const idOf = idIn(runs);
  let number = 0;
  for await (const place of rowsOf(runs)) {
    number++;
    yield { id: idOf(place), lead: [quoted(String(number)), ...parameters.map((cell) => cell(place))].join() };
  }
  return undefined;
}

/** The run of a row. @throws OutputRefusal when rows are not of runs */
function idIn({ spec: { name, columns } }: StoredTable): (place: Place) => unknown {
  const at = indexOf(columns, "run_id");
  if (at < 0) throw new OutputRefusal(`the rows of ${name} are not of runs: there is no column run_id`, `use --table ${SERIES}`);
  return ({ table, row }) => cellAt(table, at, row);
}

const outOfOrder = ({ spec }: StoredTable): OutputRefusal =>
  new OutputRefusal(`the runs of ${spec.name} are not those of ${RUNS} in the same order`, "use --format csv");

function preamble(result: StoredResult): string {
  const { text, manifest } = result;
  const model = jsonAt(manifest, "scenario", "name") ?? text.name;
  const lines = [
    [`BehaviorSpace results (Corridor ${text.version})`, "Table version 2.0"],
    [String(model)],
    [text.name],
    [timeOf(result)],
    // Of a world without patches.
    ["min-pxcor", "max-pxcor", "min-pycor", "max-pycor"],
    ["0", "0", "0", "0"],
  ];
  return lines.map((cells) => line(cells.map(quoted))).join("");
}

/** As NetLogo writes it: 09/25/2025 18:53:53:897 -0300; here always in universal time. */
function timeOf(result: StoredResult): string {
  const iso = startOf(result).toISOString();
  const [year, month, day] = iso.slice(0, "2025-09-25".length).split("-");
  return `${month}/${day}/${year} ${iso.slice(11, 19)}:${iso.slice(20, 23)} +0000`;
}

interface Place {
  readonly table: Table;
  readonly row: number;
}

/** The step of a row: as it stands there, or weeks since the first row of the run, or the length of a run in one row. */
function stepOf({ spec: { name, columns } }: StoredTable): (at: Place, first: Place) => string {
  const [step, date] = [indexOf(columns, STEP), indexOf(columns, "date")];
  if (step >= 0) return ({ table, row }) => String(cellAt(table, step, row) ?? "");
  const [from, to] = date >= 0 ? [date, date] : [indexOf(columns, "start"), indexOf(columns, "end")];
  if (from < 0 || to < 0) {
    throw new OutputRefusal(`${name} has no steps: neither ${STEP} nor date is a column`, `use --table ${SERIES}`);
  }
  const day = ({ table, row }: Place, column: number) => daysSince1970(String(cellAt(table, column, row))) ?? Number.NaN;
  return (at, first) => csvNumber(Math.round((day(at, to) - day(first, from)) / DAYS_PER_STEP));
}

const indexOf = (columns: readonly TableColumn[], name: string): number => columns.findIndex((column) => column.name === name);

function cellOf({ column, at }: { readonly column: TableColumn; readonly at: number }): Cell {
  const known = new Map<string, string>();
  return ({ table, row }) => {
    const value = cellAt(table, at, row);
    if (value === undefined) return '""';
    if (typeof value === "number") return `"${column.type === "boolean" ? value !== 0 : csvNumber(value)}"`;
    const cell = known.get(value) ?? quoted(value);
    known.set(value, cell);
    return cell;
  };
}

function quoted(text: string): string {
  return stringify([[text]], { quoted: true, quoted_empty: true, escape_formulas: true, eof: false });
}

const line = (cells: readonly string[]): string => `${cells.join()}\n`;

async function* rowsOf({ read }: StoredTable): AsyncGenerator<Place> {
  for await (const table of read()) for (let row = 0; row < table.rows; row++) yield { table, row };
}
