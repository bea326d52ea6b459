/** Workbooks as read-excel-file reads them, and the parts in them as they stand. */
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readExcel from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { CELL_CHARACTERS, SHEET_COLUMNS, SHEET_ROWS } from "../../src/formats/spreadsheet-limits.ts";
import { cellText } from "../../src/formats/workbook/cell-text.ts";
import { displayFormat } from "../../src/formats/workbook/display.ts";
import { tableSheet } from "../../src/formats/workbook/table-sheet.ts";
import { type Sheet, writeWorkbook } from "../../src/formats/workbook/workbook.ts";
import { HOSTILE, hostileRows, meaning, stored, tableOf, type Value } from "./hostile-table.ts";

const PROPERTIES = { title: 'Isle & "so"', created: new Date("2026-01-05T10:00:00.000Z") };
const write = async (sheets: readonly Sheet[]) => Buffer.from(await writeWorkbook(sheets, PROPERTIES));
const parts = (bytes: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

async function sheetOf(rows: readonly (readonly Value[])[]): Promise<Sheet> {
  const { sheet } = await tableSheet(stored(HOSTILE, rows, 3), "Table", Number.POSITIVE_INFINITY);
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

/** The cells of a sheet in the words of a table: dates as days, yes and no as 1 and 0. */
async function read(bytes: Buffer): Promise<Value[][]> {
  const [{ data }] = await readExcel(bytes, { trim: false });
  return data.map((row) =>
    HOSTILE.columns.map((_, i) => {
      const value: unknown = row[i] ?? undefined;
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === "boolean" ? Number(value) : (value as Value);
    }),
  );
}

/** Lone surrogates are no text in UTF-8; the reader takes texts of blanks only for missing ones. */
const asRead = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) =>
    row.map((value) => {
      if (typeof value !== "string") return value;
      return value.trim() === "" ? undefined : value.replace(/\p{Surrogate}/gu, "\uFFFD");
    }),
  );
const blank = (value: Value) => (typeof value === "string" && value.trim() === "" ? undefined : value);

describe("a table as a sheet", () => {
  it("gives back every value with its kind, whatever the texts", async () => {
    await fc.assert(
      fc.asyncProperty(hostileRows, async (rows) => {
        const found = await read(await write([await sheetOf(rows)]));
        const [head, ...body] = found;
        expect(head).toEqual(HOSTILE.columns.map(({ name }) => name));
        // Rows at the end without any value are not rows to the reader.
        const wanted = asRead(meaning(rows));
        while (wanted.at(-1)?.every((value) => value === undefined)) wanted.pop();
        expect(body.slice(0, wanted.length).map((row) => row.map(blank))).toEqual(wanted);
      }),
    );
  });

  it("is the same again, whenever it is written", async () => {
    const sheet = await sheetOf([["=1", 1.5, 2, 1, "2014-01-06", "x"]]);
    const [first, second] = [await write([sheet]), await write([sheet])];
    expect(second.equals(first)).toBe(true);
    expect(parts(first)["docProps/core.xml"]).toContain("2026-01-05T10:00:00Z");
  });

  it("stores numbers whole and shows them short; dates are dates, texts texts", async () => {
    const written = parts(await write([await sheetOf([["=1+1", 0.1 + 0.2, 2 ** 53 - 1, 1, "2014-01-06", "007"]])]));
    const xml = written["xl/worksheets/sheet1.xml"];
    expect(xml).toMatch(/<c r="A2" t="s"/);
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>0.30000000000000004<\/v>/);
    expect(xml).toMatch(/<c r="C2" s="\d+"><v>9007199254740991<\/v>/);
    expect(xml).toMatch(/<c r="D2" t="b"[^>]*><v>1<\/v>/);
    expect(xml).toMatch(/<c r="E2" s="\d+"><v>41645<\/v>/);
    expect(xml).toMatch(/<c r="F2" t="s"/);
    expect(written["xl/styles.xml"]).toContain('formatCode="yyyy-mm-dd"');
    expect(written["xl/styles.xml"]).toContain('formatCode="0.0000"');
  });

  it("has a frozen row of heads, filters, no formula and nothing merged", async () => {
    const xml = parts(await write([await sheetOf([["=1+1", 1, 1, 1, "2014-01-06", "@x"]])]))["xl/worksheets/sheet1.xml"];
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A1:F2"');
    expect(xml).not.toMatch(/<f[ >]|mergeCell/);
  });

  it("keeps days that spreadsheets do not know as texts", async () => {
    const days = ["1899-12-31", "1900-02-28", "1900-03-01", "9999-12-31"];
    const { rows } = await sheetOf(days.map((day) => [undefined, undefined, undefined, undefined, day, undefined]));
    expect(rows.map((row) => row[4] instanceof Date)).toEqual([false, false, true, true]);
  });

  it("is not made when a sheet or the workbook cannot hold it, and says why", async () => {
    const wide = Array.from({ length: SHEET_COLUMNS + 1 }, (_, i) => ({ ...HOSTILE.columns[1], name: `c${i}` }));
    expect(await tableSheet(stored({ ...HOSTILE, columns: wide }, []), "Wide", 1e9)).toEqual({
      reason: "16,385 columns, where a sheet has 16,384",
    });
    const piece = tableOf({ ...HOSTILE, columns: HOSTILE.columns.slice(1, 2) }, Array<Value[]>(1 << 17).fill([1]));
    const long = (pieces: number) => ({
      ...stored(piece.spec, []),
      async *read() {
        for (let i = 0; i < pieces; i++) yield piece;
      },
    });
    expect(await tableSheet(long(SHEET_ROWS / piece.rows), "Long", 1e9)).toEqual({
      reason: "more rows than the 1,048,576 of a sheet",
    });
    expect(await tableSheet(long(1), "Long", piece.rows)).toHaveProperty("reason");
    expect(await tableSheet(long(1), "Long", piece.rows + 1)).toHaveProperty("sheet");
  });

  it("cuts a text that no cell holds, in sight", async () => {
    const long = "x".repeat(CELL_CHARACTERS);
    expect(cellText(long)).toBe(long);
    const made = await tableSheet(stored(HOSTILE, [[`${long}y`, ...Array<Value>(5)]]), "Table", 1e9);
    expect(made).toMatchObject({ cut: 1 });
    expect(cellText(`${long}y`)).toMatch(/^x+ \[cut: a cell holds no more\]$/);
    expect(cellText(`${long}y`)).toHaveLength(CELL_CHARACTERS);
    for (const unit of ["_x0041_", "\uFFFE", "😀", "_", "#"]) {
      for (const before of ["", "a", "ab", "abc", "abcd", "abcde", "abcdef"]) {
        const text = before + unit.repeat(CELL_CHARACTERS + 1);
        const cut = cellText(text);
        const [, kept = "?"] = /^(.*) \[cut: a cell holds no more\]$/su.exec(cut) ?? [];
        expect(cut.length).toBeLessThanOrEqual(CELL_CHARACTERS);
        expect(text.startsWith(decoded(kept))).toBe(true);
      }
    }
  });
});

/** As readers decode what XML cannot hold. */
const decoded = (text: string) => text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

describe("how numbers are shown", () => {
  const column = (type: "number" | "integer", unit: string) => ({ name: "c", about: "c", type, unit });
  it.each([
    ["number", "USD", 12_345, "#,##0"],
    ["number", "USD/person", 12.3, "#,##0.0"],
    ["number", "factor", 1, "0.00"],
    ["number", "share", 0.5, "0.0000"],
    ["number", "share", 1e-9, "0.00E+00"],
    ["number", "share", 0, "0"],
    ["number", "as the outcome", 12, undefined],
    ["integer", "year", 2014, "0"],
    ["integer", "", 7, "0"],
    ["integer", "weeks", 52, "#,##0"],
  ] as const)("%s in %s up to %d: %s", (type, unit, largest, format) => {
    expect(displayFormat(column(type, unit), largest)).toBe(format);
  });
});
