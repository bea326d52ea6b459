/**
 * Tables as CSV that R, pandas, DuckDB and spreadsheets read without being told how: UTF-8, LF, TRUE and FALSE, an empty
 * cell for what is missing, the shortest decimal that reads back as the same number, and no text that a spreadsheet
 * would run as a formula.
 *
 * Numbers and plain words are joined here, because that is most of a result; every other text goes through
 * csv-stringify, and a test holds the two to the same bytes.
 */
// Its build for browsers runs in Node too; the other one asks for Buffer, which no browser has.
import { stringify } from "csv-stringify/browser/esm/sync";
import { isText, type Table, type TableColumn } from "../core/table.ts";
import { type CsvDialect, STANDARD } from "./csv-dialect.ts";

/** Rows joined into one string: large enough that the cost of a write is lost, small enough to keep memory flat. */
const ROWS_PER_BATCH = 4096;
/** Neither quotes nor an apostrophe in any dialect: a word, a date, a clause. */
const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9_ .:()/'-]*$/;
/** An apostrophe before what a spreadsheet would run: the list of csv-stringify, and the line feed, which it does not know. */
const DISARMED = /^'[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const MARK = "\uFEFF";

/** The first line of a file, with the mark of the dialect. */
export function csvHeader(columns: readonly TableColumn[], dialect: CsvDialect = STANDARD): string {
  const names = columns.map((column) => column.name).join(dialect.delimiter);
  return `${dialect.hasMark ? MARK : ""}${names}${dialect.newline}`;
}

/**
 * The rows of a table, some thousands at a time.
 * @param lead cells that begin every row, from `csvText` or `csvNumber`
 */
export function* csvRows(table: Table, lead: readonly string[] = [], dialect: CsvDialect = STANDARD): Generator<string> {
  const { delimiter, newline } = dialect;
  const cells = table.spec.columns.map((column, i) => cellsOf(column, table.data[i] ?? [], dialect));
  const first = lead.map((cell) => cell + delimiter).join("");
  for (let from = 0; from < table.rows; from += ROWS_PER_BATCH) {
    const to = Math.min(table.rows, from + ROWS_PER_BATCH);
    let batch = "";
    for (let row = from; row < to; row++) {
      batch += first;
      for (let column = 0; column < cells.length; column++) {
        if (column > 0) batch += delimiter;
        batch += (cells[column] as (row: number) => string)(row);
      }
      batch += newline;
    }
    yield batch;
  }
}

/** Reads one column of a table as cells. */
function cellsOf(column: TableColumn, data: Float64Array | readonly string[], dialect: CsvDialect): (row: number) => string {
  if (isText(column.type)) {
    // Actors, legs and dates repeat: each text is made ready once.
    const known = new Map<string, string>();
    return (row) => {
      const text = data[row] as string;
      let cell = known.get(text);
      if (cell === undefined) {
        cell = csvText(text, dialect);
        known.set(text, cell);
      }
      return cell;
    };
  }
  const numbers = data as Float64Array;
  if (column.type === "boolean") return (row) => csvBoolean(numbers[row]);
  if (dialect.decimal === ".") return (row) => csvNumber(numbers[row]);
  return (row) => csvNumber(numbers[row]).replace(".", dialect.decimal);
}

/** A number as a cell, with a decimal point; empty when it is missing or not finite. */
export function csvNumber(value: number | undefined): string {
  if (value === undefined || value - value !== 0) return "";
  return String(value);
}

/** 1 as TRUE, 0 as FALSE, NaN as empty. */
function csvBoolean(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return value === 0 ? "FALSE" : "TRUE";
}

/** A text as a cell: quoted where RFC 4180 asks for it, with an apostrophe before what a spreadsheet would run. */
export function csvText(text: string, { delimiter, newline }: CsvDialect = STANDARD): string {
  if (text === "" || PLAIN.test(text)) return text;
  const safe = text.startsWith("\n") ? `'${text}` : text;
  return stringify([[safe]], {
    delimiter,
    escape_formulas: true,
    // It would quote the line end of the dialect only.
    quoted_match: /[\r\n]/,
    record_delimiter: newline,
    eof: false,
  });
}

/**
 * The text that a cell stands for, once its quotes are gone: without the apostrophe that disarms it. A text that began
 * with an apostrophe before such a character loses it; no name or message of ours does.
 */
export function textOfCell(cell: string): string {
  return DISARMED.test(cell) ? cell.slice(1) : cell;
}
