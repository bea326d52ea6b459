import { type Interval, UNKNOWN } from "../stats/interval.ts";
import { nothing } from "./phrases.ts";
import { withIntervals } from "./resampled.ts";
import { noiseShare } from "./responses.ts";
import { readShares } from "./shares-in-words.ts";
import { type Index, isConstant, type Method, type Study, wholeGroups } from "./study.ts";

/**
 * Shares of variance: first order by Saltelli et al. (2010), Computer Physics Communications 181, 259-270, table 2 (b); total
 * by Jansen (1999), the same, table 2 (f); pairs by Saltelli (2002), Computer Physics Communications 145, 280-297, theorem 2.
 */
export const sobolIndices: Method = {
  kind: "sobol",
  about:
    "Shares of the variance of the outcome: S1 of an input alone, ST with all its interactions, S2 of the interaction of a pair. They hold for inputs that vary independently over their ranges.",
  shapes: ["cross-matrix"],
  analyse(study) {
    const { dimensions, responses, seed } = study;
    const k = dimensions.length;
    const secondOrder = hasPairs(study);
    const { groups, dropped } = wholeGroups(responses.means, (secondOrder ? 2 * k : k) + 2);
    const base = { method: "sobol", of: "blocks", used: groups.length, dropped };
    if (groups.length < 2) return { ...base, ...nothing("fewer than two blocks have all their values") };
    const blocks = groups.map(({ values }) => values);
    if (isConstant(Float64Array.from(blocks.flatMap((values) => [...values])))) {
      return { ...base, ...nothing("the outcome is the same at every point") };
    }
    const pairs = secondOrder ? dimensions.flatMap((_, i) => dimensions.slice(i + 1).map((_, j) => [i, i + 1 + j] as const)) : [];
    const estimate = (means: readonly number[]) => shares(means, k, pairs);
    const intervals = withIntervals(columnsOf(blocks, k, pairs), estimate, `${seed}|bootstrap|sobol`);
    const shared = { unit: "share", n: groups.length } as const;
    const named = (d: number, other = "") => ({ ...shared, parameter: dimensions[d]?.name ?? "", with: other });
    const at = (i: number) => intervals[i] ?? UNKNOWN;
    const indices: Index[] = [
      ...dimensions.flatMap((_, d): Index[] => [
        { ...named(d), ...at(d), index: "S1", note: belowZero(at(d)) },
        { ...named(d), ...at(k + d), index: "ST", note: "" },
        { ...named(d), ...at(2 * k + d), index: "ST-S1", note: belowZero(at(2 * k + d)) },
      ]),
      ...pairs.map(([i, j], p): Index => {
        const interval = at(3 * k + p);
        return { ...named(i, dimensions[j]?.name), ...interval, index: "S2", note: belowZero(interval) };
      }),
    ];
    const luck = noiseShare(responses);
    const floor: Index = {
      ...{ ...shared, ...UNKNOWN, parameter: "", with: "", index: "ST of luck", value: luck },
      note: Number.isNaN(luck) ? "unknown with one replicate a point" : "what an input without any effect would show",
    };
    return { ...base, indices: [...indices, floor], refusal: "", reading: readShares(indices, groups.length, luck) };
  },
};

function hasPairs({ layout }: Study): boolean {
  if (layout.shape !== "cross-matrix") throw new Error(`Sobol' indices need a cross-matrix, not a ${layout.shape}`);
  return layout.secondOrder;
}

type Pairs = readonly (readonly [number, number])[];

/**
 * Columns whose means make all indices, one number per block: the mean square of A and B, then for each input B (AB - A) and (A - AB)^2 / 2, then for each pair BA AB - A B. Taken from the mean of all A and B, which
 * leaves less rounding and less noise.
 */
function columnsOf(blocks: readonly Float64Array[], k: number, pairs: Pairs): Float64Array[] {
  const value = (block: Float64Array, i: number) => block[i] ?? Number.NaN;
  let sum = 0;
  for (const block of blocks) sum += value(block, 0) + value(block, block.length - 1);
  const centre = sum / (2 * blocks.length);
  const column = (of: (a: number, b: number, at: (i: number) => number) => number) =>
    Float64Array.from(blocks, (block) => {
      const at = (i: number) => value(block, i) - centre;
      return of(at(0), at(block.length - 1), at);
    });
  return [
    column((a, b) => (a * a + b * b) / 2),
    ...Array.from({ length: k }, (_, d) => column((a, b, at) => b * (at(1 + d) - a))),
    ...Array.from({ length: k }, (_, d) => column((a, _, at) => ((a - at(1 + d)) * (a - at(1 + d))) / 2)),
    ...pairs.map(([i, j]) => column((a, b, at) => at(1 + k + i) * at(1 + j) - a * b)),
  ];
}

/** S1, ST and ST - S1 of each input, then S2 of each pair. */
function shares(means: readonly number[], k: number, pairs: Pairs): number[] {
  const [variance = 0, ...products] = means;
  const scaled = products.map((product) => product / variance);
  const first = scaled.slice(0, k);
  const total = scaled.slice(k, 2 * k);
  const of = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
  return [
    ...first,
    ...total,
    ...total.map((share, d) => share - of(first, d)),
    ...pairs.map(([i, j], p) => of(scaled, 2 * k + p) - of(first, i) - of(first, j)),
  ];
}

function belowZero({ value, high }: Interval): string {
  if (!(value < 0)) return "";
  return `no share is below 0: this is the error of the estimate; ${high >= 0 ? "read it as 0" : "more blocks are needed"}`;
}
