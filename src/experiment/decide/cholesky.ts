/** Positive definite systems of a few dozen unknowns. Matrices are arrays of rows. */

/** Lower triangle L with L L' = A. @throws Error when A is not positive definite */
export function cholesky(a: readonly Float64Array[]): Float64Array[] {
  const lower = a.map(() => new Float64Array(a.length));
  for (let i = 0; i < a.length; i++) {
    const row = lower[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as Float64Array;
      let sum = (a[i] as Float64Array)[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (i !== j) row[j] = sum / (other[j] as number);
      else if (sum > 0) row[i] = Math.sqrt(sum);
      else throw new Error(`matrix of ${a.length} rows is not positive definite at row ${i}`);
    }
  }
  return lower;
}

/** x with L x = b. */
export function solveLower(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  for (let i = 0; i < b.length; i++) {
    const row = lower[i] as Float64Array;
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  }
  return x;
}

/** x with L' x = b. */
export function solveUpper(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  for (let i = b.length - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < b.length; k++) sum -= ((lower[k] as Float64Array)[i] as number) * (x[k] as number);
    x[i] = sum / ((lower[i] as Float64Array)[i] as number);
  }
  return x;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
