/**
 * A result -> a workbook:
 *
 * Read me, Summary, Comparison, Series, what else there is about several runs, Codebook, Parameters, Provenance
 */
import type { OutputRequest } from "../output.ts";
import { RUNS, type RunInputs, readRunInputs } from "../run-inputs.ts";
import { CELL_CHARACTERS, grouped } from "../spreadsheet-limits.ts";
import { type StoredResult, type StoredTable, startOf } from "../stored-result.ts";
import { codebookSheet, parametersSheet, provenanceSheet } from "./codebook.ts";
import { coverSheet } from "./cover.ts";
import { tableSheet } from "./table-sheet.ts";
import { type Sheet, writeWorkbook } from "./workbook.ts";

/** Cells of all tables together: more would need a gigabyte of memory to write, and as much to open. */
export const WORKBOOK_CELLS = 2_000_000;
/** Tables that have a sheet where there is such a table, and their names. */
const SHEETS: ReadonlyMap<string, string> = new Map([
  ["summary", "Summary"],
  ["effects", "Comparison"],
  ["timeseries", "Series"],
]);
const LONGEST_NAME = 31;
const REMEDY = "use --format parquet, or --format csv with --dialect excel or excel-eu, or summary.csv";

/** @param cells of all tables together; for tests */
export async function resultWorkbook(
  { result, asked, notice }: Pick<OutputRequest, "result" | "asked" | "notice">,
  cells: number = WORKBOOK_CELLS,
): Promise<Uint8Array> {
  const chosen = asked ?? chosenTables(result);
  const sheets: { table: StoredTable; sheet: Sheet }[] = [];
  const warnings: string[] = [];
  const leftOut = result.tables
    .filter((table) => !chosen.includes(table))
    .map(({ spec: { name } }) => ({ table: name, reason: `not asked for; --table ${name} makes a sheet of it` }));
  let room = cells;
  const taken = ["Read me", "Codebook", "Parameters", "Provenance"];
  // The small ones first, so that a large one takes no room of theirs.
  for (const table of chosen.toSorted((a, b) => (a.bytes ?? 0) - (b.bytes ?? 0))) {
    const name = sheetName(table.spec.name, taken);
    const made = await tableSheet(table, name, room);
    if (!made.sheet) {
      leftOut.push({ table: table.spec.name, reason: `${made.reason}: ${REMEDY}` });
      notice(`no sheet of ${table.spec.name}: ${made.reason}; ${REMEDY}`);
      continue;
    }
    taken.push(name);
    sheets.push({ table, sheet: made.sheet });
    room -= (made.sheet.rows.length + 1) * table.spec.columns.length;
    if (made.cut > 0) {
      const warning = `${name}: ${made.cut} texts are cut, as a cell holds ${grouped(CELL_CHARACTERS)} characters; ${table.spec.name}.csv has them whole`;
      warnings.push(warning);
      notice(warning);
    }
  }
  sheets.sort((a, b) => chosen.indexOf(a.table) - chosen.indexOf(b.table));
  const names = new Map(sheets.map(({ table, sheet }) => [table.spec.name, sheet.name]));
  const explaining = [codebookSheet(result.tables, names), ...(await inputsOf(result)), provenanceSheet(result.manifest)];
  const cover = coverSheet({
    result,
    sheets: [
      ...sheets.map(({ table, sheet }) => ({ name: sheet.name, about: table.spec.about })),
      { name: "Codebook", about: "every column of every table of the result" },
      { name: "Parameters", about: "everything that went into the runs" },
      { name: "Provenance", about: "which program, which files, which seed: manifest.json, fact by fact" },
    ],
    leftOut,
    warnings,
  });
  return writeWorkbook([cover, ...sheets.map(({ sheet }) => sheet), ...explaining], {
    title: result.text.title,
    created: startOf(result),
  });
}

/** Those that have a name as a sheet, in that order, then those whose rows are not of single runs. */
function chosenTables({ tables }: StoredResult): StoredTable[] {
  const named = [...SHEETS.keys()].flatMap((name) => tables.filter(({ spec }) => spec.name === name));
  const general = tables.filter(({ spec: { primaryKey } }) => primaryKey.length > 0 && !primaryKey.includes("run_id"));
  return [...new Set([...named, ...general])];
}

async function inputsOf(result: StoredResult): Promise<Sheet[]> {
  const runs = result.tables.find(({ spec }) => spec.name === RUNS);
  const inputs: RunInputs = runs ? await readRunInputs(runs) : { runs: 0, inputs: [] };
  return [parametersSheet(inputs)];
}

/** The name of a table as a heading; Excel takes names that differ in case only for the same. */
function sheetName(table: string, taken: readonly string[]): string {
  const words = table.replaceAll(/[_-]+/g, " ").trim();
  const name = SHEETS.get(table) ?? (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, LONGEST_NAME);
  const isTaken = (one: string) => [...taken, "History"].some((other) => other.toLowerCase() === one.toLowerCase());
  let free = name;
  for (let n = 2; isTaken(free); n++) free = `${name.slice(0, LONGEST_NAME - 1 - String(n).length)} ${n}`;
  return free;
}
