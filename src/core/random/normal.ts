// biome-ignore-all lint/correctness/noPrecisionLoss: coefficients as published
/**
 * The standard normal quantile.
 *
 * Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37, 477-484;
 * routine PPND16, three rational approximations with relative error about 1e-16 before rounding, names as in the paper.
 */
import { log } from "../math.ts";

const SPLIT1 = 0.425; // distance of u from 1/2 up to which the central approximation holds
const SPLIT2 = 5; // sqrt(-log(tail)) up to which the nearer of the two for the tails holds
const CONST1 = 0.180625;
const CONST2 = 1.6;
const A0 = 3.387132872796366608;
const A1 = 1.3314166789178437745e2;
const A2 = 1.9715909503065514427e3;
const A3 = 1.3731693765509461125e4;
const A4 = 4.5921953931549871457e4;
const A5 = 6.7265770927008700853e4;
const A6 = 3.3430575583588128105e4;
const A7 = 2.5090809287301226727e3;
const B1 = 4.2313330701600911252e1;
const B2 = 6.871870074920579083e2;
const B3 = 5.3941960214247511077e3;
const B4 = 2.1213794301586595867e4;
const B5 = 3.930789580009271061e4;
const B6 = 2.8729085735721942674e4;
const B7 = 5.226495278852854561e3;

const C0 = 1.42343711074968357734;
const C1 = 4.6303378461565452959;
const C2 = 5.7694972214606914055;
const C3 = 3.64784832476320460504;
const C4 = 1.27045825245236838258;
const C5 = 2.4178072517745061177e-1;
const C6 = 2.27238449892691845833e-2;
const C7 = 7.7454501427834140764e-4;
const D1 = 2.05319162663775882187;
const D2 = 1.6763848301838038494;
const D3 = 6.8976733498510000455e-1;
const D4 = 1.4810397642748007459e-1;
const D5 = 1.51986665636164571966e-2;
const D6 = 5.475938084995344946e-4;
const D7 = 1.05075007164441684324e-9;

const E0 = 6.6579046435011037772;
const E1 = 5.4637849111641143699;
const E2 = 1.7848265399172913358;
const E3 = 2.9656057182850489123e-1;
const E4 = 2.6532189526576123093e-2;
const E5 = 1.2426609473880784386e-3;
const E6 = 2.71155556874348757815e-5;
const E7 = 2.01033439929228813265e-7;
const F1 = 5.9983220655588793769e-1;
const F2 = 1.3692988092273580531e-1;
const F3 = 1.48753612908506148525e-2;
const F4 = 7.868691311456132591e-4;
const F5 = 1.8463183175100546818e-5;
const F6 = 1.4215117583164458887e-7;
const F7 = 2.04426310338993978564e-15;

/** The x below which a standard normal falls with probability u; -Infinity at 0, Infinity at 1, NaN outside. */
export function normal(u: number): number {
  const q = u - 0.5;
  if (q >= -SPLIT1 && q <= SPLIT1) return q * centre(CONST1 - q * q);
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? q * Infinity : NaN;
  const r = Math.sqrt(-log(tail));
  const x = r <= SPLIT2 ? nearTail(r - CONST2) : farTail(r - SPLIT2);
  return q < 0 ? -x : x;
}

function centre(r: number): number {
  const top = A0 + r * (A1 + r * (A2 + r * (A3 + r * (A4 + r * (A5 + r * (A6 + r * A7))))));
  const bottom = 1 + r * (B1 + r * (B2 + r * (B3 + r * (B4 + r * (B5 + r * (B6 + r * B7))))));
  return top / bottom;
}

function nearTail(r: number): number {
  const top = C0 + r * (C1 + r * (C2 + r * (C3 + r * (C4 + r * (C5 + r * (C6 + r * C7))))));
  const bottom = 1 + r * (D1 + r * (D2 + r * (D3 + r * (D4 + r * (D5 + r * (D6 + r * D7))))));
  return top / bottom;
}

function farTail(r: number): number {
  const top = E0 + r * (E1 + r * (E2 + r * (E3 + r * (E4 + r * (E5 + r * (E6 + r * E7))))));
  const bottom = 1 + r * (F1 + r * (F2 + r * (F3 + r * (F4 + r * (F5 + r * (F6 + r * F7))))));
  return top / bottom;
}
