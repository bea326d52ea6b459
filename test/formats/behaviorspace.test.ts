/** The layout of BehaviorSpace tables (version 2.0): six lines, a header, one line per run and step, every cell quoted. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { CellType, TableSpec } from "../../src/core/table.ts";
import { RUN_COLUMNS } from "../../src/experiment/run-identity.ts";
import { behaviorspace } from "../../src/formats/outputs/behaviorspace.ts";
import type { StoredTable } from "../../src/formats/stored-result.ts";
import { bytesOf, stored, storedResult, type Value } from "./hostile-table.ts";

const spec = (name: string, columns: readonly (readonly [string, CellType])[]): TableSpec => ({
  name,
  about: name,
  primaryKey: ["run_id"],
  columns: [...RUN_COLUMNS, ...columns.map(([name, type]) => ({ name, type, unit: "", about: name }))],
});

const RUNS = spec("runs", [
  ["ecosystem", "string"],
  ["start", "date"],
  ["end", "date"],
  ["p_fare", "number"],
  ["p_fixed", "number"],
  ["m_debt", "boolean"],
  ["o_deaths", "number"],
]);
const SERIES = spec("timeseries", [
  ["date", "date"],
  ["step", "integer"],
  ["deaths", "number"],
  ["closed", "boolean"],
]);

const run = (id: string, replicate: number, fare: number, debt: number): Value[] => {
  return [id, 'a "b"', replicate, "7", "isle", "2014-01-06", "2014-01-19", fare, 5, debt, 10 * replicate];
};
const runs: Value[][] = [run("r1", 1, 0.5, 0), run("r2", 2, 1.25, 1), run("r3", 3, 2, 1)];
const week = (id: string, step: number, deaths: number | undefined): Value[] => {
  return [id, 'a "b"', 1, "7", step === 0 ? "2014-01-06" : "2014-01-13", step, deaths, step];
};
// The second run has left no rows.
const series: Value[][] = [week("r1", 0, 1e-7), week("r1", 1, undefined), week("r3", 0, 3), week("r3", 1, -0)];

async function write(tables: readonly StoredTable[], asked?: readonly StoredTable[]): Promise<string> {
  const result = storedResult(tables, { started: "2026-01-05T10:00:00.123Z", scenario: { name: "isle-2014" } });
  const [file] = behaviorspace.files({ result, asked, dialect: undefined, notice: () => {} });
  expect(file.file).toBe("isle-none-behaviorspace.csv");
  return (await bytesOf(file.bytes())).toString();
}

const PREAMBLE = [
  '"BehaviorSpace results (Corridor 1.2.3)","Table version 2.0"',
  '"isle-2014"',
  '"isle-none"',
  '"01/05/2026 10:00:00:123 +0000"',
  '"min-pxcor","max-pxcor","min-pycor","max-pycor"',
  '"0","0","0","0"',
];

describe("a BehaviorSpace table", () => {
  it("has six lines before the header, then what differs between runs, the step, what was measured", async () => {
    const text = await write([stored(RUNS, runs), stored(SERIES, series, 3)]);
    expect(text.split("\n")).toEqual([
      ...PREAMBLE,
      '"[run number]","run_id","strategy","replicate","seed","p_fare","m_debt","[step]","date","deaths","closed"',
      '"1","r1","a ""b""","1","7","0.5","false","0","2014-01-06","1e-7","false"',
      '"1","r1","a ""b""","1","7","0.5","false","1","2014-01-13","","true"',
      '"3","r3","a ""b""","3","7","2","true","0","2014-01-06","3","false"',
      '"3","r3","a ""b""","3","7","2","true","1","2014-01-13","0","true"',
      "",
    ]);
  });

  it("is read as its readers do: six lines skipped, quoted cells", async () => {
    const text = await write([stored(RUNS, runs), stored(SERIES, series)]);
    const rows: Record<string, string>[] = parse(text, { from_line: 7, columns: true });
    expect(rows.map((row) => [row["[run number]"], row["[step]"], row.deaths])).toEqual([
      ["1", "0", "1e-7"],
      ["1", "1", ""],
      ["3", "0", "3"],
      ["3", "1", "0"],
    ]);
  });

  it("counts weeks where rows have dates only", async () => {
    const dated = { ...SERIES, columns: SERIES.columns.filter(({ name }) => name !== "step") };
    const text = await write([
      stored(RUNS, runs),
      stored(
        dated,
        // The third run begins a week later.
        series.map((row, i) => row.toSpliced(5, 1).with(4, ["2014-01-06", "2014-01-13", "2014-01-13", "2014-01-20"][i])),
      ),
    ]);
    const rows: Record<string, string>[] = parse(text, { from_line: 7, columns: true });
    expect(rows.map((row) => row["[step]"])).toEqual(["0", "1", "0", "1"]);
  });

  it("has the end of every run where no series was recorded", async () => {
    const rows: Record<string, string>[] = parse(await write([stored(RUNS, runs)]), { from_line: 7, columns: true });
    expect(rows.map((row) => [row["[run number]"], row["[step]"], row.o_deaths])).toEqual([
      ["1", "2", "10"],
      ["2", "2", "20"],
      ["3", "2", "30"],
    ]);
    expect(rows[0]).not.toHaveProperty("start");
  });

  it("runs no formula", async () => {
    const evil = runs.map((row) => row.with(1, "=1+1"));
    expect(await write([stored(RUNS, evil)])).toContain(`"'=1+1"`);
  });

  it("refuses what is no series of runs", async () => {
    const two = [stored(SERIES, series), stored(RUNS, runs)];
    await expect(write(two, two)).rejects.toThrow(/one table/);
    await expect(write([stored(SERIES, series)])).rejects.toThrow(/no table runs/);
    await expect(write([stored(RUNS, runs), stored(SERIES, series.toReversed())])).rejects.toThrow(/same order/);
    const keyless = stored({ ...SERIES, columns: SERIES.columns.slice(4) }, []);
    await expect(write([stored(RUNS, runs)], [keyless])).rejects.toThrow(/no column run_id/);
    const timeless = stored({ ...SERIES, columns: SERIES.columns.slice(0, 4) }, []);
    await expect(write([stored(RUNS, runs)], [timeless])).rejects.toThrow(/neither step nor date/);
  });
});
