/** What spreadsheet programs can hold (Excel, LibreOffice Calc), and what to do with more. */

/** Rows of a sheet, the header included. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;
/** Characters of a cell. */
export const CELL_CHARACTERS = 32_767;

/** What to say of a table that no sheet can hold. */
export function tooLarge(table: string, rows: number, columns: number): string | undefined {
  const parts = [
    ...(rows + 1 > SHEET_ROWS ? [`${grouped(rows)} rows and a header, where a sheet has ${grouped(SHEET_ROWS)} rows`] : []),
    ...(columns > SHEET_COLUMNS ? [`${grouped(columns)} columns, where a sheet has ${grouped(SHEET_COLUMNS)}`] : []),
  ];
  if (parts.length === 0) return undefined;
  return `${table} has ${parts.join("; ")}; a spreadsheet would show a part of it: ${REMEDIES}`;
}

const REMEDIES =
  "use summary.csv or Parquet (--format parquet), or record less (fewer runs, wider windows), or read the CSV with R, pandas or DuckDB";

/** A count in words for people: 1,048,576. */
export const grouped = (count: number): string => count.toLocaleString("en");
