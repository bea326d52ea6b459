/** The numbers of finished runs, wherever they lie, as analyses read them. */
import type { Matched } from "./matched.ts";
import { comparedIn, type Plan, type Trial, trialAt } from "./plan.ts";
import { baselineFirst, type Place, type Readings } from "./readings.ts";
import type { NumbersName } from "./trial-rows.ts";
import { trialSpecs } from "./trial-specs.ts";

/** Numbers of a piece of a trial; nothing when it failed or has no such numbers. */
export type PieceNumbers = (trial: Trial, piece: number, name: NumbersName) => Float64Array | undefined;

/** @param replicates of each point, from the first, that belong to the result */
export function readingsOf(plan: Plan, numbers: PieceNumbers, replicates = plan.settings.replicates): Readings {
  const specs = trialSpecs(plan);
  const order = baselineFirst(plan);
  const strategies = order.map((i) => plan.strategies[i]?.name ?? "");
  const compared = comparedIn(plan);

  const trials = ({ ecosystem, point }: Place): Trial[] => {
    if (plan.drawn) return Array.from({ length: replicates }, (_, r) => trialAt(plan, ecosystem * plan.settings.replicates + r));
    const points = point === undefined ? plan.points.map((_, i) => i) : [point];
    return points.flatMap((at) =>
      Array.from({ length: replicates }, (_, replicate) =>
        trialAt(plan, (ecosystem * plan.points.length + at) * plan.settings.replicates + replicate),
      ),
    );
  };
  const cellOf = (ecosystem: number, outcome: string, period: string) => {
    const periods = plan.periods[ecosystem]?.periods ?? [];
    const p = periods.findIndex(({ name }) => name === period);
    const o = specs.allOutcomes.findIndex(({ name }) => name === outcome);
    const [column, span] = [specs.allOutcomes[o], periods[p]];
    if (!column || !span) throw new RangeError(`${outcome}, ${period}: not kept`);
    return { outcome: column, period: span, at: p * specs.allOutcomes.length + o };
  };
  const pieceOfPair = (strategy: string): number => {
    const number = plan.strategies.findIndex(({ name }) => name === strategy);
    const at = compared.indexOf(number);
    if (at < 0) throw new RangeError(`${strategy} is not compared with the baseline`);
    return plan.strategies.length + at;
  };

  return {
    plan,
    specs,
    replicates,
    matched(place, outcomes, periods): Matched[] {
      const all = trials(place);
      const cells = outcomes.flatMap((outcome) => periods.map((period) => cellOf(place.ecosystem, outcome, period)));
      const values = cells.map(() => order.map(() => new Float64Array(all.length)));
      all.forEach((trial, t) => {
        order.forEach((strategy, s) => {
          const found = numbers(trial, strategy, "periods");
          cells.forEach(({ at }, c) => {
            (values[c]?.[s] as Float64Array)[t] = found?.[at] ?? Number.NaN;
          });
        });
      });
      return cells.map(({ outcome, period }, c) => ({ outcome, period, strategies, values: values[c] ?? [] }));
    },
    weekly(place, outcome) {
      const o = plan.record.weekly.indexOf(outcome);
      if (o < 0) throw new RangeError(`${outcome}: not kept week by week`);
      const weeks = plan.periods[place.ecosystem]?.dates.length ?? 0;
      const missing = new Float64Array(weeks).fill(Number.NaN);
      const all = trials(place);
      const values = order.map((strategy) =>
        all.map((trial) => numbers(trial, strategy, "weeks")?.subarray(o * weeks, (o + 1) * weeks) ?? missing),
      );
      return { strategies, values };
    },
    splits(place, strategy) {
      const piece = pieceOfPair(strategy);
      return trials(place).flatMap((trial) => numbers(trial, piece, "split") ?? []);
    },
    identities(place, strategy) {
      const piece = pieceOfPair(strategy);
      return trials(place).flatMap((trial) => {
        const [diverged, holds, isState] = numbers(trial, piece, "identity") ?? [];
        return diverged === undefined ? [] : [{ diverged, holds: holds === 1, isState: isState === 1 }];
      });
    },
    lastListing(place, strategy) {
      const piece = pieceOfPair(strategy);
      return trials(place).map((trial) => numbers(trial, piece, "listing")?.[0] ?? Number.NaN);
    },
  };
}
