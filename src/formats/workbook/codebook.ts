/** The sheets that explain: every column of every table, what went into the runs, and where all of it comes from. */
import type { RunInputs } from "../run-inputs.ts";
import type { Json, JsonObject, StoredTable } from "../stored-result.ts";
import { isObject } from "../stored-result.ts";
import { cellOf } from "./table-sheet.ts";
import type { Cell, Sheet, SheetColumn } from "./workbook.ts";

const column = (head: string, width: number, wraps = false): SheetColumn => ({ head, width, wraps });

/** @param sheets names of sheets by name of the table; tables without one are told as such */
export function codebookSheet(tables: readonly StoredTable[], sheets: ReadonlyMap<string, string>): Sheet {
  return {
    name: "Codebook",
    columns: [
      column("table", 16),
      column("column", 32),
      column("type", 10),
      column("unit", 22),
      column("meaning", 80, true),
      column("sheet", 16),
    ],
    rows: tables.flatMap(({ spec }) =>
      spec.columns.map(({ name, type, unit, about }): Cell[] => [
        ...[spec.name, name, type, unit === "" ? null : unit, about],
        sheets.get(spec.name) ?? null,
      ]),
    ),
  };
}

/** One row per input; what differs between runs is given by its range. */
export function parametersSheet({ inputs }: RunInputs): Sheet {
  return {
    name: "Parameters",
    columns: [
      column("name", 44),
      column("value", 16),
      column("lowest", 12),
      column("highest", 12),
      column("unit", 22),
      column("meaning", 80, true),
    ],
    rows: inputs.map(({ column: spec, value, varies, low, high }): Cell[] => [
      spec.name,
      varies ? "differs" : cellOf(spec, value),
      ...(varies ? [cellOf(spec, low), cellOf(spec, high)] : [null, null]),
      spec.unit === "" ? null : spec.unit,
      spec.about,
    ]),
  };
}

/** Items of a list that are told one by one. */
const LONGEST_LIST = 100;

/** Every single fact of the manifest, by its path. */
export function provenanceSheet(manifest: JsonObject): Sheet {
  return { name: "Provenance", columns: [column("fact", 60), column("value", 80, true)], rows: facts(manifest, "") };
}

function facts(value: Json, path: string): Cell[][] {
  if (Array.isArray(value)) {
    if (value.length > LONGEST_LIST) return [[path, `${value.length} items: see manifest.json`]];
    return (value as readonly Json[]).flatMap((item, i) => facts(item, `${path}[${i}]`));
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => facts(item, path === "" ? key : `${path}.${key}`));
  }
  return [[path, value as string | number | boolean | null]];
}
