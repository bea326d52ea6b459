/** Tables of several ecosystems in one: each has columns that the others lack. */
import { isText, type Table, type TableColumn, type TableSpec } from "../core/table.ts";

/** All columns, each once, in the order in which they are first met. */
export function unionColumns<C extends TableColumn>(lists: readonly (readonly C[])[]): C[] {
  const found = new Map<string, C>();
  for (const column of lists.flat()) if (!found.has(column.name)) found.set(column.name, column);
  return [...found.values()];
}

/** The table with the columns of another spec: those it lacks are missing, those the spec lacks are left out. */
export function asTable(spec: TableSpec, { spec: own, rows, data }: Table): Table {
  const index = new Map(own.columns.map(({ name }, i) => [name, i]));
  return {
    spec,
    rows,
    data: spec.columns.map(({ name, type }) => {
      const at = index.get(name);
      if (at !== undefined) return data[at] as Table["data"][number];
      return isText(type) ? Array<string>(rows).fill("") : new Float64Array(rows).fill(Number.NaN);
    }),
  };
}
