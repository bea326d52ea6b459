// biome-ignore-all format: one round a line, as in the paper
/**
 * Threefry4x32: four random words as a pure function of a key and a counter.
 *
 * Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11; the rotations are those of
 * Random123. 12 rounds pass the batteries of randomness tests with a margin of one key injection; 20 rounds, the authors'
 * default, serve to check that results do not hang on that choice.
 */

/** A key made ready: four key words and their parity. */
export interface Key {
  /** Key words 0-3, then 0x1bd11bda xor all of them. */
  readonly words: Int32Array;
  readonly rounds: 12 | 20;
}

const SKEIN_PARITY = 0x1bd11bda;

/** @param k0..k3 key words, int32 or uint32 */
export function keyFromWords(k0: number, k1: number, k2: number, k3: number, rounds: 12 | 20): Key {
  return { words: Int32Array.of(k0, k1, k2, k3, SKEIN_PARITY ^ k0 ^ k1 ^ k2 ^ k3), rounds };
}

/**
 * The four words (int32) of the last block. Read them before anything else calls `block`: plain variables cost a
 * nanosecond or two less per block than an array passed in, and no draw may allocate.
 */
export let w0 = 0;
export let w1 = 0;
export let w2 = 0;
export let w3 = 0;

/** Sets w0..w3 to the block at counter (c0, c1, c2, c3), each an int32 or uint32. */
export function block(key: Key, c0: number, c1: number, c2: number, c3: number): void {
  const words = key.words;
  const k0 = words[0];
  const k1 = words[1];
  const k2 = words[2];
  const k3 = words[3];
  const k4 = words[4];
  let x0 = (c0 + k0) | 0;
  let x1 = (c1 + k1) | 0;
  let x2 = (c2 + k2) | 0;
  let x3 = (c3 + k3) | 0;

  x0 = (x0 + x1) | 0; x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
  x0 = (x0 + k1) | 0; x1 = (x1 + k2) | 0; x2 = (x2 + k3) | 0; x3 = (x3 + k4 + 1) | 0;

  x0 = (x0 + x1) | 0; x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;
  x0 = (x0 + k2) | 0; x1 = (x1 + k3) | 0; x2 = (x2 + k4) | 0; x3 = (x3 + k0 + 2) | 0;

  x0 = (x0 + x1) | 0; x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
  w0 = (x0 + k3) | 0; w1 = (x1 + k4) | 0; w2 = (x2 + k0) | 0; w3 = (x3 + k1 + 3) | 0;

  if (key.rounds === 20) eightMoreRounds(words);
}

/** Rounds 13 to 20, on w0..w3. */
function eightMoreRounds(words: Int32Array): void {
  let x0 = w0;
  let x1 = w1;
  let x2 = w2;
  let x3 = w3;

  x0 = (x0 + x1) | 0; x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;
  x0 = (x0 + words[4]) | 0; x1 = (x1 + words[0]) | 0; x2 = (x2 + words[1]) | 0; x3 = (x3 + words[2] + 4) | 0;

  x0 = (x0 + x1) | 0; x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0; x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0; x2 = (x2 + x3) | 0; x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0; x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0; x2 = (x2 + x1) | 0; x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;
  w0 = (x0 + words[0]) | 0; w1 = (x1 + words[1]) | 0; w2 = (x2 + words[2]) | 0; w3 = (x3 + words[3] + 5) | 0;
}
