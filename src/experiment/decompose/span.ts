/** Recording windows of a period. */
import { add, at } from "./cells.ts";

/** Windows from the first up to but without the second. */
export type Span = readonly [number, number];

/**
 * A window belongs to the period in which its last week lies, so that a period from the first different date on has the
 * whole difference, wherever in a window that date is.
 * @param length weeks of a window; the last one of a record may be shorter
 * @param weeks of the record
 */
export function windowsIn(from: number, to: number, length: number, weeks: number): Span {
  return [Math.floor(from / length), to >= weeks ? Math.ceil(weeks / length) : Math.floor(to / length)];
}

/** Windows x columns, summed over the windows of a span. */
export function sumsOver(values: Float64Array, [first, end]: Span, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let window = first; window < end; window++) {
    for (let c = 0; c < columns; c++) add(sums, c, at(values, window * columns + c));
  }
  return sums;
}
