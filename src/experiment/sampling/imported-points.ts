/** Points from the cells of a file that another program wrote. */
import { nearest, parameterColumn, parsePath } from "../../core/index.ts";
import type { Dimension, Point } from "../designs/design.ts";

export interface ImportedPoints {
  /** Empty when there are problems. */
  readonly points: readonly Point[];
  /** In words, with the row counted from 1 and the header left out. */
  readonly problems: readonly string[];
}

/** More complaints of one file than anybody reads. */
const MOST_PROBLEMS = 20;

/**
 * @param header names of dimensions, or the columns of our own tables that hold them, in any order; a dimension without a column takes its default
 * @param rows cells as text, one array a row
 * @param ignore columns that are no dimension
 */
export function importedPoints(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  dimensions: readonly Dimension[],
  ignore: readonly string[] = [],
): ImportedPoints {
  const written = aliases([...dimensions.map(({ name }) => name), ...ignore]);
  const names = header.map((name) => written.get(name.trim()) ?? name.trim());
  const columns = dimensions.map(({ name }) => names.indexOf(name));
  const problems = headerProblems(names, dimensions, ignore);
  if (rows.length === 0) problems.push("there are no rows");
  const points = rows.map((row, r) => {
    if (row.length !== names.length) problems.push(`row ${r + 1}: ${row.length} cells, and the header has ${names.length}`);
    return Float64Array.from(dimensions, (dimension, d) => {
      const column = columns[d] ?? -1;
      if (column < 0) return dimension.value;
      const read = coordinateOf(dimension, (row[column] ?? "").trim());
      if (typeof read === "number") return read;
      problems.push(`row ${r + 1}, ${dimension.name}: ${read}`);
      return Number.NaN;
    });
  });
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) problems.splice(MOST_PROBLEMS, more, `and ${more} more`);
  return { points: problems.length > 0 ? [] : points, problems };
}

/** Names of quantities by the columns in which design.csv, runs.csv and accepted.csv have them. */
function aliases(names: readonly string[]): Map<string, string> {
  return new Map(
    names.flatMap((name): [string, string][] => {
      const path = parsePath(name);
      return path ? [[`x_${parameterColumn(path)}`, name]] : [];
    }),
  );
}

function headerProblems(names: readonly string[], dimensions: readonly Dimension[], ignore: readonly string[]): string[] {
  const known = new Set([...dimensions.map(({ name }) => name), ...ignore]);
  const problems = names
    .filter((name) => !known.has(name))
    .map((name) => {
      const meant = nearest(
        name,
        dimensions.map((dimension) => dimension.name),
      );
      const hint = meant === undefined ? "" : `; perhaps ${meant} is meant`;
      return `column ${JSON.stringify(name)} is no dimension of this experiment: name it under ignore, or vary it${hint}`;
    });
  for (const name of new Set(names.filter((one, i) => names.indexOf(one) < i))) problems.push(`column ${name} stands twice`);
  if (!dimensions.some(({ name }) => names.includes(name))) problems.push("no column is a dimension of this experiment");
  return problems;
}

/** The coordinate, or why the cell is none. */
function coordinateOf(dimension: Dimension, cell: string): number | string {
  if (cell === "") return "the cell is empty";
  if (dimension.kind === "list") {
    const words = dimension.values.map((value) => String(value));
    // Spreadsheets write TRUE and 2.0.
    const alike = (word: string) => word.toLowerCase() === cell.toLowerCase() || Number(word) === Number(cell);
    const at = words.includes(cell) ? words.indexOf(cell) : words.findIndex(alike);
    return at >= 0 ? at : `${cell} is none of ${words.join(", ")}`;
  }
  const value = Number(cell);
  if (!Number.isFinite(value)) return `${cell} is no number`;
  return dimension.integer && !Number.isInteger(value) ? `${cell} is no whole number` : value;
}
