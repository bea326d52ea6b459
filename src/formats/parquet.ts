/**
 * Tables as Parquet: typed columns, missing as null, what every column means in the metadata of the file.
 *
 * tables of any length --> groups of rows of one length --> bytes as they come; memory holds one group
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { type CellType, isText, type Table, type TableColumn, type TableSpec } from "../core/table.ts";
import { daysSince1970 } from "./iso-date.ts";

/** Cells in a group of rows: a few tens of megabytes while it is written, and large enough for readers. */
const CELLS_PER_GROUP = 2_000_000;

const ELEMENTS: Readonly<Record<CellType, Omit<SchemaElement, "name">>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  number: { type: "DOUBLE" },
  integer: { type: "INT64" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
};

/** What Parquet stores for a value that is there. */
const STORED: Readonly<Record<CellType, (value: number | string, column: TableColumn) => unknown>> = {
  string: (text) => text,
  number: (value) => value,
  integer: (value, column) => {
    if (!Number.isInteger(value)) throw new Error(`column ${column.name}: ${value} is not a whole number`);
    return BigInt(value);
  },
  boolean: (value) => value !== 0,
  date: (text, column) => {
    const days = daysSince1970(String(text));
    if (days === undefined) throw new Error(`column ${column.name}: ${JSON.stringify(text)} is not a date`);
    return days;
  },
};

/**
 * @param metadata texts for the metadata of the file, by key
 * @param cellsPerGroup what memory holds; for tests
 * @returns bytes of the file in order; the same tables in other pieces give the same bytes
 * @throws Error when a column of whole numbers or of dates holds something else
 */
export async function* parquetBytes(
  spec: TableSpec,
  tables: AsyncIterable<Table> | Iterable<Table>,
  metadata: Readonly<Record<string, string>> = {},
  cellsPerGroup: number = CELLS_PER_GROUP,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: "schema", num_children: spec.columns.length },
      ...spec.columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...ELEMENTS[type] })),
    ],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: "corridor",
  });
  const rowsPerGroup = Math.max(1, Math.floor(cellsPerGroup / spec.columns.length));
  const group = spec.columns.map((): unknown[] => []);
  let held = 0;
  const drain = () => {
    const written = bytes.getBytes().slice();
    bytes.index = 0;
    return written;
  };
  const writeGroup = () => {
    const columnData = spec.columns.map(({ name }, i) => ({ name, data: group[i] as unknown[] }));
    void writer.write({ columnData, rowGroupSize: rowsPerGroup });
    for (const values of group) values.length = 0;
    held = 0;
    return drain();
  };
  for await (const table of tables) {
    for (let from = 0; from < table.rows; ) {
      const to = Math.min(table.rows, from + rowsPerGroup - held);
      spec.columns.forEach((column, i) => {
        append(group[i] as unknown[], column, table.data[i] ?? [], from, to);
      });
      held += to - from;
      from = to;
      if (held === rowsPerGroup) yield writeGroup();
    }
  }
  if (held > 0) yield writeGroup();
  void writer.finish();
  yield drain();
}

function append(into: unknown[], column: TableColumn, data: Float64Array | readonly string[], from: number, to: number): void {
  const stored = STORED[column.type];
  const isMissing = isText(column.type) ? isEmpty : isNotFinite;
  for (let row = from; row < to; row++) {
    const value = data[row] as number | string;
    // Adding 0 to a number makes -0 a 0, as everywhere else.
    into.push(isMissing(value) ? null : stored(typeof value === "number" ? value + 0 : value, column));
  }
}

const isEmpty = (value: number | string): boolean => value === "";
const isNotFinite = (value: number | string): boolean => !Number.isFinite(value);
