/** Ways of writing CSV: one that programs read without being told how, and two that Excel opens by a double click. */

export interface CsvDialect {
  readonly name: string;
  readonly about: string;
  readonly delimiter: "," | ";";
  readonly decimal: "." | ",";
  readonly newline: "\n" | "\r\n";
  /** Begins with the mark (U+FEFF) by which Excel knows UTF-8 from the code page of the country. */
  readonly hasMark: boolean;
}

export const STANDARD: CsvDialect = {
  name: "standard",
  about: "comma, decimal point: R, pandas, DuckDB, LibreOffice in English",
  delimiter: ",",
  decimal: ".",
  newline: "\n",
  hasMark: false,
};

const EXCEL: CsvDialect = {
  name: "excel",
  about: "as standard, for a double click in Excel where numbers have a decimal point",
  delimiter: ",",
  decimal: ".",
  newline: "\r\n",
  hasMark: true,
};

const EXCEL_EU: CsvDialect = {
  name: "excel-eu",
  about: "semicolon, decimal comma: for a double click in Excel where numbers have a decimal comma",
  delimiter: ";",
  decimal: ",",
  newline: "\r\n",
  hasMark: true,
};

/** The first is the default. */
export const CSV_DIALECTS = [STANDARD, EXCEL, EXCEL_EU] as const satisfies readonly CsvDialect[];
