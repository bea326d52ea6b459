/**
 * Addressed draws: a draw is a pure function of (seed, stream, who, other, week, which), so that drawing more, fewer or in
 * another order changes nobody else's draws.
 *
 *   seed + stream -> key        once per run and decision
 *   who, other, week, which >> 2 -> counter of a block of four words; which & 3 picks the word
 */
import { hashText } from "./hash.ts";
import type { Key } from "./threefry.ts";
import { block, keyFromWords, w0, w1, w2, w3 } from "./threefry.ts";

/** The draws of one decision. */
export interface Stream {
  readonly name: string;
  /** Hash of the name, int32. */
  readonly id: number;
}

/** Declares the stream of a decision, where the decision is made. Pure: the same name is the same stream. */
export function stream(name: string): Stream {
  return { name, id: hashText(name).lo };
}

/** @throws Error naming both streams, when two have one id or one name: two decisions must not share draws */
export function assertDistinct(streams: readonly Stream[]): void {
  const seen = new Map<number, Stream>();
  for (const one of streams) {
    const other = seen.get(one.id);
    if (other !== undefined) {
      throw new Error(`streams "${other.name}" and "${one.name}" share their draws: give one another name`);
    }
    seen.set(one.id, one);
  }
}

/** What the user typed, and its 64-bit hash as two int32 words. */
export interface Seed {
  readonly text: string;
  readonly lo: number;
  readonly hi: number;
}

/**
 * The seed of a run. 42 and "42" are one seed, 0 is a seed, "007" is not "7".
 * @throws RangeError for an empty text, and for a number that has lost digits
 */
export function seedOf(value: string | number): Seed {
  if (typeof value === "number" && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`invalid seed: ${value}, use a number within ±${Number.MAX_SAFE_INTEGER} or a text in quotes`);
  }
  const text = String(value);
  if (text === "") throw new RangeError('invalid seed: "", use a number or a text, for example 42 or "pilot-3"');
  return { text, ...hashText(text) };
}

const KEY_CONSTANT = 0x436f7272; // "Corr": keeps these keys apart from those of hashText

/** The key of a stream in a run. Make it once and keep it; draws read it. */
export function keyOf(seed: Seed, s: Stream, rounds: 12 | 20 = 12): Key {
  return keyFromWords(seed.lo, seed.hi, s.id, KEY_CONSTANT, rounds);
}

const STEP = 1 / 4294967296; // 2^-32

/** The centre of the word's interval among 2^32 equal ones: in (0, 1), never 0 or 1. @param word int32 */
export function uniformOf(word: number): number {
  return ((word >>> 0) + 0.5) * STEP;
}

/**
 * One uniform in (0, 1), at its address. Draws that differ only in the last two bits of `which` come from one block: where
 * a decision needs several, call `block` once and read u0() to u3().
 */
export function uniform(key: Key, who: number, other: number, week: number, which: number): number {
  block(key, who, other, week, which >> 2);
  const word = which & 3;
  return uniformOf(word < 2 ? (word === 0 ? w0 : w1) : word === 2 ? w2 : w3);
}

/** Uniform of word 0 of the last block; likewise u1, u2, u3. */
export function u0(): number {
  return uniformOf(w0);
}
export function u1(): number {
  return uniformOf(w1);
}
export function u2(): number {
  return uniformOf(w2);
}
export function u3(): number {
  return uniformOf(w3);
}
