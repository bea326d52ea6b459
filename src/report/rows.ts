/** Rows of a table by the names of columns, and tables of some of them. */
import { isText, type Table, type TableSpec } from "../core/table.ts";

export interface Row {
  /** Empty where the table has no such column. */
  text(column: string): string;
  /** NaN where the table has no such column, or nothing in it. */
  number(column: string): number;
}

export function rowsOf(table: Table): Row[] {
  const places = new Map(table.spec.columns.map(({ name }, i) => [name, i]));
  const at = (column: string) => table.data[places.get(column) ?? -1];
  return Array.from({ length: table.rows }, (_, row) => ({
    text: (column) => String(at(column)?.[row] ?? ""),
    number: (column) => {
      const data = at(column);
      return data instanceof Float64Array ? (data[row] ?? Number.NaN) : Number.NaN;
    },
  }));
}

/** The rows that are wanted, with these columns in their order; all of them when none are named. */
export function picked(table: Table, isWanted: (row: Row) => boolean, columns?: readonly string[]): Table {
  const kept = rowsOf(table).flatMap((row, i) => (isWanted(row) ? [i] : []));
  const all = table.spec.columns.map((_, i) => i);
  const chosen = columns ? columns.flatMap((name) => all.filter((i) => table.spec.columns[i]?.name === name)) : all;
  const spec: TableSpec = {
    ...table.spec,
    columns: chosen.flatMap((i) => table.spec.columns[i] ?? []),
    primaryKey: table.spec.primaryKey.filter((name) => !columns || columns.includes(name)),
  };
  return {
    spec,
    rows: kept.length,
    data: chosen.map((i) => {
      const data = table.data[i] ?? [];
      const isWords = isText(table.spec.columns[i]?.type ?? "string");
      return isWords ? kept.map((row) => String(data[row])) : Float64Array.from(kept, (row) => Number(data[row]));
    }),
  };
}
