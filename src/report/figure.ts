/** A figure as data: a finding as its title, the drawing, the rows it is drawn of, and where they stand. */
import type { ChartDocument, ChartText, Drawing } from "../charts/drawing.ts";
import type { Table } from "../core/table.ts";
import type { Evidence, From } from "./evidence.ts";

export interface Figure {
  /** The finding; "no clear difference" where that is it. */
  readonly title: string;
  /** Measure, unit, span, kind of band or interval. */
  readonly description: string;
  /** Nothing for a table alone. */
  readonly draw?: (document: ChartDocument, text: ChartText) => Drawing;
  /** The same numbers, as the file has them. */
  readonly table: Table;
  readonly from: From;
  /** What to be careful with. */
  readonly note?: string;
}

/** A kind of figure: an entry of the catalogue in `figures/`. */
export interface FigureKind {
  readonly kind: string;
  /** What it shows, for the list of what is left out. */
  readonly about: string;
  /** Where its numbers come from and how to get them, for the same list. */
  readonly needs: string;
  /** None when the result has not what it takes. The rows are those of one place, unless it is about all of them. */
  readonly isAcross?: boolean;
  make(evidence: Evidence): Figure[];
}
