/**
 * Peeling: from everything to a small box, a thin slice at a time, always the slice whose loss makes the rest purest (the
 * patient rule induction method: Friedman and Fisher 1999, Statistics and Computing 9, 123-143; for scenarios: Bryant and
 * Lempert 2010, Technological Forecasting and Social Change 77, 34-49).
 */
import { type Box, coordinateOf, countCases, inOrder, inside, type Limit, limited, type Sample } from "./box.ts";

/** A slice off a box, or a layer onto it. */
export interface Change {
  readonly dimension: number;
  readonly limit: Limit;
}

/**
 * Peels until fewer than `least` points would be left or all that are left are cases. The first box is the one given.
 * Slices take different numbers of points where values are tied, so they are judged by the gain of density per point lost
 * (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79, 311-321). Equal slices: the first dimension by
 * name, its low side.
 * @param rows the points to look at
 * @param alpha share of the points in the box that a slice takes
 */
export function peel(sample: Sample, from: Box, rows: readonly number[], alpha: number, least: number): Box[] {
  let left = inside(sample, from, rows);
  let box = from;
  const boxes: Box[] = [from];
  // Sorted once: what is left keeps its order.
  let columns = inOrder(sample).map((dimension): Column => {
    const value = (row: number) => coordinateOf(sample, row, dimension);
    return { dimension, rows: [...left].sort((a, b) => value(a) - value(b)) };
  });
  for (let cases = countCases(sample, left); cases < left.length; cases = countCases(sample, left)) {
    const best = bestSlice(sample, box, columns, { points: left.length, cases }, alpha, least);
    if (!best) break;
    box = limited(box, best.dimension, best.limit);
    boxes.push(box);
    const kept = new Set(inside(sample, box, left));
    left = left.filter((row) => kept.has(row));
    columns = columns.map((column) => ({ ...column, rows: column.rows.filter((row) => kept.has(row)) }));
  }
  return boxes;
}

/** The rows that are left, in the order of one dimension. */
interface Column {
  readonly dimension: number;
  readonly rows: readonly number[];
}

interface Slice {
  readonly limit: Limit;
  /** Points and cases that go. */
  readonly points: number;
  readonly cases: number;
}

function bestSlice(
  sample: Sample,
  box: Box,
  columns: readonly Column[],
  now: { readonly points: number; readonly cases: number },
  alpha: number,
  least: number,
): Change | undefined {
  let best: Change | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (const { limit, points, cases } of slices(sample, box[column.dimension] ?? {}, column, alpha)) {
      const left = now.points - points;
      if (left < least || left === 0) continue;
      const gain = (now.cases - cases) / left - now.cases / now.points;
      const score = gain > 0 ? gain / points : gain;
      if (score > most) [best, most] = [{ dimension: column.dimension, limit }, score];
    }
  }
  return best;
}

/** The thinnest slices of a dimension: of a range one at each end, of a list each value. */
function slices(sample: Sample, limit: Limit, { dimension, rows }: Column, alpha: number): Slice[] {
  const value = (row: number | undefined) => (row === undefined ? Number.NaN : coordinateOf(sample, row, dimension));
  if (value(rows[0]) === value(rows[rows.length - 1])) return [];
  const slice = (gone: readonly number[], to: Limit): Slice => ({
    limit: to,
    points: gone.length,
    cases: countCases(sample, gone),
  });
  if (sample.dimensions[dimension]?.kind === "list") {
    const distinct = [...new Set(rows.map(value))];
    return distinct.map((one) =>
      slice(
        rows.filter((row) => value(row) === one),
        { among: distinct.filter((other) => other !== one) },
      ),
    );
  }
  const taken = Math.max(1, Math.floor(alpha * rows.length));
  const low = firstThatStays(rows.map(value), taken);
  const high = rows.length - firstThatStays(rows.map(value).reverse(), taken);
  const between = (stays: number, goes: number) => (value(rows[stays]) + value(rows[goes])) / 2;
  return [
    slice(rows.slice(0, low), { ...limit, low: between(low, low - 1) }),
    slice(rows.slice(high), { ...limit, high: between(high - 1, high) }),
  ];
}

/** Values tied with the first that would stay after `taken` stay as well, unless nothing would go: then all tied ones go. */
function firstThatStays(values: readonly number[], taken: number): number {
  const tied = values.indexOf(values[taken] as number);
  return tied > 0 ? tied : values.findIndex((value) => value !== values[0]);
}
