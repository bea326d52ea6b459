/**
 * Student's t for whole degrees of freedom, by the finite sums of Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
 * Only + - * / and square roots, so that an interval has the same bits in every engine.
 */

/** Beyond the reach of a double: halvings of a bracket after which it does not shrink. */
const HALVINGS = 200;
/** A term this small changes no bit of a sum that is near one. */
const NEGLIGIBLE = 1e-18;
/** The series of the arc tangent needs few terms once its argument is this small. */
const SMALL_ANGLE = 0.1;
/** From here on 1 - P(|T| <= t) loses digits that the remainder of the series keeps. */
const MOST = 0.9;
/** Squares of a larger t leave the range of a double; every tail is nothing there. */
const FARTHEST = 1e150;

/**
 * P(T <= t).
 * @param degrees whole number, 1 or more
 * @throws RangeError for other degrees of freedom
 */
export function studentCdf(t: number, degrees: number): number {
  checkDegrees(degrees);
  const between = withinT(Math.min(FARTHEST, Math.abs(t)), degrees);
  return t < 0 ? (1 - between) / 2 : (1 + between) / 2;
}

/**
 * P(|T| > |t|), the p-value of a two-sided test; keeps its digits however small it is.
 * @throws RangeError for degrees of freedom that are no whole number of 1 or more
 */
export function studentTails(t: number, degrees: number): number {
  checkDegrees(degrees);
  const distance = Math.min(FARTHEST, Math.abs(t));
  const between = withinT(distance, degrees);
  return between > MOST ? beyondT(distance, degrees) : 1 - between;
}

function checkDegrees(degrees: number): void {
  if (Number.isInteger(degrees) && degrees >= 1) return;
  throw new RangeError(`degrees of freedom: ${degrees}, use a whole number of 1 or more`);
}

/** P(|T| <= t), t >= 0. */
function withinT(t: number, degrees: number): number {
  const cosine2 = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  const isOdd = degrees % 2 === 1;
  // Even: sin(1 + 1/2 cos^2 + 1.3/2.4 cos^4 ...); odd: 2/pi (angle + sin(cos + 2/3 cos^3 + 2.4/3.5 cos^5 ...)).
  let term = isOdd ? Math.sqrt(cosine2) : 1;
  let sum = 0;
  for (let n = isOdd ? 1 : 0; n < degrees - 1 && term > NEGLIGIBLE; n += 2) {
    sum += term;
    term *= (cosine2 * (n + 1)) / (n + 2);
  }
  return isOdd ? (2 / Math.PI) * (arcTangent(t / Math.sqrt(degrees)) + sine * sum) : sine * sum;
}

/** P(|T| > t): with all its terms the series of `withinT` comes to 1, so this is the rest of it, a sum of positive terms. */
function beyondT(t: number, degrees: number): number {
  const cosine2 = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  const isOdd = degrees % 2 === 1;
  let n = isOdd ? 1 : 0;
  let term = isOdd ? Math.sqrt(cosine2) : 1;
  for (; n < degrees; n += 2) term *= (cosine2 * (n + 1)) / (n + 2);
  let sum = 0;
  for (; term > NEGLIGIBLE * sum; n += 2) {
    sum += term;
    term *= (cosine2 * (n + 1)) / (n + 2);
  }
  return (isOdd ? 2 / Math.PI : 1) * sine * sum;
}

/** The arc tangent of x >= 0: the angle is halved until its series is short. */
function arcTangent(x: number): number {
  if (x > SMALL_ANGLE) return 2 * arcTangent(x / (1 + Math.sqrt(1 + x * x)));
  let power = x;
  let sum = 0;
  for (let n = 1; Math.abs(power) > NEGLIGIBLE; n += 2) {
    sum += power / n;
    power *= -x * x;
  }
  return sum;
}

/**
 * The t below which a share p of the distribution lies, to about 1e-12 of its value for p from 0.0005 to 0.9995.
 * @param p above 0 and below 1
 * @throws RangeError for other p or degrees of freedom
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`share: ${p}, use a number between 0 and 1`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  let low = 0;
  let high = 1;
  while (studentCdf(high, degrees) < p) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentCdf(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
