/** A table as a sheet. */
import { isText, type Table, type TableColumn } from "../../core/table.ts";
import { daysSince1970 } from "../iso-date.ts";
import { cellAt } from "../run-inputs.ts";
import { CELL_CHARACTERS, grouped, SHEET_COLUMNS, SHEET_ROWS } from "../spreadsheet-limits.ts";
import type { StoredTable } from "../stored-result.ts";
import { displayFormat } from "./display.ts";
import type { Cell, Sheet } from "./workbook.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** 1900-03-01: before it programs disagree, as some count a 29th of February that was not. */
const FIRST_DAY = -25_508;
/** 9999-12-31. */
const LAST_DAY = 2_932_896;
const NARROWEST = 8;
const WIDEST = 40;

export type TableSheet =
  | { readonly sheet: Sheet /** Texts that are longer than a cell. */; readonly cut: number }
  /** Why there is no sheet. */
  | { readonly sheet?: undefined; readonly reason: string };

/**
 * @param room cells that the workbook may still take
 * @returns the sheet, or why it cannot be; never a part of it
 */
export async function tableSheet({ spec, read }: StoredTable, name: string, room: number): Promise<TableSheet> {
  const { columns } = spec;
  if (columns.length > SHEET_COLUMNS) {
    return { reason: `${grouped(columns.length)} columns, where a sheet has ${grouped(SHEET_COLUMNS)}` };
  }
  const rows: Cell[][] = [];
  const largest = columns.map(() => 0);
  for await (const table of read()) {
    if (rows.length + table.rows + 1 > SHEET_ROWS) return { reason: `more rows than the ${grouped(SHEET_ROWS)} of a sheet` };
    if ((rows.length + table.rows + 1) * columns.length > room) {
      return { reason: `more cells than a workbook has room for beside its other sheets` };
    }
    for (let row = 0; row < table.rows; row++) rows.push(readRow(table, row, largest));
  }
  const sheet: Sheet = {
    name,
    columns: columns.map((column, i) => {
      const format = displayFormat(column, largest[i] ?? 0);
      return { head: column.name, width: widthOf(column), ...(format === undefined ? {} : { format }) };
    }),
    rows,
  };
  return { sheet, cut: rows.flat().filter((cell) => typeof cell === "string" && cell.length > CELL_CHARACTERS).length };
}

function readRow(table: Table, row: number, largest: number[]): Cell[] {
  return table.spec.columns.map((column, i) => {
    const value = cellAt(table, i, row);
    if (typeof value === "number") largest[i] = Math.max(largest[i] ?? 0, Math.abs(value));
    return cellOf(column, value);
  });
}

/** A value as a cell of its kind. Days that no spreadsheet knows stay texts. */
export function cellOf({ type }: TableColumn, value: number | string | undefined): Cell {
  if (value === undefined) return null;
  if (type === "boolean") return value !== 0;
  if (type !== "date") return value;
  const day = daysSince1970(String(value));
  return day === undefined || day < FIRST_DAY || day > LAST_DAY ? value : new Date(day * MILLISECONDS_PER_DAY);
}

function widthOf({ name, type }: TableColumn): number {
  const content = isText(type) ? NARROWEST + 4 : NARROWEST;
  return Math.min(WIDEST, Math.max(content, name.length + 2));
}
