/**
 * Cheap draws for pairs, such as each migrant with each smuggler in a week: every side brings two words of its own block,
 * and mixing them gives the pair's draw without a block per pair.
 *
 * Each word passes two rounds of xor-shift and multiplication with the constants of lowbias32 (Wellons 2018, Prospecting
 * for hash functions). Such a mix alone is too weak for counters; here its input is already random, and 64 bits of it keep
 * pairs that agree in one word apart.
 */
import { uniformOf } from "./stream.ts";

/** The word of a pair, int32. @param a0,a1 two words of one side @param b0,b1 two words of the other, in this order */
export function pairWord(a0: number, a1: number, b0: number, b1: number): number {
  let x = a0 ^ b0;
  let y = (a1 + b1) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  y = Math.imul(y ^ (y >>> 16), 0x7feb352d);
  x = (x + y) | 0;
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** The uniform of a pair, in (0, 1). */
export function pairUniform(a0: number, a1: number, b0: number, b1: number): number {
  return uniformOf(pairWord(a0, a1, b0, b1));
}
