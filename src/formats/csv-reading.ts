/**
 * Records of a CSV file of ours -> tables, some thousand rows at a time, by the columns that datapackage.json names.
 * Strict: our own files have no other numbers, dates and words for yes and no than those that `csv.ts` writes.
 */
import { type CellType, type Table, type TableColumn, type TableSpec, tableBuilder } from "../core/table.ts";
import { textOfCell } from "./csv.ts";
import { daysSince1970 } from "./iso-date.ts";

/** A file that is not what its description says. */
export class MalformedTable extends Error {}

type Value = number | string | undefined;

/** Cells in a table of a piece: some megabytes, whether rows are wide or narrow. */
const CELLS_PER_TABLE = 200_000;
const MOST_ROWS = 4096;

/** What a cell that is not empty says; undefined when it is no value of the type. */
const READERS: Readonly<Record<CellType, (cell: string) => Value>> = {
  string: textOfCell,
  number: numberOf,
  integer: (cell) => {
    const value = numberOf(cell);
    return Number.isInteger(value) ? value : undefined;
  },
  boolean: (cell) => (cell === "TRUE" ? 1 : cell === "FALSE" ? 0 : undefined),
  date: (cell) => (daysSince1970(cell) === undefined ? undefined : cell),
};

const WANTED: Readonly<Record<CellType, string>> = {
  string: "a text",
  number: "a number with a decimal point",
  integer: "a whole number",
  boolean: "TRUE or FALSE",
  date: "a date such as 2018-06-07",
};

function numberOf(cell: string): number | undefined {
  const value = Number(cell);
  return value - value === 0 && cell.trim() === cell ? value : undefined;
}

/**
 * @param records cells without quotes, the header first
 * @throws MalformedTable that names row and column
 */
export async function* readTables(spec: TableSpec, records: AsyncIterable<readonly string[]>): AsyncGenerator<Table> {
  const rowsPerTable = Math.min(MOST_ROWS, Math.ceil(CELLS_PER_TABLE / spec.columns.length));
  let builder = tableBuilder(spec, rowsPerTable);
  let row = 0;
  let collected = 0;
  for await (const cells of records) {
    if (row === 0) checkHeader(spec, cells);
    else {
      builder.add(readRow(spec, cells, row));
      collected++;
    }
    row++;
    if (collected < rowsPerTable) continue;
    yield builder.finish();
    builder = tableBuilder(spec, rowsPerTable);
    collected = 0;
  }
  if (row === 0) throw new MalformedTable(`${spec.name}: the file is empty, not even a header is there`);
  if (collected > 0) yield builder.finish();
}

function checkHeader({ name, columns }: TableSpec, found: readonly string[]): void {
  const wanted = columns.map((column) => column.name);
  if (wanted.length === found.length && wanted.every((one, i) => one === found[i])) return;
  const differs = wanted.findIndex((one, i) => one !== found[i]);
  const where = differs < 0 ? `column ${wanted.length + 1} is one too many` : `column ${differs + 1} is not ${wanted[differs]}`;
  throw new MalformedTable(`${name}: the header is not the one that datapackage.json describes: ${where}`);
}

function readRow({ name, columns }: TableSpec, cells: readonly string[], row: number): Value[] {
  if (cells.length !== columns.length) {
    throw new MalformedTable(`${name}, row ${row}: ${cells.length} cells for ${columns.length} columns`);
  }
  return columns.map((column, i) => {
    const cell = cells[i] as string;
    if (cell === "") return undefined;
    const value = READERS[column.type](cell);
    if (value === undefined) throw new MalformedTable(misread(name, row, column, cell));
    return value;
  });
}

function misread(table: string, row: number, { name, type }: TableColumn, cell: string): string {
  return `${table}, row ${row}, column ${name}: ${JSON.stringify(cell.slice(0, 40))} is not ${WANTED[type]}`;
}
