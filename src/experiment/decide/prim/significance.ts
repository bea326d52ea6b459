/** Could a limit of a box be there by chance? */
import { exp, log } from "../../../core/index.ts";
import { type Box, countCases, inside, limited, restricted, type Sample } from "./box.ts";

/**
 * Quasi-p-value of each dimension that a box restricts (Bryant and Lempert 2010, appendix): the chance of as many cases among
 * as many points as the box has, if its points were drawn from the box without that limit. "Quasi", because the limit was
 * chosen to look good: a small value proves little, a large one says that the limit is idle.
 */
export function quasiP(sample: Sample, box: Box, rows: readonly number[]): Map<number, number> {
  const held = inside(sample, box, rows);
  const cases = countCases(sample, held);
  return new Map(
    restricted(box).map((dimension) => {
      const wider = inside(sample, limited(box, dimension, {}), rows);
      return [dimension, binomialTail(cases, held.length, countCases(sample, wider) / wider.length)];
    }),
  );
}

/** P(X >= k) for X binomial of n and p: the terms from k on, each from the one before. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  // Summed on the side of the tail that is short of the mean's, for the terms then fall.
  if (k <= n * p) return 1 - binomialTail(n - k + 1, n, 1 - p);
  let logTerm = k * log(p) + (n - k) * log(1 - p);
  for (let i = 1; i <= k; i++) logTerm += log((n - k + i) / i);
  let ratio = 1;
  let sum = 0;
  for (let i = k; i <= n && ratio > 0; i++) {
    sum += ratio;
    ratio *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, exp(logTerm) * sum);
}
