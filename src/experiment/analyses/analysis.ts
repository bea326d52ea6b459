/** The contract between the catalogue of analyses and whoever finishes a sweep: finished runs in, tables and sentences out. */
import type { Entry } from "../../core/index.ts";
import { isText, type Table, type TableSpec } from "../../core/table.ts";
import { ECOSYSTEM_COLUMN, PLACE_COLUMNS } from "../place-columns.ts";
import type { Plan } from "../plan.ts";
import type { Place, Readings } from "../readings.ts";
import type { AnalysisKind } from "./kinds.ts";

export interface Analysed {
  readonly tables: readonly Table[];
  /** What it comes to, in plain words. */
  readonly sentences: readonly string[];
}

export interface Analysis extends Entry {
  readonly kind: AnalysisKind;
  /** Why it cannot be made of such a plan, in words; empty when it can. */
  problems(plan: Plan): readonly string[];
  make(readings: Readings): Analysed;
}

/** Every ecosystem at every point. */
export function placesOf({ ecosystems, points }: Plan): Required<Place>[] {
  return ecosystems.flatMap((_, ecosystem) => points.map((_, point) => ({ ecosystem, point })));
}

/** Tables about single places as one, with the place before their own columns. */
export function joined(plan: Plan, parts: readonly { readonly place: Required<Place>; readonly table: Table }[]): Table {
  const [first] = parts;
  if (!first) throw new Error("nothing to join");
  const own = first.table.spec;
  const spec: TableSpec = {
    ...own,
    columns: [...PLACE_COLUMNS, ...own.columns],
    primaryKey: own.primaryKey.length > 0 ? [ECOSYSTEM_COLUMN.name, "point", ...own.primaryKey] : [],
  };
  const rows = parts.reduce((sum, { table }) => sum + table.rows, 0);
  const repeated = (text: (place: Required<Place>) => string) =>
    parts.flatMap(({ place, table }) => Array<string>(table.rows).fill(text(place)));
  return {
    spec,
    rows,
    data: [
      repeated(({ ecosystem }) => plan.ecosystems[ecosystem]?.name ?? ""),
      repeated(({ point }) => plan.pointIds[point] ?? ""),
      ...own.columns.map(({ type }, i) =>
        isText(type)
          ? parts.flatMap(({ table }) => table.data[i] as readonly string[])
          : Float64Array.from(parts.flatMap(({ table }) => [...(table.data[i] as Float64Array)])),
      ),
    ],
  };
}
