/** Tables with every kind of column and the values that formats stumble over, and what a reader must find in them. */
import fc from "fast-check";
import { type CellType, isText, type Table, type TableColumn, type TableSpec, tableBuilder } from "../../src/core/table.ts";
import type { StoredResult, StoredTable } from "../../src/formats/stored-result.ts";

export type Value = string | number | undefined;

const column = (name: string, type: CellType): TableColumn => ({ name, type, unit: "USD/person", about: `the ${name}, "so"` });

export const HOSTILE: TableSpec = {
  name: "hostile",
  about: "what formats stumble over",
  primaryKey: [],
  columns: [
    column("text", "string"),
    column("price", "number"),
    column("persons", "integer"),
    column("listed", "boolean"),
    column("week", "date"),
    column("other", "string"),
  ],
};

const TEXTS = [
  ...["=1+1", "+1", "-1", "@A1", "=cmd|'/c calc'!A0", "\tx", "\rx", "\nx", "＝1", "'quoted'", "'", '"', '""', 'a"b'],
  ...["a,b", "a;b", "a\nb", "a\r\nb", "a\rb", " lead", "trail ", " ", "é", "日本", "😀", "\u0000", "\u001f", "\u007f", "\u2028"],
  ...["NaN", "TRUE", "null", "NA", "007", "1e5", "1,5", "2018-06-07", "#N/A", "<b>&amp;</b>", "]]>", "\uFEFFmark", "\uFFFE"],
  ...["_x000D_", "_x0041_x0042_", "_x005F_", "undefined", "__proto__", "%1\\"],
];
const NUMBERS = [0, -0, 1e-300, -1e-300, 5e-324, 1e21, 1e-7, 0.1, 1 / 3, Number.MAX_VALUE, -1.5, 2 ** 53];
const INTEGERS = [0, -0, 1, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1];
const DATES = ["2014-01-06", "2016-02-29", "1969-12-31", "1900-03-01", "2000-02-29", "9999-12-31"];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
const orMissing = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 6 });

export const hostileRows: fc.Arbitrary<Value[][]> = fc.array(
  fc.tuple(
    orMissing(text),
    orMissing(fc.oneof(fc.constantFrom(...NUMBERS), fc.double({ noNaN: true, noDefaultInfinity: true }))),
    orMissing(fc.oneof(fc.constantFrom(...INTEGERS), fc.maxSafeInteger())),
    orMissing(fc.constantFrom(0, 1)),
    orMissing(fc.constantFrom(...DATES)),
    orMissing(fc.constantFrom("a", "b")),
  ),
  { maxLength: 12 },
);

export function tableOf(spec: TableSpec, rows: readonly (readonly Value[])[]): Table {
  const builder = tableBuilder(spec);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

/** The rows as they must be read: without -0, and an empty text is a missing one. */
export function meaning(rows: readonly (readonly Value[])[]): Value[][] {
  return rows.map((row) => row.map((value) => (value === "" ? undefined : typeof value === "number" ? value + 0 : value)));
}

/** The rows of tables that come in pieces. */
export async function rowsIn(tables: AsyncIterable<Table>): Promise<Value[][]> {
  const rows: Value[][] = [];
  for await (const { spec, rows: count, data } of tables) {
    for (let row = 0; row < count; row++) {
      rows.push(
        spec.columns.map(({ type }, i) => {
          const value = data[i][row];
          if (isText(type)) return value === "" ? undefined : value;
          return Number.isNaN(value) ? undefined : value;
        }),
      );
    }
  }
  return rows;
}

/** A table as if it had been written, in pieces of some rows. */
export function stored(spec: TableSpec, rows: readonly (readonly Value[])[], piece = rows.length || 1): StoredTable {
  return {
    spec,
    refersToRuns: false,
    bytes: rows.length,
    async *read() {
      for (let from = 0; from < rows.length; from += piece) yield tableOf(spec, rows.slice(from, from + piece));
    },
  };
}

export function storedResult(tables: readonly StoredTable[], manifest: StoredResult["manifest"] = {}): StoredResult {
  const text = { name: "isle-none", title: "Isle: none", description: "Not a forecast.", version: "1.2.3" };
  return { text, tables, manifest };
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
