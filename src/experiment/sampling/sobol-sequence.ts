/**
 * Points of Sobol' (1967) in the unit cube with the direction numbers of Joe and Kuo, in Gray-code order (Antonov and Saleev
 * 1979): the first 2^m points put one in each of 2^m equal slices of every dimension. The first point is the origin.
 */
import { directions, MOST_DIMENSIONS } from "./direction-numbers.ts";
import { scrambled } from "./owen.ts";

export { MOST_DIMENSIONS };

const BITS = 32;
const TWO_32 = 4294967296;

/**
 * @param count points; a power of two keeps the balance
 * @param seeds one 32-bit seed per dimension to scramble with; the points as published when absent
 * @throws RangeError for more dimensions than there are direction numbers
 */
export function sobolPoints(count: number, dimensions: number, seeds?: readonly number[]): Float64Array[] {
  if (dimensions > MOST_DIMENSIONS) throw new RangeError(`Sobol' points: ${dimensions} dimensions, at most ${MOST_DIMENSIONS}`);
  const bits = directionBits(dimensions);
  const state = new Int32Array(dimensions);
  return Array.from({ length: count }, (_, i) => {
    if (i > 0) step(state, bits, trailingZeros(i));
    return Float64Array.from(state, (x, d) => (seeds ? scrambled(x, seeds[d] ?? 0) : x >>> 0) / TWO_32);
  });
}

function step(state: Int32Array, bits: readonly Int32Array[], bit: number): void {
  for (let d = 0; d < state.length; d++) state[d] = (state[d] ?? 0) ^ (bits[d]?.[bit] ?? 0);
}

function trailingZeros(i: number): number {
  return BITS - 1 - Math.clz32(i & -i);
}

/** For each dimension the bits that change with the digits of the Gray code, as 32-bit fractions. */
function directionBits(dimensions: number): Int32Array[] {
  const first = Int32Array.from({ length: BITS }, (_, i) => 1 << (BITS - 1 - i));
  const others = directions(dimensions).map(({ polynomial, numbers }) => {
    const degree = numbers.length;
    const bits = new Int32Array(BITS);
    for (let i = 0; i < BITS; i++) {
      if (i < degree) {
        bits[i] = (numbers[i] ?? 0) << (BITS - 1 - i);
        continue;
      }
      // Bratley and Fox (1988), ACM Trans. Math. Softw. 14, 88-100, section 2, in fractions instead of whole numbers.
      const oldest = bits[i - degree] ?? 0;
      let value = oldest ^ (oldest >>> degree);
      for (let j = 1; j < degree; j++) if ((polynomial >> (degree - j)) & 1) value ^= bits[i - j] ?? 0;
      bits[i] = value;
    }
    return bits;
  });
  return dimensions === 0 ? [] : [first, ...others];
}
