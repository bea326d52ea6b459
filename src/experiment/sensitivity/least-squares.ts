/**
 * A linear fit with intercept of standardised columns, by Householder reflections (Golub and Van Loan 1996, Matrix
 * Computations, 5.2 and 5.3): columns are centred and scaled to length 1, so coefficients are standardised ones.
 */

export interface Fit {
  /** Standardised coefficients: change of the outcome in its standard deviations per standard deviation of the column. */
  readonly coefficients: Float64Array;
  /** Diagonal of the inverse of the correlation matrix of the columns: variance inflation factors. */
  readonly inflation: Float64Array;
  /** Share of the variance of the outcome that the fit explains. */
  readonly r2: number;
  /** Points less columns less one. */
  readonly degrees: number;
}

/** A column of length 1 of which less than this is its own is a combination of those before it. */
const OWN = 1e-7;

/**
 * @param columns each varies; fewer than there are points less one
 * @returns the fit, or the index of the first column that is a combination of those before it
 */
export function leastSquares(columns: readonly Float64Array[], outcome: Float64Array): Fit | { readonly dependent: number } {
  const k = columns.length;
  const matrix = columns.map(standardised);
  const y = standardised(outcome);
  for (let j = 0; j < k; j++) {
    if (!reflect(matrix, y, j)) return { dependent: j };
  }
  const entry = (i: number, j: number) => matrix[j]?.[i] ?? 0;
  const coefficients = solve(entry, k, y);
  const inflation = new Float64Array(k);
  for (let unit = 0; unit < k; unit++) {
    // Columns of the inverse of the triangle; their squares add up to the inverse of X'X.
    solve(
      entry,
      k,
      Float64Array.from({ length: k }, (_, i) => Number(i === unit)),
    ).forEach((x, i) => {
      inflation[i] = (inflation[i] ?? 0) + x * x;
    });
  }
  const rest = sumOfSquares(y.subarray(k));
  return { coefficients, inflation, r2: Math.max(0, 1 - rest / sumOfSquares(y)), degrees: y.length - k - 1 };
}

/** Centred and scaled to length 1. */
function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const centred = values.map((x) => x - mean);
  const length = Math.sqrt(sumOfSquares(centred));
  return centred.map((x) => x / length);
}

/** Makes column j zero below row j and does the same to later columns and to y; false when nothing of it is its own. */
function reflect(matrix: readonly Float64Array[], y: Float64Array, j: number): boolean {
  const column = matrix[j] as Float64Array;
  const length = Math.sqrt(sumOfSquares(column.subarray(j)));
  if (!(length > OWN)) return false;
  const head = column[j] ?? 0;
  const top = head > 0 ? -length : length;
  const normal = column.slice(j);
  normal[0] = head - top;
  const squared = sumOfSquares(normal);
  for (const other of [...matrix.slice(j), y]) {
    const part = other.subarray(j);
    let dot = 0;
    for (let i = 0; i < normal.length; i++) dot += (normal[i] ?? 0) * (part[i] ?? 0);
    const factor = (2 * dot) / squared;
    for (let i = 0; i < normal.length; i++) part[i] = (part[i] ?? 0) - factor * (normal[i] ?? 0);
  }
  return true;
}

/** R x = y for the triangle R. */
function solve(entry: (i: number, j: number) => number, k: number, y: Float64Array): Float64Array {
  const x = new Float64Array(k);
  for (let i = k - 1; i >= 0; i--) {
    let rest = y[i] ?? 0;
    for (let j = i + 1; j < k; j++) rest -= entry(i, j) * (x[j] ?? 0);
    x[i] = rest / entry(i, i);
  }
  return x;
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
