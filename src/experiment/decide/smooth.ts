/**
 * A smooth curve or surface through noisy points, with the uncertainty of the curve.
 *
 * y = trend + z'u + noise, where z'u is a Gaussian process with a Matern 3/2 correlation, carried by a few knots: low-rank
 * kriging (Kammann and Wand 2003, Applied Statistics 52, 1-18; Ruppert, Wand and Carroll 2003, Semiparametric Regression,
 * chapter 13). Its range is the size of the design; what is learnt is lambda = noise variance / process variance, from nearly
 * interpolation to a straight line. All lambdas of a grid are kept, each weighed by its restricted likelihood: with a flat
 * prior on log lambda and the trend that is the exact posterior, so the interval counts that smoothness is not known.
 * Such intervals cover about as stated on average over the curve (Nychka 1988, J. American Statistical Association 83,
 * 1134-1143). Assumed: equal noise everywhere.
 */
import seedrandom from "seedrandom";
import { exp, log } from "../../core/index.ts";
import { normalCdf, normalQuantile } from "../stats/normal.ts";
import { quantile } from "../stats/quantile.ts";
import { studentQuantile } from "../stats/student.ts";
import { cholesky, dot, solveLower, solveUpper } from "./cholesky.ts";
import { correlation, spread, widthOf } from "./knots.ts";

/** Points of the unit cube, one coordinate each; `ordered` says along which coordinates a trend has a meaning. */
export interface Basis {
  readonly rows: readonly Float64Array[];
  readonly row: (x: Float64Array) => Float64Array;
  /** Columns of the trend; the others have a prior. */
  readonly trend: number;
  /** Cholesky factors of H'H + lambda D. */
  readonly factors: readonly {
    readonly lambda: number;
    readonly lower: readonly Float64Array[];
    readonly logDeterminant: number;
  }[];
}

export interface Curve {
  /** Of Student's t for its errors. */
  readonly degrees: number;
  /** Value of the curve and the standard error of that value. */
  at(x: Float64Array): { readonly value: number; readonly error: number };
  /**
   * Standard errors from the value within which the curve lies at all these places at once: by drawing curves from the
   * posterior (Ruppert, Wand and Carroll 2003, 6.5). NaN where there is no error.
   */
  reach(places: readonly Float64Array[], confidence: number, seed: string): number;
}

/** lambda from 1e-6 (the process is all) to 1e4 (a straight line). */
const SMALLEST = 1e-6;
const LAMBDAS = 21;
const STEP = 3.1622776601683795; // square root of 10
/** Keeps a trend along a coordinate that never changes from being unknown; too small to move any other. */
const RIDGE = 1e-9;
const MIDDLE = 0.5;

/** @param points in the unit cube; `knots` is the most that are used */
export function basisOf(points: readonly Float64Array[], ordered: readonly boolean[], knots: number): Basis {
  const chosen = spread(points, knots);
  const range = widthOf(chosen);
  const ofKnots = chosen.map((a, i) => Float64Array.from(chosen, (b, j) => correlation(a, b, range) + (i === j ? RIDGE : 0)));
  const lower = cholesky(ofKnots);
  const trended = ordered.flatMap((is, c) => (is ? [c] : []));
  const trend = 1 + trended.length;
  const row = (x: Float64Array) => {
    const process = solveLower(
      lower,
      Float64Array.from(chosen, (knot) => correlation(x, knot, range)),
    );
    return Float64Array.of(1, ...trended.map((c) => (x[c] ?? 0) - MIDDLE), ...process);
  };
  const rows = points.map(row);
  const gram = crossProducts(rows);
  const factors = Array.from({ length: LAMBDAS }, (_, i) => {
    let lambda = SMALLEST;
    for (let k = 0; k < i; k++) lambda *= STEP;
    const penalised = gram.map((line, a) => line.map((value, b) => (a === b ? value + (a < trend ? RIDGE : lambda) : value)));
    const factor = cholesky(penalised);
    const logDeterminant = 2 * factor.reduce((sum, line, k) => sum + log(line[k] as number), 0);
    return { lambda, lower: factor, logDeterminant };
  });
  return { rows, row, trend, factors };
}

/** The curve through values at the points of a basis. */
export function smooth(basis: Basis, y: Float64Array): Curve {
  const { degrees, centre, parts } = posterior(basis, y);
  const at = (h: Float64Array) => {
    let value = 0;
    let square = 0;
    for (const { weight, coefficients, variance, lower } of parts) {
      const mean = dot(h, coefficients);
      const half = solveLower(lower, h);
      value += weight * mean;
      square += weight * (mean * mean + variance * dot(half, half));
    }
    return { value, error: degrees < 1 ? Number.NaN : Math.sqrt(Math.max(0, square - value * value)) };
  };
  return {
    degrees,
    at(x) {
      const { value, error } = at(basis.row(x));
      return { value: centre + value, error };
    },
    reach(places, confidence, seed) {
      const there = places.map(basis.row).map((h) => ({ h, ...at(h) }));
      const curves = there.filter(({ error }) => error > 0);
      if (curves.length === 0) return Number.NaN;
      const farthest = drawn(parts, seed).map((coefficients) =>
        curves.reduce((most, { h, value, error }) => Math.max(most, Math.abs(dot(h, coefficients) - value) / error), 0),
      );
      // The draws take the noise as known: the same chance in Student's t counts that it is not.
      return studentQuantile(normalCdf(quantile(farthest, confidence)), degrees);
    },
  };
}

/** Values of the curve at the points of the basis. */
export function fitted(basis: Basis, y: Float64Array): Float64Array {
  const { centre, parts } = posterior(basis, y);
  const mean = new Float64Array(basis.rows[0]?.length ?? 0);
  for (const { weight, coefficients } of parts) {
    coefficients.forEach((value, c) => {
      mean[c] = (mean[c] as number) + weight * value;
    });
  }
  return Float64Array.from(basis.rows, (row) => centre + dot(row, mean));
}

const DRAWS = 500;

/** Coefficients of curves drawn from the posterior. */
function drawn(parts: readonly Part[], seed: string): Float64Array[] {
  const random = seedrandom.alea(seed);
  return Array.from({ length: DRAWS }, () => {
    const part = pick(parts, random.double());
    const spread = Math.sqrt(part.variance);
    const noise = Float64Array.from(part.coefficients, () => spread * normalQuantile(Math.max(random.double(), Number.EPSILON)));
    return solveUpper(part.lower, noise).map((value, c) => value + (part.coefficients[c] as number));
  });
}

/** The part at a share of the weights. */
function pick(parts: readonly Part[], share: number): Part {
  let below = 0;
  for (const part of parts) {
    below += part.weight;
    if (share < below) return part;
  }
  return parts[parts.length - 1] as Part;
}

interface Part {
  readonly weight: number;
  readonly coefficients: Float64Array;
  /** Of the noise. */
  readonly variance: number;
  readonly lower: readonly Float64Array[];
}

/** A weight below this moves no digit that is shown. */
const NEGLIGIBLE = 1e-9;

function posterior({ rows, trend, factors }: Basis, values: Float64Array): { degrees: number; centre: number; parts: Part[] } {
  const width = rows[0]?.length ?? 0;
  const degrees = rows.length - trend;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const y = values.map((value) => value - centre);
  if (degrees < 1) return { degrees, centre: Number.NaN, parts: [] };
  const projected = new Float64Array(width);
  rows.forEach((row, i) => {
    const value = y[i] as number;
    row.forEach((h, c) => {
      projected[c] = (projected[c] as number) + h * value;
    });
  });
  const total = dot(y, y);
  const found = factors.map(({ lambda, lower, logDeterminant }) => {
    const half = solveLower(lower, projected);
    // y'y - y'H (H'H + lambda D)^-1 H'y; below the rounding of y'y it is no longer known, and is nothing.
    const rest = Math.max(total - dot(half, half), total * Number.EPSILON * rows.length);
    const variance = rest / degrees;
    const likelihood = total === 0 ? 0 : -0.5 * (degrees * log(variance) + logDeterminant - (width - trend) * log(lambda));
    return { likelihood, variance, coefficients: solveUpper(lower, half), lower };
  });
  const most = Math.max(...found.map(({ likelihood }) => likelihood));
  const weights = found.map(({ likelihood }) => exp(likelihood - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = found
    .map((one, i) => ({ ...one, weight: (weights[i] as number) / all }))
    .filter(({ weight }) => weight > NEGLIGIBLE);
  return { degrees, centre, parts };
}

function crossProducts(rows: readonly Float64Array[]): Float64Array[] {
  const width = rows[0]?.length ?? 0;
  const gram = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows) {
    for (let a = 0; a < width; a++) {
      const line = gram[a] as Float64Array;
      const value = row[a] as number;
      for (let b = 0; b < width; b++) line[b] = (line[b] as number) + value * (row[b] as number);
    }
  }
  return gram;
}
