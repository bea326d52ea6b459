/**
 * log and log1p in plain arithmetic: the same bits in every engine, at most 1 ulp from the true value.
 *
 * Method of fdlibm (Sun Microsystems 1993, e_log.c and s_log1p.c): x = 2^k (1 + f) with 1 + f within [sqrt(1/2), sqrt(2)),
 * then log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)) with s = f / (2 + f) and R a minimax polynomial.
 */
import { highWord, powerOfTwo } from "./binary.ts";

const LN2_HIGH = 6.9314718036912381649e-1; // 32 bits of ln 2, so that k * LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10;
const R1 = 6.66666666666673513e-1;
const R2 = 3.999999999940941908e-1;
const R3 = 2.857142874366239149e-1;
const R4 = 2.222219843214978396e-1;
const R5 = 1.818357216161805012e-1;
const R6 = 1.531383769920937332e-1;
const R7 = 1.479819860511658591e-1;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const SQRT_HALF_HIGH = 0x3fe6a09e; // high word of sqrt(1/2)

/** log((1 + f) 2^k) + correction, for 1 + f within [sqrt(1/2), sqrt(2)). */
function logReduced(f: number, k: number, correction: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const remainder = w * (R2 + w * (R4 + w * R6)) + z * (R1 + w * (R3 + w * (R5 + w * R7)));
  return s * (halfSquare + remainder) + (k * LN2_LOW + correction) - halfSquare + f + k * LN2_HIGH;
}

/** Natural logarithm. log(0) = -Infinity, log(x < 0) = NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < SMALLEST_NORMAL) {
    x *= powerOfTwo(54);
    k = -54;
  }
  const shift = (highWord(x) - SQRT_HALF_HIGH) >> 20;
  return logReduced(x * powerOfTwo(-shift) - 1, k + shift, 0);
}

/** log(1 + x), exact to the last place for small x. log1p(-1) = -Infinity, log1p(x < -1) = NaN. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x > -0.29 && x < 0.41) {
    if (x > -1e-17 && x < 1e-17) return x; // keeps -0 and subnormals
    return logReduced(x, 0, 0);
  }
  const sum = 1 + x;
  const shift = (highWord(sum) - SQRT_HALF_HIGH) >> 20;
  // What rounding 1 + x lost, relative to the sum; beyond 2^54 it is nothing.
  const lost = shift < 54 ? (shift >= 2 ? 1 - (sum - x) : x - (sum - 1)) / sum : 0;
  return logReduced(sum * powerOfTwo(-shift) - 1, shift, lost);
}
