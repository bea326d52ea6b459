/** Differences between all pairs of strategies that hold together. */
import { addTo, type Estimate, estimate, running } from "../stats/running.ts";

/**
 * `[i][j]`: mean of i minus j over trials with the same luck, with intervals that are all right at once with the stated
 * confidence. Paired Student t with Bonferroni's inequality over the k (k - 1) / 2 pairs: it asks neither equal variances
 * nor a known correlation, which common random numbers spoil (Clark and Yang 1986, Proc. Winter Simulation Conference,
 * 228-232; Nelson and Matejcik 1995, Management Science 41, 1935-1945), and costs little beside procedures that do.
 * @param columns one number per trial each, all of one length and none missing
 */
export function allPairs(columns: readonly Float64Array[], confidence: number): Estimate[][] {
  const count = columns.length;
  const each = 1 - (1 - confidence) / Math.max(1, (count * (count - 1)) / 2);
  const pairs: Estimate[][] = columns.map((column) => columns.map(() => ({ mean: 0, low: 0, high: 0, n: column.length })));
  columns.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const found = pairedDifference(a, columns[j] as Float64Array, each);
      (pairs[i] as Estimate[])[j] = found;
      (pairs[j] as Estimate[])[i] = { mean: -found.mean, low: -found.high, high: -found.low, n: found.n };
    }
  });
  return pairs;
}

/** a minus b, with Student's interval of its mean. */
export function pairedDifference(a: Float64Array, b: Float64Array, confidence: number): Estimate {
  const sum = running();
  a.forEach((value, trial) => {
    addTo(sum, value - (b[trial] as number));
  });
  return estimate(sum, confidence);
}

export function meanOf(column: Float64Array, confidence: number): Estimate {
  const sum = running();
  for (const value of column) addTo(sum, value);
  return estimate(sum, confidence);
}
