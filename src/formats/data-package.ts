/**
 * datapackage.json: what every file and every column is, for people and for programs (Frictionless Data Package; keys of
 * version 1 and 2 side by side, so that readers of either find theirs).
 */
import type { CellType, TableSpec } from "../core/table.ts";

export interface PackagedTable {
  readonly spec: TableSpec;
  /** File name in the folder. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Its run_id is that of a row of the table of runs, or empty. */
  readonly refersToRuns: boolean;
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

function resource({ spec, path, bytes, sha256, refersToRuns }: PackagedTable, runs: string): object {
  return {
    name: spec.name,
    profile: "tabular-data-resource",
    type: "table",
    description: spec.about,
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      fields: spec.columns.map(({ name, type, unit, about }) => ({
        name,
        ...FIELD_TYPES[type],
        description: about,
        unit,
      })),
      missingValues: [""],
      ...(spec.primaryKey.length > 0 ? { primaryKey: spec.primaryKey } : {}),
      ...(refersToRuns ? { foreignKeys: [{ fields: ["run_id"], reference: { resource: runs, fields: ["run_id"] } }] } : {}),
    },
  };
}
