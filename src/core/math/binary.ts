/**
 * The parts of a binary64 number: its high word, and exact powers of two to scale it with.
 *
 * Scaling multiplies by a table entry instead of assembling a number from two 32-bit halves: the processor must wait when
 * a 64-bit read follows two 32-bit writes, and does not when a 32-bit read follows one 64-bit write.
 */

const BIAS = 1074; // 2^-1074 is the smallest positive number

/** scale[k + 1074] = 2^k exactly, for k from -1074 to 1023. */
const scale = new Float64Array(BIAS + 1024);
scale[0] = Number.MIN_VALUE;
for (let i = 1; i < scale.length; i++) scale[i] = 2 * scale[i - 1];

/** 2^k exactly. @param k integer from -1074 to 1023 */
export function powerOfTwo(k: number): number {
  return scale[k + BIAS];
}

/** y * 2^k with at most one rounding. @param y of magnitude between 1/2 and 2; @param k integer from -2000 to 1025 */
export function timesPowerOfTwo(y: number, k: number): number {
  if (k > 1023) return y * scale[BIAS + 1023] * scale[BIAS + k - 1023];
  // The first product is exact, so that a subnormal result is rounded once.
  if (k < -1021) return y * scale[BIAS + k + 1000] * scale[BIAS - 1000];
  return y * scale[k + BIAS];
}

// One number seen as bytes, written and read within one call.
const asNumber = new Float64Array(1);
const asWords = new Int32Array(asNumber.buffer);
asNumber[0] = 1;
/** Where the sign and exponent lie: word 1 on little-endian machines, word 0 on the others. */
const HIGH = asWords[1] === 0 ? 0 : 1;

/** Sign, exponent and the 20 leading bits of the significand, as an int32. */
export function highWord(x: number): number {
  asNumber[0] = x;
  return asWords[HIGH];
}
