/** `corridor export`: a result becomes files that other programs read. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OUTPUTS } from "../../src/formats/outputs/index.ts";
import { writeSmallResult } from "../fixtures/small-result.ts";
import { fixture } from "../fixtures/tiny.ts";
import { corridor } from "./terminal.ts";

const MAIN = fileURLToPath(new URL("../../dist/corridor.js", import.meta.url));

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), "corridor-export-"));
  writeSmallResult(join(root, "r"));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const at = (...parts: string[]) => join(root, ...parts);
const give = (...argv: string[]) => corridor("export", at("r"), ...argv);
const printed = (out: string) => out.trimEnd().split("\n");
const read = (...parts: string[]) => fs.readFileSync(at(...parts), "utf8");

/** Every file of a folder and those below, as bytes in hexadecimal. */
function content(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => fs.statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.sort().map((path) => [path, fs.readFileSync(join(folder, path), "hex")]));
}

async function query(sql: string): Promise<unknown[][]> {
  const duck = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    return (await duck.runAndReadAll(sql)).getRowsJson() as unknown[][];
  } finally {
    duck.closeSync();
  }
}

describe("an export", () => {
  it("is a workbook unless another format is asked for, in the result and beside its files", async () => {
    const before = content(at("r"));
    const { status, out, err } = await give();
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(printed(out)).toEqual([at("r", "exports", "isle-none.xlsx")]);
    expect((await readExcel(at("r", "exports", "isle-none.xlsx"))).map(({ sheet }) => sheet)).toEqual([
      "Read me",
      "Summary",
      "Series",
      "Codebook",
      "Parameters",
      "Provenance",
    ]);
    expect(content(at("r"))).toMatchObject(before);
  });

  it("is a folder of files with a description of them, where there is one for each table", async () => {
    const { out } = await give("--format", "parquet");
    const names = ["timeseries.parquet", "runs.parquet", "summary.parquet", "datapackage.json"];
    expect(printed(out)).toEqual(names.map((name) => at("r", "exports", "parquet", name)));
    const { resources } = JSON.parse(read("r", "exports", "parquet", "datapackage.json"));
    for (const { path, bytes, format } of resources) {
      expect({ path, bytes, format }).toEqual({
        path,
        bytes: fs.statSync(at("r", "exports", "parquet", path)).size,
        format: "parquet",
      });
    }
    const sql = `select deaths from '${at("r", "exports", "parquet", "timeseries.parquet")}'`;
    expect(await query(sql)).toEqual([[0.5], [null], [1e-300]]);
  });

  it("is CSV for a country with a decimal comma, and says so in its description", async () => {
    await give("--format", "csv", "--dialect", "excel-eu", "--table", "summary", "--table", "timeseries", "--out", at("eu"));
    expect(fs.readdirSync(at("eu")).sort()).toEqual(["datapackage.json", "summary.csv", "timeseries.csv"]);
    expect(read("eu", "summary.csv")).toBe(
      `\uFEFFrun_id;strategy;replicate;seed;outcome;mean\r\n;none;;7;"'=SUM(A1), ""so""";0,25\r\n`,
    );
    const { resources } = JSON.parse(read("eu", "datapackage.json"));
    expect(resources[0].dialect).toMatchObject({ delimiter: ";", lineTerminator: "\r\n" });
    expect(resources[0].schema.fields.at(-1)).toMatchObject({ type: "number", decimalChar: "," });
    expect(resources[0].schema).not.toHaveProperty("foreignKeys");
  });

  it("gives the very same files in the standard dialect, and those can be exported again", async () => {
    await give("--format", "csv", "--out", at("again"));
    for (const file of ["timeseries.csv", "runs.csv", "summary.csv", "datapackage.json"]) {
      expect(read("again", file)).toBe(read("r", file));
    }
    expect((await corridor("export", at("again"))).status).toBe(0);
  });

  it("is a table as NetLogo writes it", async () => {
    const { out } = await give("--format", "behaviorspace");
    const text = fs.readFileSync(printed(out)[0], "utf8");
    expect(text).toMatch(/^"BehaviorSpace results \(Corridor 1\.2\.3\)","Table version 2\.0"\n/);
    const rows: Record<string, string>[] = parse(text, { from_line: 7, columns: true });
    expect(rows.map((row) => [row["[run number]"], row.p_fare, row["[step]"], row.deaths])).toEqual([
      ["1", "400", "0", "0.5"],
      ["1", "400", "1", ""],
      ["2", "401", "0", "1e-300"],
    ]);
  });

  it.each(OUTPUTS)("has the same bytes again: $name", async ({ name }) => {
    await give("--format", name, "--out", at("a"));
    await give("--format", name, "--out", at("b"));
    expect(content(at("b"))).toEqual(content(at("a")));
  });

  it("is one file where one is named", async () => {
    expect(printed((await give("--out", at("x.XLSX"))).out)).toEqual([at("x.XLSX")]);
    expect(printed((await give("-t", "parquet", "--table", "runs", "-o", at("runs.parquet"))).out)).toEqual([at("runs.parquet")]);
    const several = await give("-t", "parquet", "-o", at("all.parquet"));
    expect(several).toMatchObject({ status: 2, err: expect.stringContaining("3 tables do not go into one file") });
  });

  it("replaces nothing unasked", async () => {
    await give("-o", at("x.xlsx"));
    fs.writeFileSync(at("x.xlsx"), "mine");
    expect(await give("-o", at("x.xlsx"))).toMatchObject({ status: 2, err: expect.stringContaining("--force") });
    expect(read("x.xlsx")).toBe("mine");
    expect((await give("-o", at("x.xlsx"), "--force")).status).toBe(0);
    expect(read("x.xlsx")).not.toBe("mine");
  });

  it.each([
    [["--format", "parqet"], /no format called parqet\nwhat to do: did you mean parquet\?/],
    [["--format", "csv", "--dialect", "exel"], /no dialect called exel\nwhat to do: did you mean excel\?/],
    [["--dialect", "excel"], /xlsx has no dialects/],
    [["--table", "rums"], /no table rums\nwhat to do: it has: timeseries, runs, summary/],
    [["--format", "csv", "--out", "r"], /stays as it was written/],
  ])("refuses %j with status 2, and writes nothing", async (argv, reason) => {
    const before = content(root);
    const { status, err } = await give(...argv.map((word) => (word === "r" ? at("r") : word)));
    expect(status).toBe(2);
    expect(err).toMatch(reason);
    expect(content(root)).toEqual(before);
  });

  it("refuses what is no result, and what somebody changed, and leaves nothing", async () => {
    expect((await corridor("export", root)).status).toBe(2);
    fs.appendFileSync(at("r", "runs.csv"), "r3,none,3,9,1,1\n");
    const { status, err } = await give("--format", "parquet");
    expect(status).toBe(74);
    expect(err).toMatch(/runs\.csv is damaged/);
    expect(fs.existsSync(at("r", "exports"))).toBe(false);
  });
});

const program = (...argv: string[]) => spawnSync(process.execPath, [MAIN, ...argv], { cwd: root, encoding: "utf8" });

describe("a comparison", () => {
  it("is exported as a run is: effects are the sheet called Comparison", async () => {
    const strategies = [fixture("tiny-shaping.yaml"), "none"];
    const played = program("compare", fixture("tiny.yaml"), ...strategies, "-n", "2", "--out", "c", "--no-cache", "--quiet");
    expect({ status: played.status, err: played.stderr }).toEqual({ status: 0, err: "" });
    for (const { name } of OUTPUTS) expect(program("export", "c", "--format", name)).toMatchObject({ status: 0, stderr: "" });
    const sheets = await readExcel(at("c", "exports", "tiny-comparison.xlsx"));
    expect(sheets.slice(0, 3).map(({ sheet }) => sheet)).toEqual(["Read me", "Comparison", "Series"]);
    const effects: string[][] = parse(read("c", "effects.csv"));
    expect(sheets[1].data.map((row) => row.map(asText))).toEqual(effects);
    expect(program("verify", "c", "--quiet").status).toBe(0);
  }, 180_000);

  it("is offered to shells with its formats", () => {
    expect(program("complete", "--", "export", "c", "--format", "par").stdout).toContain("parquet");
    expect(program("complete", "--", "export", "c", "--dialect", "excel-").stdout).toContain("excel-eu");
  });
});

describe("the shipped example", () => {
  it("is exported whole, in every format, and every value is found again", async () => {
    const short = ["--scale", "500", "--end", "2014-04-27", "--replicates", "2", "--out", "played"];
    expect(program("run", "central-mediterranean", "--strategy", "shaping", ...short).status).toBe(0);
    for (const { name } of OUTPUTS) {
      const { status, stderr } = program("export", "played", "--format", name);
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: "" });
    }
    const { resources } = JSON.parse(read("played", "datapackage.json"));
    for (const { name, path } of resources) {
      // The same query of two files of different kinds.
      const ours = `select * from '${at("played", "exports", "parquet", `${name}.parquet`)}'`;
      const types = (await query(`describe ${ours}`)).map(([column, type]) => `'${column}': '${type}'`).join();
      const theirs = `select * from read_csv('${at("played", path)}', header = true, columns = {${types}})`;
      const rows = await query(ours);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(await query(theirs));
    }
    const sheets = await readExcel(at("played", "exports", "central-mediterranean-shaping.xlsx"));
    const series = sheets.find(({ sheet }) => sheet === "Series")?.data ?? [];
    const rows: string[][] = parse(read("played", "timeseries.csv"));
    expect(series.map((row) => row.map(asText))).toEqual(rows);
    const codebook = sheets.find(({ sheet }) => sheet === "Codebook")?.data.slice(1) ?? [];
    const fields = resources.flatMap(({ name, schema }: { name: string; schema: { fields: { name: string }[] } }) =>
      schema.fields.map((field) => `${name}.${field.name}`),
    );
    expect(codebook.map(([table, column]) => `${table}.${column}`)).toEqual(fields);
  }, 180_000);
});

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}
