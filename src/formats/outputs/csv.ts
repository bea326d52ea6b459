import { CSV_DIALECTS, type CsvDialect } from "../csv-dialect.ts";
import { csvForm } from "../data-package.ts";
import type { OutputFormat } from "../output.ts";
import { tooLarge } from "../spreadsheet-limits.ts";
import type { StoredTable } from "../stored-result.ts";

export const csv: OutputFormat = {
  name: "csv",
  about: "a file per table, in a dialect of CSV",
  ending: ".csv",
  dialects: CSV_DIALECTS,
  files({ result, asked = result.tables, dialect: wanted, notice }) {
    const dialect = CSV_DIALECTS.find(({ name }) => name === wanted) ?? CSV_DIALECTS[0];
    return asked.map((table) => ({
      file: `${table.spec.name}.csv`,
      bytes: () => encode(table, dialect, notice),
      holds: { table, form: csvForm(dialect) },
    }));
  },
};

async function* encode(
  { spec, read }: StoredTable,
  dialect: CsvDialect,
  notice: (text: string) => void,
): AsyncGenerator<Uint8Array> {
  const { csvHeader, csvRows } = await import("../csv.ts");
  const encoder = new TextEncoder();
  yield encoder.encode(csvHeader(spec.columns, dialect));
  let rows = 0;
  for await (const table of read()) {
    rows += table.rows;
    for (const batch of csvRows(table, [], dialect)) yield encoder.encode(batch);
  }
  const warning = tooLarge(spec.name, rows, spec.columns.length);
  if (warning !== undefined) notice(warning);
}
