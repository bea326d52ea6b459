/** What is added up over the windows of a period: trips and harms by place, and the parts of each difference. */

import { add, at, type Both, both, type Cells } from "./cells.ts";
import type { Groups } from "./groups.ts";
import type { Layout, Subject, WorldIndex } from "./layout.ts";
import { GROUPS, OUTSIDE, PLAYERS, RESIDUAL } from "./parts.ts";
import type { Span } from "./span.ts";

/** What is to be summed, over which windows, and where it goes. */
export interface Task {
  readonly subject: Subject;
  readonly layout: Layout;
  readonly groups: Groups;
  readonly span: Span;
  readonly into: Float64Array;
}

/** Trips and harms of a world by leg, by conduct and by status. */
export function addPlaces(
  { subject: { legs, conducts, harms }, layout, span: [first, end], into }: Task,
  period: number,
  world: WorldIndex,
  cells: Cells,
): void {
  const perLeg = GROUPS.length * conducts.length;
  const count = legs.length * perLeg;
  const sums = new Float64Array(1 + layout.outcomes.length);
  for (let within = 0; within < count; within++) {
    sums.fill(0);
    for (let window = first; window < end; window++) addCell(cells, window * count + within, harms, sums);
    if (sums[0] === 0) continue;
    const leg = Math.floor(within / perLeg);
    const conduct = legs.length + (within % conducts.length);
    const status = legs.length + conducts.length + (Math.floor(within / conducts.length) % GROUPS.length);
    for (const place of [leg, conduct, status]) {
      const from = layout.place(period, place, world, 0);
      for (let m = 0; m < sums.length; m++) add(into, from + m, at(sums, m));
    }
  }
}

/** Trips, harms and index of a cell of a window. */
function addCell({ trips, harm }: Cells, cell: number, harms: Subject["harms"], sums: Float64Array): void {
  if (at(trips, cell) === 0) return;
  add(sums, 0, at(trips, cell));
  for (let h = 0; h < harms.length; h++) {
    const value = at(harm, cell * harms.length + h);
    add(sums, 1 + h, value);
    add(sums, 1 + harms.length, value * (harms[h]?.weight ?? Number.NaN));
  }
}

/** What the series has more than all trips together, if it is more than rounding. */
const ROUNDING = 1e-9;

/**
 * The parts of each outcome in a period, once totals and places are there.
 * @param split worlds x players x harms
 * @param per what the outcome is counted per in each world
 * @param place where a part is written
 */
export function addParts(
  { subject: { legs, harms }, layout, into }: Task,
  period: number,
  split: Float64Array,
  per: Both,
  place: Layout["part"],
): void {
  PLAYERS.forEach((_, player) => {
    harms.forEach(({ weight }, h) => {
      const number = player * harms.length + h;
      const value = at(split, number) / per[0] + at(split, PLAYERS.length * harms.length + number) / per[1];
      into[place(period, h, player)] = value;
      // a sum of games has the sum of their values
      add(into, place(period, harms.length, player), weight * value);
    });
  });
  layout.outcomes.forEach((_, o) => {
    const [base, treated] = both((world) => {
      const total = at(into, layout.total(period, o, world));
      let onTrips = 0;
      for (let leg = 0; leg < legs.length; leg++) onTrips += at(into, layout.place(period, leg, world, 1 + o));
      const outside = Math.abs(total - onTrips) > ROUNDING * Math.abs(total) ? total - onTrips : 0;
      return { total: total / per[world], outside: outside / per[world] };
    });
    into[place(period, o, OUTSIDE)] = treated.outside - base.outside;
    let explained = 0;
    for (let part = 0; part < RESIDUAL; part++) explained += at(into, place(period, o, part));
    into[place(period, o, RESIDUAL)] = treated.total - base.total - explained;
  });
}
