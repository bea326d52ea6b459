/**
 * Gumbel and exponential variates straight from a random word, without a logarithm: for choices that compare many noisy
 * options, where the last digits of the noise do not matter but its order and bits do.
 *
 * The distance t of the uniform from the end where the quantile is steep is cut into octaves [2^-k, 2^-k+1), each octave
 * into 32 equal parts, and the quantile interpolated linearly within a part. Exact at the knots, monotone in the uniform;
 * the interpolation is off by at most 1 / (8 * 32^2) = 1.3e-4.
 */
import { powerOfTwo } from "../math/binary.ts";
import { log, log1p } from "../math.ts";

const PARTS = 32;
const PART_BITS = 5;
const OCTAVES = 33; // leading zeros of a word: 0 to 32
const WITHIN_BITS = 31 - PART_BITS; // bits of a word below its leading one and its part
const WITHIN = (1 << WITHIN_BITS) - 1;
const ENTRY = 2; // value at the knot, slope per unit of the bits within
const SIDE = OCTAVES * PARTS * ENTRY;

/** Fills the entries of one side from `quantile(t)`, t = (distance + 1/2) 2^-32 the uniform distance from the steep end. */
function fillSide(table: Float64Array, start: number, quantile: (t: number) => number): void {
  for (let zeros = 0; zeros < OCTAVES; zeros++) {
    const octave = zeros === 32 ? 0 : powerOfTwo(31 - zeros);
    for (let part = 0; part < PARTS; part++) {
      const at = start + (zeros * PARTS + part) * ENTRY;
      const knot = octave + (octave * part) / PARTS;
      const value = quantile((knot + 0.5) / 4294967296);
      const next = quantile((knot + octave / PARTS + 0.5) / 4294967296);
      table[at] = value;
      table[at + 1] = (next - value) / (WITHIN + 1);
    }
  }
}

const gumbelTable = new Float64Array(2 * SIDE);
fillSide(gumbelTable, 0, (t) => -log(-log(t)));
fillSide(gumbelTable, SIDE, (t) => -log(-log1p(-t)));

const exponentialTable = new Float64Array(SIDE);
fillSide(exponentialTable, 0, (t) => -log(t));

/** Standard Gumbel of the uniform of an int32 word; off by at most 1.3e-4. Both tails are steep, so the table has two sides. */
export function gumbelWord(word: number): number {
  const distance = word ^ (word >> 31); // from 0 for the lower half of the uniforms, from 1 for the upper
  const zeros = Math.clz32(distance);
  const bits = distance << zeros;
  const at = (word >>> 31) * SIDE + (zeros * PARTS + ((bits >>> WITHIN_BITS) & (PARTS - 1))) * ENTRY;
  return gumbelTable[at] + gumbelTable[at + 1] * (bits & WITHIN);
}

/** Exponential with mean 1 of the uniform of an int32 word; off by at most 1.3e-4. */
export function exponentialWord(word: number): number {
  const distance = ~word;
  const zeros = Math.clz32(distance);
  const bits = distance << zeros;
  const at = (zeros * PARTS + ((bits >>> WITHIN_BITS) & (PARTS - 1))) * ENTRY;
  return exponentialTable[at] + exponentialTable[at + 1] * (bits & WITHIN);
}
