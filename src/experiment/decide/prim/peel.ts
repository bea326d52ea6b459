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
 * (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79, 311-321). Of equal slices
 * that one goes behind which a thicker one would gain most; after that the first dimension by name, its low side.
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

/** One side of a range, or one value of a list: its slice of a thickness in points. */
interface Side {
  readonly dimension: number;
  readonly slice: (thickness: number) => Slice;
}

function bestSlice(
  sample: Sample,
  box: Box,
  columns: readonly Column[],
  now: { readonly points: number; readonly cases: number },
  alpha: number,
  least: number,
): Change | undefined {
  const score = ({ points, cases }: Slice): number => {
    const left = now.points - points;
    if (left < least || left === 0) return Number.NEGATIVE_INFINITY;
    const gain = (now.cases - cases) / left - now.cases / now.points;
    return gain > 0 ? gain / points : gain;
  };
  const thinnest = Math.max(1, Math.floor(alpha * now.points));
  let best = columns.flatMap((column) => sides(sample, box[column.dimension] ?? {}, column));
  // Where few points are left many slices are equal; what lies behind them decides.
  for (let thickness = thinnest; thickness < now.points && (best.length > 1 || thickness === thinnest); thickness *= 2) {
    const scores = best.map(({ slice }) => score(slice(thickness)));
    const most = Math.max(...scores);
    if (most === Number.NEGATIVE_INFINITY) {
      if (thickness === thinnest) return undefined;
      break;
    }
    best = best.filter((_, i) => scores[i] === most);
  }
  const [first] = best;
  return first && { dimension: first.dimension, limit: first.slice(thinnest).limit };
}

/** What a dimension can lose: of a range its low and its high end, of a list each value. */
function sides(sample: Sample, limit: Limit, { dimension, rows }: Column): Side[] {
  const value = (row: number | undefined) => (row === undefined ? Number.NaN : coordinateOf(sample, row, dimension));
  if (value(rows[0]) === value(rows[rows.length - 1])) return [];
  const slice = (gone: readonly number[], to: Limit): Slice => ({
    limit: to,
    points: gone.length,
    cases: countCases(sample, gone),
  });
  if (sample.dimensions[dimension]?.kind === "list") {
    const distinct = [...new Set(rows.map(value))];
    return distinct.map((one) => {
      const whole = slice(
        rows.filter((row) => value(row) === one),
        { among: distinct.filter((other) => other !== one) },
      );
      return { dimension, slice: () => whole };
    });
  }
  const rising = rows.map(value);
  const falling = [...rising].reverse();
  const between = (stays: number, goes: number) => (value(rows[stays]) + value(rows[goes])) / 2;
  return [
    {
      dimension,
      slice(thickness) {
        const low = firstThatStays(rising, thickness);
        return slice(rows.slice(0, low), { ...limit, low: between(low, low - 1) });
      },
    },
    {
      dimension,
      slice(thickness) {
        const high = rows.length - firstThatStays(falling, thickness);
        return slice(rows.slice(high), { ...limit, high: between(high - 1, high) });
      },
    },
  ];
}

/** Values tied with the first that would stay after `taken` stay as well, unless nothing would go: then all tied ones go. */
function firstThatStays(values: readonly number[], taken: number): number {
  const tied = values.indexOf(values[taken] as number);
  return tied > 0 ? tied : values.findIndex((value) => value !== values[0]);
}
