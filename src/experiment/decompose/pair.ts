/**
 * One run against its base run with the same luck:
 *
 *   rows of both --groups--> cells of each window --Shapley--> parts of each window --sums--> parts of each period
 *
 * Windows are split one by one and then added up: split as one, a whole year would turn what happened when within it into
 * routes and shares.
 */
import type { Table } from "../../core/table.ts";
import type { Period } from "../matched.ts";
import { type Carried, readCarried } from "./carried.ts";
import { at, type Both, both, type Cells, cellsByWindow, cellsOf, type Shape } from "./cells.ts";
import { groupsOf } from "./groups.ts";
import { type Layout, layoutOf, type Subject, WORLDS } from "./layout.ts";
import { addMatched } from "./matched-actors.ts";
import { PLAYERS } from "./parts.ts";
import { addParts, addPlaces } from "./period-sums.ts";
import { sumsOver, windowsIn } from "./span.ts";
import { splitWindow } from "./window-split.ts";

export interface DecompositionPlan {
  readonly subject: Subject;
  readonly layout: Layout;
  /** @param tables market_shares, events and timeseries of a run @throws Error when they do not fit the subject */
  read(tables: readonly Table[]): Carried;
  /** The numbers of one pair, where the layout says. @throws Error when the runs are not of the same weeks */
  pair(base: Carried, treated: Carried): Float64Array;
}

/**
 * @param newcomersFrom "YYYY-MM-DD"; who enters then or later is an entrant: the first date on which the strategies differ
 * @throws RangeError for a period in which no recording window ends
 */
export function decomposition(subject: Subject, periods: readonly Period[], newcomersFrom: string): DecompositionPlan {
  const layout = layoutOf(subject, periods);
  return {
    subject,
    layout,
    read: (tables) => readCarried(subject, layout, tables),
    pair(base, treated) {
      const isSame = base.dates.length === treated.dates.length && base.dates[0] === treated.dates[0];
      if (!isSame) throw new Error("two runs can be compared only over the same weeks");
      const groups = groupsOf(base, treated, newcomersFrom);
      const shape = { legs: subject.legs.length, conducts: subject.conducts.length, harms: subject.harms.length };
      const cells = both((world) => cellsByWindow(world === 0 ? base : treated, groups, shape));
      const byWindow = splitByWindow(shape, cells, base.windows);
      const into = new Float64Array(layout.size);
      periods.forEach(({ from, to }, period) => {
        const span = windowsIn(from, to, subject.recordWeeks, base.dates.length);
        const task = { subject, layout, groups, span, into };
        for (const world of WORLDS) {
          const run = world === 0 ? base : treated;
          addPlaces(task, period, world, cells[world]);
          into[layout.departures(period, world)] = at(sumsOver(run.departures, span, 1), 0);
          sumsOver(run.total, span, layout.outcomes.length).forEach((total, o) => {
            into[layout.total(period, o, world)] = total;
          });
        }
        const departures = both((world) => {
          const left = at(into, layout.departures(period, world));
          return left > 0 ? left : Number.NaN;
        });
        const split = sumsOver(byWindow, span, 2 * PLAYERS.length * shape.harms);
        addParts(task, period, split, [1, 1], layout.part);
        addParts(task, period, split, departures, layout.perDeparture);
        addMatched(task, period, [base, treated]);
      });
      return into;
    },
  };
}

/** Windows x worlds x players x harms. */
function splitByWindow(shape: Shape, worlds: Both<Cells>, windows: number): Float64Array {
  const width = 2 * PLAYERS.length * shape.harms;
  const split = new Float64Array(windows * width);
  for (let window = 0; window < windows; window++) {
    const [base, treated] = both((world) => cellsOf(worlds[world], window, shape));
    splitWindow(shape, base, treated, split.subarray(window * width, (window + 1) * width));
  }
  return split;
}
