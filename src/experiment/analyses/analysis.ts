/** The contract between the catalogue of analyses and whoever finishes a sweep: finished runs in, tables and sentences out. */
import type { Entry } from "../../core/index.ts";
import { isText, type Table, type TableColumn, type TableSpec } from "../../core/table.ts";
import { ECOSYSTEM_COLUMN, PLACE_COLUMNS } from "../place-columns.ts";
import type { Plan } from "../plan.ts";
import type { Place, Readings } from "../readings.ts";
import type { AnalysisKind } from "./kinds.ts";

export interface Analysed {
  readonly tables: readonly Table[];
  /** What it comes to, in plain words. */
  readonly sentences: readonly string[];
  /** What of that a person reads first; everything when left out. */
  readonly brief?: readonly string[];
  /** Checks that failed though they were expected to hold: the program then ends with 3. */
  readonly failedChecks?: number;
}

export interface Analysis extends Entry {
  readonly kind: AnalysisKind;
  /** Why it cannot be made of such a plan, in words; empty when it can. */
  problems(plan: Plan): readonly string[];
  make(readings: Readings): Analysed;
}

/** Every ecosystem at every point; over an ensemble, which is drawn from as luck is, every ecosystem. */
export function placesOf({ ecosystems, points, drawn }: Plan): Required<Place>[] {
  if (drawn) return ecosystems.map((_, ecosystem) => ({ ecosystem, point: 0 }));
  return ecosystems.flatMap((_, ecosystem) => points.map((_, point) => ({ ecosystem, point })));
}

/** The point of a place as tables name it. */
export function pointName({ ensemble, pointIds }: Plan, { point }: Required<Place>): string {
  return ensemble ? `ensemble ${ensemble.name}` : (pointIds[point] ?? "");
}

/** Tables about single places as one, with the place before their own columns. */
export function joined(plan: Plan, parts: readonly { readonly place: Required<Place>; readonly table: Table }[]): Table {
  return withLead(
    PLACE_COLUMNS,
    parts.map(({ place, table }) => ({
      lead: [plan.ecosystems[place.ecosystem]?.name ?? "", pointName(plan, place)],
      table,
    })),
  );
}

/** Tables about ecosystems as one. @param tables one for each ecosystem, in order */
export function joinedByEcosystem(plan: Plan, tables: readonly Table[]): Table {
  return withLead(
    [ECOSYSTEM_COLUMN],
    tables.map((table, i) => ({ lead: [plan.ecosystems[i]?.name ?? ""], table })),
  );
}

/** @param lead texts that begin every row of a part */
function withLead(
  lead: readonly TableColumn[],
  parts: readonly { readonly lead: readonly string[]; readonly table: Table }[],
): Table {
  const [first] = parts;
  if (!first) throw new Error("nothing to join");
  const own = first.table.spec;
  const spec: TableSpec = {
    ...own,
    columns: [...lead, ...own.columns],
    primaryKey: own.primaryKey.length > 0 ? [...lead.map(({ name }) => name), ...own.primaryKey] : [],
  };
  return {
    spec,
    rows: parts.reduce((sum, { table }) => sum + table.rows, 0),
    data: [
      ...lead.map((_, i) => parts.flatMap((part) => Array<string>(part.table.rows).fill(part.lead[i] ?? ""))),
      ...own.columns.map(({ type }, i) =>
        isText(type)
          ? parts.flatMap(({ table }) => table.data[i] as readonly string[])
          : Float64Array.from(parts.flatMap(({ table }) => [...(table.data[i] as Float64Array)])),
      ),
    ],
  };
}
