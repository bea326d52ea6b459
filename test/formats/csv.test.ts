import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellType, Table, TableColumn } from "../../src/core/table.ts";
import { csvHeader, csvNumber, csvRows, csvText } from "../../src/formats/csv.ts";

const column = (name: string, type: CellType): TableColumn => ({ name, type, unit: "1", about: name });
const COLUMNS = [
  column("name", "string"),
  column("price", "number"),
  column("persons", "integer"),
  column("listed", "boolean"),
  column("week", "date"),
];

function table(rows: readonly (readonly [string, number, number, number, string])[]): Table {
  return {
    spec: { name: "t", about: "t", columns: COLUMNS, primaryKey: ["name"] },
    rows: rows.length,
    data: [
      rows.map((row) => row[0]),
      Float64Array.from(rows, (row) => row[1]),
      Float64Array.from(rows, (row) => row[2]),
      Float64Array.from(rows, (row) => row[3]),
      rows.map((row) => row[4]),
    ],
  };
}

const write = (content: Table, lead?: string[]) => csvHeader(content.spec.columns) + [...csvRows(content, lead)].join("");

describe("CSV", () => {
  it("writes one row a line, TRUE and FALSE, empty for missing, the shortest decimals", () => {
    const text = write(
      table([
        ["sabha-tripoli", 0.1 + 0.2, 3, 1, "2018-06-07"],
        ["", -0, Number.NaN, 0, ""],
        ["b", 1e-7, 2 ** 53, Number.NaN, "2018-06-14"],
      ]),
    );
    expect(text).toBe(
      "name,price,persons,listed,week\n" +
        "sabha-tripoli,0.30000000000000004,3,TRUE,2018-06-07\n" +
        ",0,,FALSE,\n" +
        "b,1e-7,9007199254740992,,2018-06-14\n",
    );
  });

  it("begins every row with the cells that it is given", () => {
    expect(write(table([["a", 1, 2, 1, ""]]), ["r1", "none", "1"])).toContain("\nr1,none,1,a,1,2,TRUE,\n");
  });

  it("leaves cells empty that are not finite", () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, undefined].map(csvNumber)).toEqual(Array(4).fill(""));
  });

  it.each(["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\nx", "＝1", "-"])("disarms the formula %j", (text) => {
    expect(csvText(text).replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("begins with no byte order mark and keeps accents", () => {
    const bytes = new TextEncoder().encode(write(table([["Gaël", 1, 1, 1, ""]])));
    expect(bytes[0]).toBe("n".charCodeAt(0));
    expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)).toContain("Gaël");
  });

  it("makes batches of a table that is longer than one", () => {
    const rows = 10_001;
    const long = table(Array.from({ length: rows }, (_, i) => [`n${i}`, i / 3, i, i % 2, ""] as const));
    const batches = [...csvRows(long)];
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.join("").split("\n")).toHaveLength(rows + 1);
  });

  it("gives the bytes that csv-stringify gives, whatever the cells", () => {
    const number = fc.oneof(fc.double({ noNaN: false }), fc.integer(), fc.constantFrom(-0, 1e21, 5e-324, 0.1));
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('a"b', "a,b", "a\nb", "a\r\nb", "a\rb", "\r", "=1", "-x", " lead", "trail ", "'quoted'", "é"),
    );
    const row = fc.tuple(text, number, number, fc.constantFrom(0, 1, Number.NaN), text);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const records = rows.map(([name, price, persons, listed, week]) => [
          disarmed(name),
          missing(price),
          missing(persons),
          Number.isNaN(listed) ? undefined : listed === 1,
          disarmed(week),
        ]);
        const theirs = stringify(records, {
          escape_formulas: true,
          quoted_match: /[\r\n]/,
          record_delimiter: "\n",
          cast: { boolean: (value) => (value ? "TRUE" : "FALSE"), number: (value) => String(value) },
        });
        expect([...csvRows(table(rows))].join("")).toBe(theirs);
      }),
    );
  });

  it("reads back as the same values", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.double({ noDefaultInfinity: true }))), (rows) => {
        const text = [...csvRows(table(rows.map(([name, price]) => [name, price, 1, 1, "2018-06-07"] as const)))].join("");
        const read = parse(text);
        expect(read.map((cells) => cells[0])).toEqual(rows.map(([name]) => apostrophe(name)));
        expect(read.map((cells) => (cells[1] === "" ? Number.NaN : Number(cells[1])))).toEqual(
          rows.map(([, price]) => price + 0),
        );
      }),
    );
  });
});

const missing = (value: number) => (Number.isFinite(value) ? value + 0 : undefined);
/** csv-stringify knows every dangerous first character but the line feed. */
const disarmed = (text: string) => (text.startsWith("\n") ? `'${text}` : text);
const apostrophe = (text: string) => (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text);

/** RFC 4180, as small as it can be. */
function parse(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    record.push(found[1] === undefined ? (found[2] as string) : found[1].replaceAll('""', '"'));
    if (found[3] === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
