/** Matched values whose truth is known. */
import seedrandom from "seedrandom";
import type { MetricColumn } from "../../../src/core/index.ts";
import type { Sampled } from "../../../src/experiment/decide/points.ts";
import type { Dimension } from "../../../src/experiment/designs/index.ts";
import type { Matched } from "../../../src/experiment/matched.ts";

export const outcome = (name: string, better: MetricColumn["better"] = "down", unit = "persons"): MetricColumn => ({
  name,
  type: "number",
  unit,
  about: name,
  is: "flow",
  better,
});

/** Values by strategy; the first is the baseline. */
export function matched(values: Readonly<Record<string, readonly number[]>>, of = outcome("deaths")): Matched {
  return {
    outcome: of,
    period: { name: "5 years", from: 0, to: 260 },
    strategies: Object.keys(values),
    values: Object.values(values).map((column) => Float64Array.from(column)),
  };
}

/** Standard normal numbers (Box and Muller 1958). */
export function normals(seed: string): () => number {
  const random = seedrandom.alea(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random.double())) * Math.cos(2 * Math.PI * random.double());
}

/** Strategies with these true means; luck of the trial is common to all, luck of one strategy has its own size. */
export function planted(seed: string, means: readonly number[], trials: number, own: (s: number) => number = () => 1): Matched {
  const normal = normals(seed);
  const columns = means.map(() => [] as number[]);
  for (let trial = 0; trial < trials; trial++) {
    const common = 5 * normal();
    means.forEach((mean, s) => void columns[s]!.push(mean + common + own(s) * normal()));
  }
  return matched(Object.fromEntries(columns.map((column, s) => [`s${s}`, column])));
}

export const reorder = (one: Matched, strategies: readonly number[]): Matched => ({
  ...one,
  strategies: strategies.map((s) => one.strategies[s]!),
  values: strategies.map((s) => one.values[s]!),
});

export const range = (name: string): Dimension => ({
  kind: "range",
  name,
  value: 0.5,
  low: 0,
  high: 1,
  scale: "linear",
  integer: false,
});

/** Points evenly at random in the unit cube, each with so many trials; `value` of strategy, point, and three normal draws: of the point, trial and strategy. */
export function sampled(
  seed: string,
  names: readonly string[],
  points: number,
  trials: number,
  strategies: Readonly<Record<string, (x: readonly number[], common: number, own: number) => number>>,
): { matched: Matched; sampled: Sampled } {
  const random = seedrandom.alea(`${seed}|points`);
  const normal = normals(`${seed}|luck`);
  const where = Array.from({ length: points }, () => Float64Array.from(names, () => random.double()));
  const columns = Object.keys(strategies).map(() => [] as number[]);
  const pointOf: number[] = [];
  where.forEach((x, point) => {
    for (let trial = 0; trial < trials; trial++) {
      pointOf.push(point);
      const common = normal();
      Object.values(strategies).forEach((value, s) => void columns[s]!.push(value([...x], common, normal())));
    }
  });
  return {
    matched: matched(Object.fromEntries(Object.keys(strategies).map((name, s) => [name, columns[s]!]))),
    sampled: { dimensions: names.map(range), points: where, pointOf: Int32Array.from(pointOf) },
  };
}
