/** Recording windows of a period. */
import { add, at } from "./cells.ts";

/** Windows from the first up to but without the second. */
export type Span = readonly [number, number];

/** A window belongs to the period in which its first week lies. */
export function windowsIn(from: number, to: number, weeks: number, windows: number): Span {
  return [Math.min(windows, Math.ceil(from / weeks)), Math.min(windows, Math.ceil(to / weeks))];
}

/** Windows x columns, summed over the windows of a span. */
export function sumsOver(values: Float64Array, [first, end]: Span, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let window = first; window < end; window++) {
    for (let c = 0; c < columns; c++) add(sums, c, at(values, window * columns + c));
  }
  return sums;
}
