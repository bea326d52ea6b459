/**
 * The same smugglers in both worlds: those never designated, who carried passengers in both. Each counts with the mean of
 * its trips in the two worlds, so that a shift of passengers from one to another is no change of conduct. Who is
 * designated hangs on behaviour, and that somebody will never be is knowledge of the future: these figures describe, they
 * do not estimate an effect.
 */
import type { Carried } from "./carried.ts";
import { add, at, type Both } from "./cells.ts";
import { MATCHED_GROUPS, WORLDS } from "./layout.ts";
import { GROUPS } from "./parts.ts";
import type { Task } from "./period-sums.ts";

/** Writes the matched figures of a period; NaN where there is nobody. */
export function addMatched(task: Task, period: number, runs: Both<Carried>): void {
  const { layout, groups, into } = task;
  const measures = 1 + layout.outcomes.length;
  const width = 1 + measures;
  const sums = runs.map((run) => sumsOf(task, run, width));
  const weights = new Float64Array(MATCHED_GROUPS.length);
  for (let smuggler = 0; smuggler < groups.count; smuggler++) {
    const known = groups.neverDesignated(smuggler);
    if (known === undefined) continue;
    const group = MATCHED_GROUPS.findIndex((name) => GROUPS.indexOf(name) === known);
    const trips = sums.map((sum) => at(sum, smuggler * width));
    const [inBase = 0, inTreated = 0] = trips;
    if (inBase === 0 || inTreated === 0) continue;
    const weight = (inBase + inTreated) / 2;
    add(weights, group, weight);
    add(into, layout.actors(period, group), 1);
    for (const world of WORLDS) {
      const perTrip = weight / (trips[world] as number);
      for (let m = 0; m < measures; m++) {
        add(into, layout.matched(period, group, world, m), perTrip * at(sums[world] as Float64Array, smuggler * width + 1 + m));
      }
    }
  }
  MATCHED_GROUPS.forEach((_, group) => {
    for (const world of WORLDS) {
      for (let m = 0; m < measures; m++) {
        const place = layout.matched(period, group, world, m);
        into[place] = at(weights, group) > 0 ? at(into, place) / at(weights, group) : Number.NaN;
      }
    }
  });
}

/** Smugglers x (trips, severity x trips, harms, index) of one run in a span of windows. */
function sumsOf({ subject, groups, span: [first, end] }: Task, run: Carried, width: number): Float64Array {
  const sums = new Float64Array(groups.count * width);
  const numbers = groups.of(run);
  const harms = subject.harms.length;
  const severities = Float64Array.from(subject.conducts, ({ severity }) => severity);
  const weights = Float64Array.from(subject.harms, ({ weight }) => weight);
  for (let row = 0; row < run.trips.length; row++) {
    const window = run.window[row] as number;
    if (window < first || window >= end) continue;
    const from = (numbers[run.smuggler[row] as number] as number) * width;
    const trips = at(run.trips, row);
    add(sums, from, trips);
    add(sums, from + 1, trips * at(severities, run.conduct[row] as number));
    for (let h = 0; h < harms; h++) {
      const harm = at(run.harm[h] as Float64Array, row);
      add(sums, from + 2 + h, harm);
      add(sums, from + 2 + harms, harm * at(weights, h));
    }
  }
  return sums;
}
