/**
 * pow in plain arithmetic: the same bits in every engine, at most 1 ulp from the true value.
 *
 * Method of fdlibm (Sun Microsystems 1993, e_pow.c): log2(x) to about 68 bits as a sum of two numbers, times y, then 2 to
 * that power. Numbers are halved by Veltkamp's multiplication (Dekker 1971) rather than by clearing their low words.
 */
import { highWord, powerOfTwo, timesPowerOfTwo } from "./binary.ts";

// Minimax polynomial of (log(x) - 2 s) / (2 s^3 / 3) - 1 in s^2, s = (x - base) / (x + base).
const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;
// Minimax polynomial of exp, as in exponential.ts.
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1;
const LN2_LOW = -1.90465429995776804525e-9;
const TWO_THIRDS_LOG2E = 9.61796693925975554329e-1; // 2 / (3 ln 2)
const TWO_THIRDS_LOG2E_HIGH = 9.61796700954437255859e-1;
const TWO_THIRDS_LOG2E_LOW = -7.02846165095275826516e-9;
const LOG2_1_5_HIGH = 5.84962487220764160156e-1; // log2(1.5)
const LOG2_1_5_LOW = 1.35003920212974897128e-8;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const SQRT_1_5 = 1.224744871391589;
const SQRT_3 = 1.7320508075688772;
const HUGE_EXPONENT = 7.378697629483821e19; // 2^66: even (1 + 2^-52)^(2^66) = e^(2^14) overflows, and (1 - 2^-53)^(2^66) vanishes

/** The 26 leading bits of x: a product of two such halves is exact. */
function leading(x: number): number {
  const c = 134217729 * x; // 2^27 + 1
  return c - (c - x);
}

/** x^y for finite x > 0, x not 1, and finite y with |y| <= 2^66. */
function powPositive(x: number, y: number): number {
  let n = 0;
  if (x < SMALLEST_NORMAL) {
    x *= powerOfTwo(54);
    n = -54;
  }
  const exponent = (highWord(x) >> 20) - 1023;
  n += exponent;
  let a = x * powerOfTwo(-exponent); // in [1, 2)
  let base = 1;
  let baseHigh = 0; // log2(base) = baseHigh + baseLow
  let baseLow = 0;
  if (a >= SQRT_3) {
    n += 1;
    a *= 0.5;
  } else if (a >= SQRT_1_5) {
    base = 1.5;
    baseHigh = LOG2_1_5_HIGH;
    baseLow = LOG2_1_5_LOW;
  }

  // s = (a - base) / (a + base) = sHigh + sLow
  const difference = a - base;
  const inverse = 1 / (a + base);
  const s = difference * inverse;
  const sHigh = leading(s);
  const sumHigh = leading(a + base);
  const sumLow = a - (sumHigh - base);
  const sLow = inverse * (difference - sHigh * sumHigh - sHigh * sumLow);

  // log(a / base) * 3/2 = s (3 + s^2 + r) = pHigh + pLow
  const s2 = s * s;
  const r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sLow * (sHigh + s);
  const sHigh2 = sHigh * sHigh;
  const tHigh = leading(3 + sHigh2 + r);
  const tLow = r - (tHigh - 3 - sHigh2);
  const u = sHigh * tHigh;
  const v = sLow * tHigh + tLow * s;
  const pHigh = leading(u + v);
  const pLow = v - (pHigh - u);

  // log2(x) = logHigh + logLow
  const zHigh = TWO_THIRDS_LOG2E_HIGH * pHigh;
  const zLow = TWO_THIRDS_LOG2E_LOW * pHigh + pLow * TWO_THIRDS_LOG2E + baseLow;
  const logHigh = leading(zHigh + zLow + baseHigh + n);
  const logLow = zLow - (logHigh - n - baseHigh - zHigh);

  // y log2(x) = high + low
  const yHigh = leading(y);
  const low = (y - yHigh) * logHigh + y * logLow;
  const high = yHigh * logHigh;
  const z = low + high;
  if (z > 1025) return Infinity;
  if (z < -1076) return 0;
  return exp2Sum(high, low, z);
}

/** 2^(high + low), given z = high + low rounded. */
function exp2Sum(high: number, low: number, z: number): number {
  const k = (z + (z < 0 ? -0.5 : 0.5)) | 0;
  high -= k;
  const t = leading(low + high);
  const u = t * LN2_HIGH;
  const v = (low - (t - high)) * LN2 + t * LN2_LOW;
  const r = u + v;
  const lost = v - (r - u);
  const r2 = r * r;
  const c = r - r2 * (P1 + r2 * (P2 + r2 * (P3 + r2 * (P4 + r2 * P5))));
  return timesPowerOfTwo(1 - ((r * c) / (c - 2) - (lost + r * lost) - r), k);
}

/** x to the power y, with the conventions of ECMAScript: pow(x, 0) = 1, pow(1, Infinity) = NaN, pow(x < 0, non-integer) = NaN. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  const size = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const whole = Math.floor(y) === y;
  const odd = whole && y % 2 !== 0; // beyond 2^53 every number is even
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === y > 0 ? 0 : Infinity;
    return odd && (x < 0 || 1 / x < 0) ? -result : result;
  }
  if (x < 0 && !whole) return NaN;
  const result = powSized(size, y);
  return odd && x < 0 ? -result : result;
}

function powSized(size: number, y: number): number {
  if (size === 1) return 1;
  if (y === 0.5) return Math.sqrt(size);
  if (y === -1) return 1 / size;
  if (y > HUGE_EXPONENT || y < -HUGE_EXPONENT) return size > 1 === y > 0 ? Infinity : 0;
  return powPositive(size, y);
}
