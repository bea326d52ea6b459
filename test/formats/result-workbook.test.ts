/** The whole workbook, as read-excel-file reads it. */
import readExcel from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { CellType, TableSpec } from "../../src/core/table.ts";
import { RUN_COLUMNS } from "../../src/experiment/run-identity.ts";
import type { JsonObject, StoredTable } from "../../src/formats/stored-result.ts";
import { resultWorkbook } from "../../src/formats/workbook/result-workbook.ts";
import { HOSTILE, stored, storedResult, type Value } from "./hostile-table.ts";

type Columns = readonly (readonly [string, CellType, string])[];
const spec = (name: string, primaryKey: readonly string[], columns: Columns): TableSpec => ({
  name,
  about: `about ${name}`,
  primaryKey,
  columns: [...RUN_COLUMNS, ...columns.map(([name, type, unit]) => ({ name, type, unit, about: `meaning of ${name}` }))],
});
const lead = (id: string, replicate: number): Value[] => [id, "none", replicate, "7"];

const RUNS = spec(
  "runs",
  ["run_id"],
  [
    ["ecosystem", "string", ""],
    ["start", "date", ""],
    ["p_fare", "number", "USD/person"],
    ["p_fixed", "number", "share"],
    ["m_debt", "boolean", ""],
    ["o_deaths", "number", "persons"],
  ],
);
const runs = stored(RUNS, [
  [...lead("r1", 1), "isle", "2014-01-06", 400, 0.5, 1, 3],
  [...lead("r2", 2), "isle", "2014-01-06", 600.5, 0.5, 1, 4],
]);
const series = stored(
  spec(
    "timeseries",
    ["run_id", "date"],
    [
      ["date", "date", "date"],
      ["deaths", "number", "persons"],
    ],
  ),
  [
    [...lead("r1", 1), "2014-01-06", 1.25],
    [...lead("r2", 2), "2014-01-06", undefined],
  ],
);
const summary = stored(spec("summary", ["strategy", "outcome"], [["mean", "number", "as the outcome"]]), [[...lead("", 1), 2.5]]);
const effects = stored(spec("effects", ["strategy", "outcome"], [["difference", "number", "as the outcome"]]), []);
const ranking = stored({ ...HOSTILE, name: "ranking_of-all", primaryKey: ["text"] }, [["=1", 1, 1, 1, "2014-01-06", "x"]]);
const harms = stored(spec("harms", ["run_id", "harm"], [["count", "number", "incidents"]]), [[...lead("r1", 1), 5]]);
const ALL = [series, harms, runs, summary, ranking, effects];

const MANIFEST: JsonObject = {
  corridor: { version: "1.2.3", commit: "abc+changes" },
  seed: "7",
  started: "2026-01-05T10:00:00.000Z",
  counts: { requested: 3, finished: 2, failed: 1 },
  runs: Array.from({ length: 500 }, (_, i) => i),
  scenario: { name: "isle", strategy: { name: "none" } },
};

interface Workbook {
  readonly names: readonly string[];
  readonly notices: readonly string[];
  readonly bytes: Buffer;
  rows(sheet: string): Record<string, unknown>[];
}

async function workbook(tables: readonly StoredTable[], asked?: readonly StoredTable[], cells?: number): Promise<Workbook> {
  const notices: string[] = [];
  const request = { result: storedResult(tables, MANIFEST), asked, notice: (text: string) => void notices.push(text) };
  const bytes = Buffer.from(await resultWorkbook(request, cells));
  const sheets = await readExcel(bytes);
  return {
    names: sheets.map(({ sheet }) => sheet),
    notices,
    bytes,
    rows(name) {
      const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
      return rows.map((row) => Object.fromEntries(head.map((column, i) => [String(column), row[i]])));
    },
  };
}

const textOf = (rows: readonly Record<string, unknown>[]) => rows.map((row) => `${row.topic ?? ""}: ${row.text}`).join("\n");

describe("a result as a workbook", () => {
  it("has cover, summary, comparison, series, what is not of single runs, and the sheets that explain", async () => {
    const { names, notices } = await workbook(ALL);
    expect(names).toEqual([
      ...["Read me", "Summary", "Comparison", "Series", "Ranking of all"],
      ...["Codebook", "Parameters", "Provenance"],
    ]);
    expect(notices).toEqual([]);
  });

  it("says on its cover what it is, what to be careful with, how to cite it, and what is not in it", async () => {
    const { rows } = await workbook(ALL);
    const cover = textOf(rows("Read me"));
    expect(cover).toContain("Title: Isle: none");
    expect(cover).toContain("What it is: Not a forecast.");
    expect(cover).toMatch(/Limits: A model, not a forecast/);
    expect(cover).toContain("1 of 3 runs failed");
    expect(cover).toContain("changes that no commit records");
    expect(cover).toMatch(/How to cite: .*Corridor.*version 1\.2\.3, commit abc\+changes, result isle-none, seed 7/);
    expect(cover).toContain("Summary: about summary");
    expect(cover).toMatch(/harms\.csv: .*--table harms/);
    expect(cover).not.toContain("summary.csv:");
  });

  it("has every column of every table in its codebook, and where it is", async () => {
    const { rows } = await workbook(ALL);
    const codebook = rows("Codebook");
    const wanted = ALL.flatMap(({ spec }) => spec.columns.map(({ name }) => `${spec.name}.${name}`));
    expect(codebook.map((row) => `${row.table}.${row.column}`)).toEqual(wanted);
    expect(codebook.find((row) => row.table === "timeseries" && row.column === "deaths")).toEqual({
      table: "timeseries",
      column: "deaths",
      type: "number",
      unit: "persons",
      meaning: "meaning of deaths",
      sheet: "Series",
    });
    expect(codebook.find((row) => row.table === "harms")).toMatchObject({ sheet: null });
  });

  it("has the inputs of the runs, with their range where they differ, and no outcome", async () => {
    const { rows } = await workbook(ALL);
    expect(rows("Parameters")).toEqual([
      { name: "ecosystem", value: "isle", lowest: null, highest: null, unit: null, meaning: "meaning of ecosystem" },
      {
        ...{ name: "start", value: new Date("2014-01-06"), lowest: null, highest: null },
        ...{ unit: null, meaning: "meaning of start" },
      },
      { name: "p_fare", value: "differs", lowest: 400, highest: 600.5, unit: "USD/person", meaning: "meaning of p_fare" },
      { name: "p_fixed", value: 0.5, lowest: null, highest: null, unit: "share", meaning: "meaning of p_fixed" },
      { name: "m_debt", value: true, lowest: null, highest: null, unit: null, meaning: "meaning of m_debt" },
    ]);
  });

  it("tells where it comes from, fact by fact; long lists by their length", async () => {
    const { rows } = await workbook(ALL);
    const facts = new Map(rows("Provenance").map(({ fact, value }) => [fact, value]));
    expect(facts.get("corridor.commit")).toBe("abc+changes");
    expect(facts.get("counts.finished")).toBe(2);
    expect(facts.get("scenario.strategy.name")).toBe("none");
    expect(facts.get("runs")).toBe("500 items: see manifest.json");
  });

  it("has the sheets that are asked for", async () => {
    const { names, rows } = await workbook(ALL, [harms, runs]);
    expect(names).toEqual(["Read me", "Harms", "Runs", "Codebook", "Parameters", "Provenance"]);
    expect(rows("Harms")).toEqual([{ run_id: "r1", strategy: "none", replicate: 1, seed: "7", count: 5 }]);
  });

  it("leaves out what has no room, the largest first, and says so in and beside the workbook", async () => {
    const { names, notices, rows } = await workbook([series, summary, runs], [series, summary], 18);
    expect(names).not.toContain("Series");
    expect(names).toContain("Summary");
    expect(notices).toEqual([expect.stringMatching(/^no sheet of timeseries: .*--format parquet/)]);
    expect(textOf(rows("Read me"))).toMatch(/timeseries\.csv: more cells than .*--format parquet/);
  });

  it("gives sheets names that differ", async () => {
    const named = (name: string) => stored({ ...HOSTILE, name, primaryKey: ["text"] }, []);
    const long = "a".repeat(40);
    const { names } = await workbook(["codebook", "x-y", "x_y", "X_Y", "history", long, `${long}b`].map(named));
    expect(names.slice(1, -3)).toEqual([
      ...["Codebook 2", "X y", "X y 2", "X Y 3", "History 2"],
      `A${"a".repeat(30)}`,
      `A${"a".repeat(28)} 2`,
    ]);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
  });

  it("is the same bytes again", async () => {
    const [first, second] = [await workbook(ALL), await workbook(ALL)];
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });
});
