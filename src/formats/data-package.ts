/**
 * datapackage.json: what every file and every column is, for people and for programs (Frictionless Data Package; keys of
 * version 1 and 2 side by side, so that readers of either find theirs).
 */
import type { CellType, TableSpec } from "../core/table.ts";
import { type CsvDialect, STANDARD } from "./csv-dialect.ts";

/** How the bytes of a file are to be read: keys of its description, beside those of the table. */
export interface FileForm {
  readonly keys: Readonly<Record<string, unknown>>;
  /** More keys of every column of numbers. */
  readonly numberKeys?: Readonly<Record<string, unknown>>;
}

export function csvForm({ delimiter, newline, decimal }: CsvDialect = STANDARD): FileForm {
  return {
    keys: {
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter, lineTerminator: newline, quoteChar: '"', doubleQuote: true, header: true },
    },
    ...(decimal === STANDARD.decimal ? {} : { numberKeys: { decimalChar: decimal } }),
  };
}

export interface PackagedTable {
  readonly spec: TableSpec;
  /** File name in the folder. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Its run_id is that of a row of the table of runs, or empty. */
  readonly refersToRuns: boolean;
  /** Standard CSV when absent. */
  readonly form?: FileForm;
}

export interface PackageText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

const FIELD_TYPES = {
  string: { type: "string" },
  number: { type: "number" },
  integer: { type: "integer" },
  boolean: { type: "boolean", trueValues: ["TRUE"], falseValues: ["FALSE"] },
  date: { type: "date", format: "default" },
} as const satisfies Record<CellType, object>;

/** @param runs name of the table that has a row per run */
export function dataPackage(text: PackageText, tables: readonly PackagedTable[], runs: string): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "tabular-data-package",
    ...text,
    resources: tables.map((table) => resource(table, runs)),
  };
}

function resource({ spec, path, bytes, sha256, refersToRuns, form = csvForm() }: PackagedTable, runs: string): object {
  return {
    name: spec.name,
    profile: "tabular-data-resource",
    type: "table",
    description: spec.about,
    path,
    ...form.keys,
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      ...tableSchema(spec, form.numberKeys),
      ...(refersToRuns ? { foreignKeys: [{ fields: ["run_id"], reference: { resource: runs, fields: ["run_id"] } }] } : {}),
    },
  };
}

/** Type, unit and meaning of every column, and the key. */
export function tableSchema({ columns, primaryKey }: TableSpec, numberKeys: FileForm["numberKeys"] = {}): object {
  return {
    fields: columns.map(({ name, type, unit, about }) => ({
      name,
      ...FIELD_TYPES[type],
      ...(type === "number" ? numberKeys : {}),
      description: about,
      unit,
    })),
    missingValues: [""],
    ...(primaryKey.length > 0 ? { primaryKey } : {}),
  };
}
