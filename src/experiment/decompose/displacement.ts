/** Where trips and harm went: by leg, by conduct, by status, and how much of what some legs lost others gained. */
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { establishedRatio, type Ratio } from "../stats/ratio.ts";
import type { Estimate } from "../stats/running.ts";
import { at } from "./cells.ts";
import { CONTRAST_COLUMNS, type Contrast, interval, number, over, pairsColumn, periodColumn, text } from "./contrast.ts";
import type { Layout, Place } from "./layout.ts";

export interface DisplacementRow extends Place {
  readonly period: string;
  /** "trips" or a column of the time series. */
  readonly measure: string;
  readonly base: number;
  readonly treated: number;
  readonly difference: Estimate;
}

export const measuresOf = (layout: Layout): string[] => ["trips", ...layout.outcomes];

/** @param pairs of one strategy against one baseline, in the order of the plan */
export function displacementRows(layout: Layout, pairs: readonly Float64Array[]): DisplacementRow[] {
  return layout.periods.flatMap((period, p) =>
    layout.places.flatMap((place, i) =>
      measuresOf(layout).map((measure, m) => {
        const inWorld = (world: 0 | 1) => (pair: Float64Array) => at(pair, layout.place(p, i, world, m));
        return {
          ...place,
          period: period.name,
          measure,
          base: over(pairs, inWorld(0)).mean,
          treated: over(pairs, inWorld(1)).mean,
          difference: over(pairs, (pair) => inWorld(1)(pair) - inWorld(0)(pair)),
        };
      }),
    ),
  );
}

export interface DisplacedRow {
  readonly period: string;
  readonly measure: string;
  /** What legs that lost have lost, and what all other legs gained on balance. */
  readonly lost: Estimate;
  readonly gained: Estimate;
  /** Gained / lost: 0 nothing came back, 1 all of it did. NaN where no loss is established. */
  readonly share: Ratio;
}

/** Halves, so that the pairs that say which legs lost are never those that say how much. */
const HALVES = 2;

/**
 * Which legs lost is judged on every other pair and measured on the rest, and the other way round: judged and measured on
 * the same pairs, pure noise would look like displacement, because whatever fell by chance did fall.
 */
export function displacedRows(layout: Layout, pairs: readonly Float64Array[]): DisplacedRow[] {
  const legs = layout.places.filter(({ by }) => by === "leg").map((_, leg) => leg);
  return layout.periods.flatMap((period, p) =>
    measuresOf(layout).map((measure, m) => {
      const change = (pair: Float64Array, leg: number) =>
        at(pair, layout.place(p, leg, 1, m)) - at(pair, layout.place(p, leg, 0, m));
      const halves = Array.from({ length: HALVES }, (_, half) => pairs.filter((__, i) => i % HALVES === half));
      const measured = halves.flatMap((half, h) => {
        const judges = halves[HALVES - 1 - h] ?? [];
        const losers = new Set(legs.filter((leg) => judges.reduce((sum, pair) => sum + change(pair, leg), 0) < 0));
        return half.map((pair) => {
          const sumOf = (chosen: readonly number[]) => chosen.reduce((sum, leg) => sum + change(pair, leg), 0);
          return Float64Array.of(-sumOf(legs.filter((leg) => losers.has(leg))), sumOf(legs.filter((leg) => !losers.has(leg))));
        });
      });
      const [lost, gained] = [0, 1].map((i) => measured.map((numbers) => at(numbers, i))) as [number[], number[]];
      return {
        period: period.name,
        measure,
        lost: over(measured, (numbers) => at(numbers, 0)),
        gained: over(measured, (numbers) => at(numbers, 1)),
        share: establishedRatio(gained, lost),
      };
    }),
  );
}

const MEASURE = text(
  "measure",
  "trips, or a column of the time series: expected incidents of a harm, or the expected harm index",
);

export const DISPLACEMENT: TableSpec = {
  name: "displacement",
  about: "trips and expected harm by leg, conduct and status of the smuggler, in the base runs and under the strategy",
  primaryKey: ["strategy", "baseline", "period", "by", "name", "measure"],
  columns: [
    ...CONTRAST_COLUMNS,
    periodColumn,
    text("by", "leg, conduct, or status (as of the recording window; designated by either strategy)"),
    text("name", "leg, level of conduct, or status"),
    MEASURE,
    number("base", "as the measure", "mean of the base runs"),
    number("treated", "as the measure", "mean under the strategy"),
    ...interval("difference", "as the measure", "treated less base, mean over pairs", ["low", "high"]),
    pairsColumn,
  ],
};

export function displacementTable(contrasts: readonly Contrast<DisplacementRow>[]): Table {
  const builder = tableBuilder(DISPLACEMENT);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { period, by, name, measure, base, treated, difference } of rows) {
      const { mean, low, high, n } = difference;
      builder.add([strategy, baseline, period, by, name, measure, base, treated, mean, low, high, n]);
    }
  }
  return builder.finish();
}

export const DISPLACED: TableSpec = {
  name: "displaced",
  about: "how much of what some legs lost others gained; which legs lost is judged on other pairs than those that measure it",
  primaryKey: ["strategy", "baseline", "period", "measure"],
  columns: [
    ...CONTRAST_COLUMNS,
    periodColumn,
    MEASURE,
    ...interval("lost", "as the measure", "decrease on the legs that lost, mean over pairs"),
    ...interval("gained", "as the measure", "increase on all other legs, mean over pairs"),
    number("share", "share", "gained / lost: 0 nothing came back elsewhere, 1 all of it; empty where no loss is established"),
    number("low", "share", "lower end of its 95 % interval (Fieller)"),
    number("high", "share", "upper end of that interval"),
    pairsColumn,
  ],
};

export function displacedTable(contrasts: readonly Contrast<DisplacedRow>[]): Table {
  const builder = tableBuilder(DISPLACED);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { period, measure, lost, gained, share } of rows) {
      const estimates = [lost, gained].flatMap(({ mean, low, high }) => [mean, low, high]);
      builder.add([strategy, baseline, period, measure, ...estimates, share.value, share.low, share.high, share.n]);
    }
  }
  return builder.finish();
}
