/** The state as a 32-bit hash: equal states have equal hashes, in every engine. */
import { type Frame, valuesOf } from "./frame.ts";

/** Mixes every used value of the state in a frame into a 32-bit hash, column by column in declared order. */
export function hashFrame(frame: Frame, hash: number): number {
  let h = hash | 0;
  for (const key of Object.keys(frame.specs)) if (!frame.specs[key].recorded) h = hashArray(valuesOf(frame, key), h);
  return h;
}

/** Mixes the bytes of a typed array into a hash. Bytes, so that -0 and 0 differ. */
export function hashArray(array: Pick<Uint8Array, "buffer" | "byteOffset" | "byteLength">, hash: number): number {
  const whole = array.byteLength >>> 2;
  const words = new Int32Array(array.buffer, array.byteOffset, whole);
  let h = hash | 0;
  for (let i = 0; i < whole; i++) {
    h = Math.imul(h ^ words[i], 0x9e3779b1);
    h ^= h >>> 15;
  }
  const rest = new Uint8Array(array.buffer, array.byteOffset + whole * 4, array.byteLength - whole * 4);
  for (let i = 0; i < rest.length; i++) h = Math.imul(h ^ rest[i], 0x85ebca6b) ^ (h >>> 13);
  return h;
}
