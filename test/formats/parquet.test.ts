/** Parquet as two readers see it that have nothing to do with each other: hyparquet and DuckDB. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parquet } from "../../src/formats/outputs/parquet.ts";
import { parquetBytes } from "../../src/formats/parquet.ts";
import { bytesOf, HOSTILE, hostileRows, meaning, stored, storedResult, tableOf, type Value } from "./hostile-table.ts";

let folder: string;
let duck: Awaited<ReturnType<DuckDBInstance["connect"]>>;
beforeAll(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), "corridor-parquet-"));
  duck = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => {
  duck.closeSync();
  fs.rmSync(folder, { recursive: true, force: true });
});

const encode = (rows: readonly (readonly Value[])[], cells?: number) =>
  bytesOf(parquetBytes(HOSTILE, [tableOf(HOSTILE, rows)], { about: "test" }, cells));
const arrayBuffer = (bytes: Buffer) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;

/** What hyparquet finds, in the words of a table. */
async function read(bytes: Buffer): Promise<Value[][]> {
  const objects = await parquetReadObjects({ file: arrayBuffer(bytes) });
  return objects.map((row) =>
    HOSTILE.columns.map(({ name }) => {
      const value: unknown = row[name];
      if (value === null) return undefined;
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === "bigint" || typeof value === "boolean" ? Number(value) : (value as Value);
    }),
  );
}

async function query(sql: string): Promise<unknown[][]> {
  return (await duck.runAndReadAll(sql)).getRowsJson() as unknown[][];
}

/** Lone surrogates are no text in UTF-8, and hyparquet takes a mark at the beginning of a text for one of the file. */
const asRead = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) =>
    row.map((value) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/^\uFEFF/, "") : value)),
  );

describe("Parquet", () => {
  it("gives back every value, in groups of any size", async () => {
    await fc.assert(
      fc.asyncProperty(hostileRows, fc.integer({ min: 1, max: 40 }), async (rows, cells) => {
        expect(await read(await encode(rows, cells))).toEqual(asRead(meaning(rows)));
      }),
    );
  });

  it("is the same file whatever pieces the table came in", async () => {
    await fc.assert(
      fc.asyncProperty(hostileRows, fc.integer({ min: 1, max: 5 }), async (rows, piece) => {
        const pieces = await bytesOf(parquetBytes(HOSTILE, stored(HOSTILE, rows, piece).read(), { about: "test" }, 18));
        expect(pieces.equals(await encode(rows, 18))).toBe(true);
      }),
    );
  });

  it("has the types of the columns for DuckDB, and the same values", async () => {
    const rows: Value[][] = [
      ["=é\n😀", 1e-300, 2 ** 53 - 1, 1, "2014-01-06", "a"],
      [undefined, undefined, undefined, undefined, undefined, undefined],
      ['"', -0, -5, 0, "1969-12-31", "b"],
    ];
    const file = join(folder, "t.parquet");
    fs.writeFileSync(file, await encode(rows, 12));
    const described = await query(`describe select * from '${file}'`);
    expect(described.map((row) => row.slice(0, 2))).toEqual([
      ["text", "VARCHAR"],
      ["price", "DOUBLE"],
      ["persons", "BIGINT"],
      ["listed", "BOOLEAN"],
      ["week", "DATE"],
      ["other", "VARCHAR"],
    ]);
    expect(await query(`select * from '${file}'`)).toEqual([
      ["=é\n😀", 1e-300, String(2 ** 53 - 1), true, "2014-01-06", "a"],
      [null, null, null, null, null, null],
      ['"', 0, "-5", false, "1969-12-31", "b"],
    ]);
    expect(await query(`select num_row_groups from parquet_file_metadata('${file}')`)).toEqual([["2"]]);
  });

  it("is a table with columns when there are no rows", async () => {
    const file = join(folder, "empty.parquet");
    fs.writeFileSync(file, await encode([]));
    expect(await query(`select count(*) from '${file}'`)).toEqual([["0"]]);
    expect(await query(`describe select * from '${file}'`)).toHaveLength(HOSTILE.columns.length);
  });

  it("tells in its metadata what every column is, and what was run, but not when", async () => {
    const provenance = { corridor: { version: "1.2.3" }, seed: "7", started: "2020-01-01T00:00:00.000Z", command: ["x"] };
    const result = storedResult([stored(HOSTILE, [])], provenance);
    const [file] = parquet.files({ result, asked: undefined, dialect: undefined, notice: () => {} });
    const { key_value_metadata: pairs = [], created_by } = parquetMetadata(arrayBuffer(await bytesOf(file.bytes())));
    const said = Object.fromEntries(pairs.map(({ key, value }) => [key, JSON.parse(value ?? "")]));
    expect(created_by).toBe("corridor");
    expect(said["corridor.package"]).toEqual(result.text);
    expect(said["corridor.provenance"]).toEqual({ corridor: { version: "1.2.3" }, seed: "7" });
    expect(said["corridor.table"].schema.fields[1]).toMatchObject({
      name: "price",
      unit: "USD/person",
      description: 'the price, "so"',
    });
  });

  it("does not round what is no whole number", async () => {
    await expect(encode([["a", 1, 1.5, 1, "2014-01-06", "b"]])).rejects.toThrow(/persons: 1.5 is not a whole number/);
    await expect(encode([["a", 1, 1, 1, "2014-02-30", "b"]])).rejects.toThrow(/week: "2014-02-30" is not a date/);
  });
});
