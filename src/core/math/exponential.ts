/**
 * exp and expm1 in plain arithmetic: the same bits in every engine, at most 1 ulp from the true value.
 *
 * Method of fdlibm (Sun Microsystems 1993, e_exp.c and s_expm1.c): x = k ln 2 + r with |r| <= ln(2)/2, a rational
 * approximation of exp(r) by a minimax polynomial in r^2, then scaling by 2^k.
 */
import { powerOfTwo, timesPowerOfTwo } from "./binary.ts";

const LN2_HIGH = 6.9314718036912381649e-1; // 32 bits of ln 2, so that k * LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

const OVERFLOW = 709.782712893384; // above, exp(x) > the largest number
const UNDERFLOW = -745.1332191019412; // below, exp(x) rounds to 0
const HALF_LN2 = 0.34657359027997264;

/** e^x. exp(x > 709.78) = Infinity, exp(x < -745.13) = 0. */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;
  const k = (x * INVERSE_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c = r - z * (P1 + z * (P2 + z * (P3 + z * (P4 + z * P5))));
  return timesPowerOfTwo(1 + ((r * c) / (2 - c) - low + high), k);
}

/** e^x - 1, exact to the last place for small x. */
export function expm1(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < -40) return -1; // e^-40 is less than half a unit in the last place of 1
  if (x > -1e-17 && x < 1e-17) return x; // keeps -0 and subnormals
  let k = 0;
  let r = x;
  let lost = 0; // what rounding r lost
  if (x > HALF_LN2 || x < -HALF_LN2) {
    k = (x * INVERSE_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    lost = high - r - low;
  }
  const half = 0.5 * r;
  const z = r * half;
  const q = 1 + z * (Q1 + z * (Q2 + z * (Q3 + z * (Q4 + z * Q5))));
  const t = 3 - q * half;
  const ratio = z * ((q - t) / (6 - r * t));
  if (k === 0) return r - (r * ratio - z);
  // e^r - 1 = r - e; what remains is 2^k (1 + r - e) - 1, in the order that keeps the most digits.
  const e = r * (ratio - lost) - lost - z;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k < 0 || k > 56) return timesPowerOfTwo(r - e + 1, k) - 1;
  return (r - e + (1 - powerOfTwo(-k))) * powerOfTwo(k);
}
