/** Sheets -> the bytes of an XLSX workbook. The only file that knows which library writes it. */
import { type CellValue, colToLetter, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { cellText } from "./cell-text.ts";

/** A text is never a formula, whatever it begins with; a date is the midnight at its start, in universal time. */
export type Cell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly head: string;
  /** Characters. */
  readonly width: number;
  /** How values are shown, in Excel's notation; they are kept whole. */
  readonly format?: string;
  /** Long texts go on in further lines of their cell. */
  readonly wraps?: boolean;
}

export interface Sheet {
  /** At most 31 characters, without []:*?/\ and different from all others in more than the case of letters. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface WorkbookProperties {
  readonly title: string;
  readonly created: Date;
}

/**
 * A row of heads, frozen, with filters; nothing merged; no formulas. Equal sheets give equal bytes.
 * @throws Error when a name of a sheet is none
 */
export function writeWorkbook(sheets: readonly Sheet[], { title, created }: WorkbookProperties): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(writeSheet),
    properties: { title: cellText(title), creator: "Corridor", created, modified: created },
  });
}

function writeSheet({ name, columns, rows }: Sheet): WriteSheet {
  const heads = columns.map(({ head }) => cellText(head));
  return {
    name,
    columns: columns.map(({ width, format, wraps }) => ({
      width,
      style: {
        ...(format === undefined ? {} : { numFmt: format }),
        ...(wraps ? { alignment: { wrapText: true, vertical: "top" } } : {}),
      },
    })),
    rows: [heads, ...rows.map((row) => row.map(safe))],
    cells: new Map(heads.map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${colToLetter(Math.max(0, columns.length - 1))}${rows.length + 1}` },
  };
}

const safe = (cell: Cell): CellValue => (typeof cell === "string" ? cellText(cell) : cell);
