/** A result that was opened in the page: what a reader thread is given, and what it says. */
import type { Wish } from "./protocol.ts";

export interface ResultFile {
  /** From the folder of the result on, with forward slashes. */
  readonly path: string;
  readonly file: File;
}

export interface OpenWish {
  readonly type: "open";
  /** Name of the folder. */
  readonly folder: string;
  readonly files: readonly ResultFile[];
}

/** What the page plays, as a report. */
export interface ReportWish {
  readonly type: "report";
  readonly wish: Wish;
}

export interface OpenedFigure {
  readonly id: string;
  readonly part: string;
  /** The finding. */
  readonly title: string;
  readonly description: string;
  readonly note: string;
  /** Markup in which every text is escaped; empty for a table alone. */
  readonly drawing: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** All rows, as a file. */
  readonly csv: string;
}

export interface OpenedResult {
  readonly folder: string;
  readonly title: string;
  /** Which strategies were compared, the baseline first. */
  readonly strategies: readonly string[];
  readonly lead: readonly string[];
  readonly figures: readonly OpenedFigure[];
  /** The whole report as one file, as `corridor report` writes it. */
  readonly report: string;
}

/** Why a folder cannot be opened: a text of the page, and details of the reader. */
export interface OpenProblem {
  readonly key: "opened.no-result" | "opened.damaged" | "opened.missing" | "opened.unplayed";
  readonly detail: string;
}

/** How many pairs of how many have been played for a report. */
export interface Playing {
  readonly type: "playing";
  readonly done: number;
  readonly of: number;
}

export type FromReader =
  | Playing
  | { readonly type: "opened"; readonly result: OpenedResult }
  | { readonly type: "refused"; readonly problem: OpenProblem };
