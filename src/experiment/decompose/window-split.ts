/**
 * The exact Shapley split of one recording window (Shapley 1953). In each world the expected harm is
 *
 *   T x sum over legs of m x sum over groups of s x sum over conduct of c x e
 *
 * trips, share of the leg, share of the group on it, share of the conduct within the group, harm per trip; a player takes
 * its factor from the treated world or leaves it at that of the base. The sum has no term in which two groups meet, and
 * a player without a term gets nothing; so the seven players' values are the sums, over legs and groups, of a game of five
 * (T, m, s, the conduct of that group, e), whose 32 coalitions are written out here.
 */
import { add, at, type Both, type Cells, type Shape } from "./cells.ts";
import { ENVIRONMENT, FIRST_CONDUCT, GROUPS, PLAYERS, ROUTE, SHARE, VOLUME } from "./parts.ts";

/** |S|! (4 - |S|)! / 5! for coalitions of none to four of the other players. */
const WEIGHTS = [1 / 5, 1 / 20, 1 / 30, 1 / 20, 1 / 5];
const weight = (size: number): number => WEIGHTS[size] as number;

/** Sum over both worlds of a factor, joined by a number of other players, of weight x factor. */
const joined = ([base, treated]: Both, others: number): number => weight(others) * base + weight(others + 1) * treated;

/** The same for two factors. */
function joinedTwo([base, treated]: Both, other: Both, others: number): number {
  return base * joined(other, others) + treated * joined(other, others + 1);
}

/**
 * A quotient in both worlds. A world in which there is nothing to divide by takes that of the other: it is multiplied by
 * nothing in its own world, so that the split stays exact. Nothing in both worlds is 0.
 */
function quotients(parts: Both, wholes: Both): Both {
  const base = wholes[0] > 0 ? parts[0] / wholes[0] : undefined;
  const treated = wholes[1] > 0 ? parts[1] / wholes[1] : undefined;
  return [base ?? treated ?? 0, treated ?? base ?? 0];
}

function sumOf(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += at(values, i);
  return sum;
}

/**
 * Adds the split of one window to `into`, worlds x players x harms: every product in the sums above has the trips of one
 * world or of the other, and the terms of either are kept apart, so that the same split can be had per departure (trips of
 * each world over departures of that world). A part is the sum of both.
 *
 * A cell that is empty in one world takes the harm per trip of the other. A cell that is empty in both needs none: no
 * world gives its conduct a share.
 */
export function splitWindow(shape: Shape, base: Cells, treated: Cells, into: Float64Array): void {
  const { legs, conducts, harms } = shape;
  const perLeg = GROUPS.length * conducts;
  const tripsOf = (from: number, count: number): Both => [sumOf(base.trips, from, count), sumOf(treated.trips, from, count)];
  const trips = tripsOf(0, legs * perLeg);
  // harm per trip of a leg and group, with conduct and harm per trip of either world: 00, 01, 10, 11, each x harms
  const mixed = new Float64Array(4 * harms);
  for (let leg = 0; leg < legs; leg++) {
    const onLeg = tripsOf(leg * perLeg, perLeg);
    if (onLeg[0] === 0 && onLeg[1] === 0) continue;
    const route = quotients(onLeg, trips);
    for (let group = 0; group < GROUPS.length; group++) {
      const first = leg * perLeg + group * conducts;
      const byGroup = tripsOf(first, conducts);
      if (byGroup[0] === 0 && byGroup[1] === 0) continue;
      mixed.fill(0);
      for (let cell = first; cell < first + conducts; cell++) addConduct(cell, harms, base, treated, byGroup, mixed);
      addGame(trips, route, quotients(byGroup, onLeg), mixed, harms, FIRST_CONDUCT + group, into);
    }
  }
}

function addConduct(cell: number, harms: number, base: Cells, treated: Cells, byGroup: Both, mixed: Float64Array): void {
  const [n0, n1]: Both = [at(base.trips, cell), at(treated.trips, cell)];
  if (n0 === 0 && n1 === 0) return;
  const [c0, c1] = quotients([n0, n1], byGroup);
  for (let h = 0; h < harms; h++) {
    const own0 = at(base.harm, cell * harms + h);
    const own1 = at(treated.harm, cell * harms + h);
    const e0 = n0 > 0 ? own0 / n0 : own1 / n1;
    const e1 = n1 > 0 ? own1 / n1 : own0 / n0;
    add(mixed, h, c0 * e0);
    add(mixed, harms + h, c0 * e1);
    add(mixed, 2 * harms + h, c1 * e0);
    add(mixed, 3 * harms + h, c1 * e1);
  }
}

/**
 * One leg and group: v = T m s d(c, e). Marginal contributions are differences, so that what does not change gets exactly
 * 0; the volume's are the whole products of either world, which cancel exactly when nothing changes.
 */
function addGame(
  trips: Both,
  route: Both,
  share: Both,
  mixed: Float64Array,
  harms: number,
  conduct: number,
  into: Float64Array,
): void {
  const [moved, divided] = [route[1] - route[0], share[1] - share[0]];
  for (const world of [0, 1] as const) {
    const n = trips[world];
    const volume = world === 0 ? -n : n;
    const [v0, v1, v2] = [
      volume * joinedTwo(route, share, 0),
      volume * joinedTwo(route, share, 1),
      volume * joinedTwo(route, share, 2),
    ];
    // the trips of the treated world are one more player who has come
    const [r0, r1, r2] = [
      moved * n * joined(share, world),
      moved * n * joined(share, world + 1),
      moved * n * joined(share, world + 2),
    ];
    const [s0, s1, s2] = [
      divided * n * joined(route, world),
      divided * n * joined(route, world + 1),
      divided * n * joined(route, world + 2),
    ];
    const [alone, after] = [n * joinedTwo(route, share, world), n * joinedTwo(route, share, world + 1)];
    const from = world * PLAYERS.length * harms;
    for (let h = 0; h < harms; h++) {
      const d00 = at(mixed, h);
      const d01 = at(mixed, harms + h);
      const d10 = at(mixed, 2 * harms + h);
      const d11 = at(mixed, 3 * harms + h);
      const one = d01 + d10;
      add(into, from + VOLUME * harms + h, v0 * d00 + v1 * one + v2 * d11);
      add(into, from + ROUTE * harms + h, r0 * d00 + r1 * one + r2 * d11);
      add(into, from + SHARE * harms + h, s0 * d00 + s1 * one + s2 * d11);
      add(into, from + conduct * harms + h, alone * (d10 - d00) + after * (d11 - d01));
      add(into, from + ENVIRONMENT * harms + h, alone * (d01 - d00) + after * (d11 - d10));
    }
  }
}
