/** Numbers of a piece beside its rows: as they stand in memory, so that analyses parse nothing. */
import type { NumbersName } from "../../experiment/trial-rows.ts";
import type { PieceBytes } from "./block.ts";

const MARK = "#";
const BYTES = Float64Array.BYTES_PER_ELEMENT;

export const isNumbers = (table: string): boolean => table.startsWith(MARK);

/** Little-endian, as every machine is that runs Node. */
export function numbersEntry(name: string, numbers: Float64Array): PieceBytes["tables"][number] {
  return { name: MARK + name, bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) };
}

/** A copy; nothing when the piece has no such numbers. */
export function numbersIn(piece: PieceBytes, name: NumbersName): Float64Array | undefined {
  const found = piece.tables.find((table) => table.name === MARK + name);
  if (!found) return undefined;
  const numbers = new Float64Array(found.bytes.byteLength / BYTES);
  new Uint8Array(numbers.buffer).set(found.bytes);
  return numbers;
}
