/** The dialects as csv-parse reads them, and our own reading of the standard one. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvHeader, csvRows } from "../../src/formats/csv.ts";
import { CSV_DIALECTS, type CsvDialect } from "../../src/formats/csv-dialect.ts";
import { MalformedTable, readTables } from "../../src/formats/csv-reading.ts";
import { csv } from "../../src/formats/outputs/csv.ts";
import { SHEET_ROWS } from "../../src/formats/spreadsheet-limits.ts";
import { bytesOf, HOSTILE, hostileRows, meaning, rowsIn, stored, storedResult, tableOf, type Value } from "./hostile-table.ts";

const [standard, excel, excelEu] = CSV_DIALECTS;
const COLUMNS = HOSTILE.columns.length;

function encode(rows: readonly (readonly Value[])[], dialect: CsvDialect): string {
  return csvHeader(HOSTILE.columns, dialect) + [...csvRows(tableOf(HOSTILE, rows), [], dialect)].join("");
}

function records(text: string, { delimiter, newline }: CsvDialect): string[][] {
  return parse(text, { bom: true, delimiter, record_delimiter: newline });
}

const DANGEROUS = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** What a cell of a dialect must say. */
function cell(value: Value, column: number, { decimal }: CsvDialect): string {
  if (value === undefined) return "";
  if (typeof value === "string") return DANGEROUS.test(value) ? `'${value}` : value;
  if (HOSTILE.columns[column].type === "boolean") return value === 0 ? "FALSE" : "TRUE";
  return String(value).replace(".", decimal);
}

describe.each(CSV_DIALECTS)("the dialect $name", (dialect) => {
  it("has cells that say what the table says, whatever it says, and no formula", () => {
    fc.assert(
      fc.property(hostileRows, (rows) => {
        const [head, ...found] = records(encode(rows, dialect), dialect);
        expect(head).toEqual(HOSTILE.columns.map(({ name }) => name));
        expect(found).toEqual(meaning(rows).map((row) => row.map((value, column) => cell(value, column, dialect))));
      }),
    );
  });

  it("ends every line with the same end, and is the same again", () => {
    const text = encode([["a\r\nb", 1.5, 1, 1, "2014-01-06", "x"]], dialect);
    expect(text).toBe(encode([["a\r\nb", 1.5, 1, 1, "2014-01-06", "x"]], dialect));
    expect(text.endsWith(dialect.newline)).toBe(true);
    expect(records(text, dialect)).toHaveLength(2);
    expect(records(text, dialect)[1]).toHaveLength(COLUMNS);
  });
});

describe("every dialect", () => {
  it.each(CSV_DIALECTS)("quotes whatever could be read as the end of a line: $name", (dialect) => {
    for (const end of ["\n", "\r", "\r\n"]) {
      expect(encode([[`a${end}b`, undefined, undefined, undefined, undefined, undefined]], dialect)).toContain(`"a${end}b"`);
    }
  });
});

describe("CSV for Excel", () => {
  it("begins with the mark of UTF-8, ends lines as Windows does, has a decimal comma where that is wanted", () => {
    const rows: Value[][] = [["Gaël; Ännchen", -1234.5, 7, 1, "2014-01-06", undefined]];
    expect(encode(rows, excel)).toBe(
      "\uFEFFtext,price,persons,listed,week,other\r\nGaël; Ännchen,-1234.5,7,TRUE,2014-01-06,\r\n",
    );
    expect(encode(rows, excelEu)).toBe(
      '\uFEFFtext;price;persons;listed;week;other\r\n"Gaël; Ännchen";-1234,5;7;TRUE;2014-01-06;\r\n',
    );
    expect([...Buffer.from(encode(rows, excel)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("tells of more rows than a sheet has, and writes them all", async () => {
    const rows = Array<Value[]>(1 << 17).fill([undefined, 1, undefined, undefined, undefined, undefined]);
    const many = {
      ...stored(HOSTILE, rows),
      async *read() {
        for (let i = 0; i < 8; i++) yield tableOf(HOSTILE, rows);
      },
    };
    const notices: string[] = [];
    const request = { result: storedResult([many]), asked: undefined, notice: (text: string) => void notices.push(text) };
    const [file] = csv.files({ ...request, dialect: "excel" });
    const text = (await bytesOf(file.bytes())).toString();
    expect(text.split("\r\n")).toHaveLength(SHEET_ROWS + 2);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/hostile has 1,048,576 rows.*--format parquet/);
  });
});

async function* lines(...cells: readonly string[][]): AsyncGenerator<string[]> {
  yield* cells;
}

describe("reading our own CSV", () => {
  it("gives back the table", async () => {
    await fc.assert(
      fc.asyncProperty(hostileRows, async (rows) => {
        const read = await rowsIn(readTables(HOSTILE, lines(...records(encode(rows, standard), standard))));
        expect(read).toEqual(
          meaning(rows).map((row) => row.map((value) => (isQuotedFormula(value) ? String(value).slice(1) : value))),
        );
      }),
    );
  });

  it("gives it in pieces, however long it is", async () => {
    const head = HOSTILE.columns.map(({ name }) => name);
    const rows = Array.from({ length: 10_000 }, (_, i) => ["a", String(i / 4), String(i), "TRUE", "2014-01-06", ""]);
    const sizes: number[] = [];
    for await (const { rows: count } of readTables(HOSTILE, lines(head, ...rows))) sizes.push(count);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, one) => sum + one)).toBe(rows.length);
  });

  const good = ["a", "1.5", "2", "TRUE", "2014-01-06", ""];
  const head = HOSTILE.columns.map(({ name }) => name);
  it.each([
    [[], /not even a header/],
    [[head.slice(1)], /column 1 is not text/],
    [[[...head, "more"]], /column 7 is one too many/],
    [[head, good.slice(1)], /row 1: 5 cells for 6 columns/],
    [[head, good, good.with(1, "1,5")], /row 2, column price: "1,5" is not a number with a decimal point/],
    [[head, good.with(1, "NaN")], /not a number/],
    [[head, good.with(1, "Infinity")], /not a number/],
    [[head, good.with(1, " 1")], /not a number/],
    [[head, good.with(2, "1.5")], /column persons: "1.5" is not a whole number/],
    [[head, good.with(3, "true")], /column listed: "true" is not TRUE or FALSE/],
    [[head, good.with(4, "06.01.2014")], /column week: .* is not a date/],
    [[head, good.with(4, "2014-02-29")], /is not a date/],
  ])("refuses %j", async (cells, reason) => {
    const reading = rowsIn(readTables(HOSTILE, lines(...(cells as string[][]))));
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.toBeInstanceOf(MalformedTable);
  });
});

/** The one thing that our CSV does not tell apart: an apostrophe of the text from the one that disarms a formula. */
const isQuotedFormula = (value: Value) => typeof value === "string" && value.startsWith("'") && DANGEROUS.test(value.slice(1));
