/** Weekly pairs with a planted effect, and luck that they share in part and that hangs together from week to week. */
import seedrandom from "seedrandom";
import { formatDate, parseDate } from "../../../src/core/calendar.ts";
import type { MetricColumn } from "../../../src/core/index.ts";
import { DAYS_PER_WEEK } from "../../../src/core/units.ts";
import type { PairedSeries } from "../../../src/experiment/horizon/paired-series.ts";

export const DEATHS: MetricColumn = {
  name: "deaths",
  type: "number",
  unit: "persons",
  about: "died",
  is: "flow",
  better: "down",
};

export interface Plan {
  readonly seed: string;
  readonly trials: number;
  readonly weeks: number;
  readonly start: number;
  /** Added to the treated run each week from the start on, by weeks since then. */
  readonly effect?: (since: number) => number;
  /** Level of both worlds. */
  readonly level?: (week: number) => number;
  /** Standard deviation of the weekly luck. */
  readonly noise?: number;
  readonly outcome?: MetricColumn;
}

/** Weight of last week's luck in this week's. */
const MEMORY = 0.8;

export function datesFrom(first: string, weeks: number): string[] {
  const day = parseDate(first) as number;
  return Array.from({ length: weeks }, (_, week) => formatDate(day + week * DAYS_PER_WEEK));
}

/** About normal, mean 0 and standard deviation 1. */
function draw(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Before the start both worlds are the same, week by week; from then on each has luck of its own as well. */
export function planted({ seed, trials, weeks, start, outcome = DEATHS, ...plan }: Plan): PairedSeries {
  const { effect = () => 0, level = () => 100, noise = 10 } = plan;
  const random = seedrandom.alea(seed);
  const base: Float64Array[] = [];
  const treated: Float64Array[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const luck = [0, 0, 0];
    const worlds = [new Float64Array(weeks), new Float64Array(weeks)];
    for (let week = 0; week < weeks; week++) {
      for (const [i, old] of luck.entries()) luck[i] = MEMORY * old + noise * Math.sqrt(1 - MEMORY * MEMORY) * draw(random);
      worlds.forEach((world, w) => {
        // as much luck as before, but most of it not shared
        const all = week < start ? luck[0] : 0.6 * luck[0] + 0.8 * luck[1 + w];
        world[week] = level(week) + all + (w === 1 && week >= start ? effect(week - start) : 0);
      });
    }
    base.push(worlds[0]);
    treated.push(worlds[1]);
  }
  return { outcome, base: { values: base }, treated: { values: treated }, dates: datesFrom("2011-01-03", weeks), start };
}
