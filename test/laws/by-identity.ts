/** The state of people and actors by who they are: rows may differ between worlds that are the same. */
import type { Frame } from "../../src/core/frame.ts";

/** All columns of one row. */
export type Columns = Readonly<Record<string, readonly number[]>>;

/** Everything known of every row, by identity; rows themselves may differ between worlds. */
export function byUid(frame: unknown, isPart: (row: number) => boolean, names?: readonly string[]): Map<number, Columns> {
  const { specs, columns, widths, used, stride } = frame as Frame;
  const uid = columns.uid as unknown as Uint32Array;
  const found = new Map<number, Columns>();
  for (let row = 0; row < used; row += stride) {
    if (uid[row] === 0 || !isPart(row)) continue;
    const kept = Object.keys(specs).filter((name) => names?.includes(name) ?? !ROWS.has(name));
    const of = (name: string) => [...columns[name].slice(row * widths[name], (row + 1) * widths[name])];
    found.set(uid[row], Object.fromEntries(kept.map((name) => [name, of(name)])));
  }
  return found;
}
/** Columns that hold a row of another frame, or of this one, instead of an identity. */
const ROWS = new Set(["next", "provider"]);
