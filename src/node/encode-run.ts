/** A finished run as the bytes of its tables and the few numbers that outlive it. */
import { type Model, tableSpecs } from "../core/index.ts";
import { type Table, type TableSpec, textsOf } from "../core/table.ts";
import type { FinishedRun } from "../experiment/perform.ts";
import { type RunIdentity, withRunColumns } from "../experiment/run-identity.ts";
import type { Years } from "../experiment/yearly.ts";
import { csvNumber, csvRows, csvText } from "../formats/csv.ts";
import { type Deed, deedsOf } from "../report/deeds.ts";

export interface EncodedRun {
  readonly run: RunIdentity;
  /** Rows without a header, by name of the table. */
  readonly tables: readonly { readonly name: string; readonly batches: readonly Uint8Array<ArrayBuffer>[] }[];
  /** First day of each recorded week. */
  readonly dates: readonly string[];
  readonly years: Years;
  readonly deeds: readonly Deed[];
  readonly outcome: Readonly<Record<string, number>>;
  readonly finalHash: number;
  readonly weeklyHashes?: Uint32Array;
}

/** The cells that begin every row of a run. */
export function leadCells({ runId, strategy, replicate, seed }: RunIdentity): string[] {
  return [csvText(runId), csvText(strategy), csvNumber(replicate), csvText(seed)];
}

/** The tables that a run appends to, with the columns of the run. */
export function runTableSpecs(model: Model): TableSpec[] {
  return tableSpecs(model).map(withRunColumns);
}

export function encodeRun({ tables, ...rest }: FinishedRun): EncodedRun {
  const encoder = new TextEncoder();
  const lead = leadCells(rest.run);
  return {
    ...rest,
    dates: [...textsOf(tableOf(tables, "timeseries"), "date")],
    deeds: deedsOf(tableOf(tables, "events")),
    tables: tables.map((table) => ({
      name: table.spec.name,
      batches: [...csvRows(table, lead)].map((batch) => encoder.encode(batch) as Uint8Array<ArrayBuffer>),
    })),
  };
}

function tableOf(tables: readonly Table[], name: string): Table {
  const table = tables.find(({ spec }) => spec.name === name);
  if (!table) throw new Error(`a run left no table ${name}`);
  return table;
}
