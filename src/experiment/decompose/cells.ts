/** Trips and expected harm by leg, group and conduct: what the split is made of. */
import type { Carried } from "./carried.ts";
import type { Groups } from "./groups.ts";
import { GROUPS } from "./parts.ts";

/** Something of the base world and of the treated world. */
export type Both<T = number> = readonly [T, T];

export const both = <T>(of: (world: 0 | 1) => T): Both<T> => [of(0), of(1)];

export interface Shape {
  readonly legs: number;
  readonly conducts: number;
  readonly harms: number;
}

/** A cell is (leg x groups + group) x conducts + conduct. */
export interface Cells {
  readonly trips: Float64Array;
  /** Cells x harms. */
  readonly harm: Float64Array;
}

export const cellCount = ({ legs, conducts }: Shape): number => legs * GROUPS.length * conducts;

export const at = (values: Float64Array, i: number): number => values[i] as number;

export function add(into: Float64Array, i: number, value: number): void {
  into[i] = at(into, i) + value;
}

/** The cells of window after window, each smuggler in its group. */
export function cellsByWindow(run: Carried, groups: Groups, shape: Shape): Cells {
  const { conducts, harms } = shape;
  const count = cellCount(shape);
  const trips = new Float64Array(run.windows * count);
  const harm = new Float64Array(run.windows * count * harms);
  const smugglers = groups.of(run);
  for (let row = 0; row < run.trips.length; row++) {
    const window = run.window[row] as number;
    const group = groups.group(smugglers[run.smuggler[row] as number] as number, window);
    const cell = window * count + ((run.leg[row] as number) * GROUPS.length + group) * conducts + (run.conduct[row] as number);
    add(trips, cell, at(run.trips, row));
    for (let h = 0; h < harms; h++) add(harm, cell * harms + h, at(run.harm[h] as Float64Array, row));
  }
  return { trips, harm };
}

/** Those of one window. */
export function cellsOf({ trips, harm }: Cells, window: number, shape: Shape): Cells {
  const count = cellCount(shape);
  return {
    trips: trips.subarray(window * count, (window + 1) * count),
    harm: harm.subarray(window * count * shape.harms, (window + 1) * count * shape.harms),
  };
}
