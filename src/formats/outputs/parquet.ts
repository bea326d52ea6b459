import { tableSchema } from "../data-package.ts";
import { jsonText } from "../json.ts";
import type { OutputFormat } from "../output.ts";
import type { JsonObject, StoredResult, StoredTable } from "../stored-result.ts";

export const parquet: OutputFormat = {
  name: "parquet",
  about: "a file per table with typed columns, small and of any length: R, pandas, DuckDB, Polars, Spark",
  ending: ".parquet",
  dialects: [],
  files({ result, asked = result.tables }) {
    return asked.map((table) => ({
      file: `${table.spec.name}.parquet`,
      bytes: () => encode(result, table),
      holds: { table, form: { keys: { format: "parquet", mediatype: "application/vnd.apache.parquet" } } },
    }));
  },
};

async function* encode(result: StoredResult, table: StoredTable): AsyncGenerator<Uint8Array> {
  const { parquetBytes } = await import("../parquet.ts");
  yield* parquetBytes(table.spec, table.read(), metadata(result, table));
}

/** What of the manifest decides the numbers. Time, machine and command stay out: equal results have equal bytes. */
const PROVENANCE = ["corridor", "seed", "counts", "sources"] as const;

function metadata({ text, manifest }: StoredResult, { spec }: StoredTable): Record<string, string> {
  const provenance = Object.fromEntries(PROVENANCE.flatMap((key) => pick(manifest, key)));
  return {
    "corridor.package": jsonText(text),
    "corridor.table": jsonText({ name: spec.name, description: spec.about, schema: tableSchema(spec) }),
    "corridor.provenance": jsonText(provenance),
  };
}

function pick(manifest: JsonObject, key: string): [string, unknown][] {
  return key in manifest ? [[key, manifest[key]]] : [];
}
