/** Inputs as columns of numbers, for methods that fit. */
import { type Dimension, type Point, valueAt } from "../designs/index.ts";
import type { Study } from "./study.ts";

export interface Column {
  readonly name: string;
  readonly values: Float64Array;
  /** "" or what a reader must know of this column. */
  readonly note: string;
}

export interface Sample {
  /** Inputs that vary. */
  readonly columns: readonly Column[];
  /** Names of inputs that do not. */
  readonly fixed: readonly string[];
  readonly outcome: Float64Array;
  readonly dropped: number;
}

/** Points that have a value and all their coordinates as numbers. */
export function sampleOf({ dimensions, points, responses }: Study): Sample {
  const rows = points.map((point) => dimensions.map((dimension, d) => numberAt(dimension, point, d)));
  const isUsable = rows.map((row, p) => row.every(Number.isFinite) && Number.isFinite(responses.means[p]));
  const used = rows.filter((_, p) => isUsable[p]);
  const columns = dimensions.map((dimension, d) => ({
    name: dimension.name,
    values: Float64Array.from(used, (row) => row[d] ?? Number.NaN),
    note: isNominal(dimension) ? "words have no order; read with that of the list" : "",
  }));
  const varies = ({ values }: Column) => values.some((value) => value !== values[0]);
  return {
    columns: columns.filter(varies),
    fixed: columns.filter((column) => !varies(column)).map(({ name }) => name),
    outcome: responses.means.filter((_, p) => isUsable[p]),
    dropped: rows.length - used.length,
  };
}

/** Numbers as they are, switches as 0 and 1, words by their place in the list; NaN for a default outside a list. */
function numberAt(dimension: Dimension, point: Point, d: number): number {
  const at = point[d] ?? Number.NaN;
  const value = valueAt(dimension, at);
  return typeof value === "string" ? at : value === undefined ? Number.NaN : Number(value);
}

function isNominal(dimension: Dimension): boolean {
  return dimension.kind === "list" && dimension.values.length > 2 && dimension.values.some((value) => typeof value === "string");
}
