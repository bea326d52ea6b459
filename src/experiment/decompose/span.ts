/** Recording windows of a period. */
import { at } from "./cells.ts";

/** Windows from the first up to but without the second. */
export type Span = readonly [number, number];

/** A window belongs to the period in which its first week lies. */
export function windowsIn(from: number, to: number, weeks: number, windows: number): Span {
  return [Math.min(windows, Math.ceil(from / weeks)), Math.min(windows, Math.ceil(to / weeks))];
}

/** Of windows x columns, one column summed. */
export function sumOver(values: Float64Array, [first, end]: Span, width: number, offset: number): number {
  let sum = 0;
  for (let window = first; window < end; window++) sum += at(values, window * width + offset);
  return sum;
}
