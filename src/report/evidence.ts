/** What a report is made of: the tables of a finished result as they were written, and what was run. */
import type { Land } from "../charts/map.ts";
import type { Ecosystem } from "../core/index.ts";
import type { Table } from "../core/table.ts";
import { type Row, rowsOf } from "./rows.ts";

export interface EvidenceFile {
  readonly file: string;
  readonly sha256: string;
}

export interface Evidence {
  readonly title: string;
  /** As typed; empty when nobody knows. */
  readonly command: string;
  /** As a user would write it. */
  readonly folder: string;
  readonly version: string;
  /** Real persons per simulated migrant; nothing when it differs or nobody knows. */
  readonly scale: number | undefined;
  /** What was set otherwise than the ecosystem has it, as "path=value". */
  readonly changed: readonly string[];
  /** When its runs began. */
  readonly date: string;
  /** By name; a table that is not there was not recorded, or is too large to be read for a report. */
  readonly tables: ReadonlyMap<string, Table>;
  /** All tables of the result, read or not. */
  readonly files: readonly EvidenceFile[];
  readonly ecosystems: readonly Ecosystem[];
  /** The baseline first; one alone is compared with nothing. */
  readonly strategies: readonly string[];
  /** Titles of these strategies by their names, as their documents have them. */
  readonly titles: ReadonlyMap<string, string>;
  /** Runs that were played and that failed. */
  readonly counts: { readonly finished: number; readonly failed: number };
  /** GeoJSON of land for maps; without it a map has none. */
  readonly land: Land | undefined;
  /** What outcomes mean, by name. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** Where a number stands, and how it is computed again. */
export interface From {
  /** A file of the result. */
  readonly file: string;
  /** Which rows of it, as "strategy = shaping, outcome = departures". */
  readonly key: string;
}

/** Rows of a table of the result; none when it is not there. */
export function rowsIn({ tables }: Evidence, name: string): Row[] {
  const table = tables.get(name);
  return table ? rowsOf(table) : [];
}

/** More strategies beside the baseline than can be told apart in one chart. */
const CROWD = 5;

/** So many strategies that each stands in a row of its own, and lists of all of them are tables. */
export const isCrowd = ({ strategies }: Evidence): boolean => strategies.length > CROWD;

/** Number of a strategy in all charts: 0 is the baseline. In a crowd the others look alike, because names and not colours tell them apart. */
export function styleIn(evidence: Evidence, strategy: string): number {
  const place = Math.max(0, evidence.strategies.indexOf(strategy));
  return isCrowd(evidence) ? Math.min(1, place) : place;
}

export interface Place {
  readonly ecosystem: string;
  readonly point: string;
}

/** Where strategies were compared: every ecosystem at every point of the design. */
export function placesIn(evidence: Evidence): Place[] {
  const seen = new Map<string, Place>();
  for (const name of ["effects", "course"]) {
    for (const row of rowsIn(evidence, name)) {
      const place = { ecosystem: row.text("ecosystem"), point: row.text("point") };
      seen.set(`${place.ecosystem}|${place.point}`, place);
    }
  }
  return [...seen.values()];
}
