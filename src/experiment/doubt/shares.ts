/**
 * How much of the variance of an answer over the points of a sample each group of inputs accounts for: the Shapley value of
 * the adjusted R2 of linear fits (Lindeman, Merenda and Gold 1980; Owen 2014, SIAM/ASA J. Uncertainty Quantification 2,
 * 245-251). Shares of groups add up to what a linear fit of all explains; the rest is luck, curves and interactions.
 */
import seedrandom from "seedrandom";
import { leastSquares } from "../sensitivity/least-squares.ts";
import type { Interval } from "../stats/interval.ts";
import { quantile } from "../stats/quantile.ts";

/** Resamples of points: an end of the interval is then known to within 1.5 %. */
const SAMPLES = 200;
const TAIL = 0.025;
/** More groups take more fits than anybody waits for. */
const MOST_GROUPS = 8;

/**
 * @param groups names of inputs' groups, one for each column
 * @returns one for each distinct group, in the order of their first column; undefined when there are too few points
 */
export function variancesOf(
  columns: readonly Float64Array[],
  groups: readonly string[],
  outcome: Float64Array,
  seed: string,
): ReadonlyMap<string, Interval> | undefined {
  const names = [...new Set(groups)];
  const n = outcome.length;
  if (n < columns.length + 3 || names.length > MOST_GROUPS) return undefined;
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  const whole = shapley(names, groups, columns, outcome, rows);
  const random = seedrandom.alea(`${seed}|doubt`);
  const samples = Array.from({ length: SAMPLES }, () =>
    shapley(
      names,
      groups,
      columns,
      outcome,
      rows.map(() => Math.min(n - 1, Math.floor(random.double() * n))),
    ),
  );
  return new Map(
    names.map((name, g) => {
      const found = samples.map((sample) => sample[g] ?? Number.NaN).filter((share) => !Number.isNaN(share));
      return [name, { value: whole[g] ?? Number.NaN, low: quantile(found, TAIL), high: quantile(found, 1 - TAIL) }];
    }),
  );
}

function shapley(
  names: readonly string[],
  groups: readonly string[],
  columns: readonly Float64Array[],
  outcome: Float64Array,
  rows: Int32Array,
): number[] {
  const taken = columns.map((column) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN));
  const y = Float64Array.from(rows, (row) => outcome[row] ?? Number.NaN);
  const explained = Array.from({ length: 2 ** names.length }, (_, mask) =>
    adjusted(
      taken.filter((_column, c) => ((mask >> names.indexOf(groups[c] ?? "")) & 1) === 1),
      y,
    ),
  );
  return names.map((_, g) => {
    let share = 0;
    for (let mask = 0; mask < explained.length; mask++) {
      if (((mask >> g) & 1) === 1) continue;
      share += weight(bits(mask), names.length) * ((explained[mask | (1 << g)] ?? 0) - (explained[mask] ?? 0));
    }
    return share;
  });
}

/** s! (n - s - 1)! / n! */
function weight(s: number, n: number): number {
  let w = 1 / n;
  for (let i = 1; i <= s; i++) w *= i / (n - i);
  return w;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** R2 less what as many columns of noise would explain; columns that others make up are left out. */
function adjusted(columns: readonly Float64Array[], y: Float64Array): number {
  const varying = columns.filter((column) => column.some((value) => value !== column[0]));
  if (varying.length === 0 || y.every((value) => value === y[0])) return 0;
  const fit = leastSquares(varying, y);
  if ("dependent" in fit) return adjusted(varying.toSpliced(fit.dependent, 1), y);
  return fit.degrees > 0 ? 1 - ((1 - fit.r2) * (y.length - 1)) / fit.degrees : Number.NaN;
}
