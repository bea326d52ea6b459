/**
 * Owen's nested uniform scramble by a hash: every bit is flipped or not by a function of the bits above it and the seed
 * (Laine and Karras 2011; Burley 2020, J. Computer Graphics Techniques 9(4), 1-20; the constants are those of Vegdahl 2021,
 * "Building a Better LK Hash"). It keeps the balance of a Sobol' sequence, makes each point uniform, and seeds differ.
 */
const HALF_WORD = 16;

/** @param x a 32-bit fraction @param seed 32 bits @returns a 32-bit fraction, unsigned */
export function scrambled(x: number, seed: number): number {
  return reversed(permuted(reversed(x), seed)) >>> 0;
}

/** A permutation of 32-bit words in which a bit depends on the bits below it and on the seed alone. */
function permuted(word: number, seed: number): number {
  let x = word;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> HALF_WORD) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

/** The 32 bits in reverse order. */
function reversed(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> HALF_WORD) | (x << HALF_WORD);
}
