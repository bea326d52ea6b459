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
import { add, at, type Both, both, type Cells, type Shape } from "./cells.ts";
import { ENVIRONMENT, FIRST_CONDUCT, GROUPS } from "./parts.ts";

/** |S|! (4 - |S|)! / 5! for coalitions of none to four of the other players. */
const WEIGHTS = [1 / 5, 1 / 20, 1 / 30, 1 / 20, 1 / 5];
const weight = (size: number): number => WEIGHTS[size] as number;

/** Sum over the four coalitions of two factors, joined by a number of other players, of weight x product. */
function joined([a0, a1]: Both, [b0, b1]: Both, others: number): number {
  return weight(others) * a0 * b0 + weight(others + 1) * (a1 * b0 + a0 * b1) + weight(others + 2) * a1 * b1;
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
 * Adds the split of one window to `into`, players x harms.
 * A cell that is empty in one world takes the harm per trip of the other. A cell that is empty in both needs none: no
 * world gives its conduct a share.
 * @param per what harm is counted per in each world; with departures, the volume is trips per departure
 */
export function splitWindow(shape: Shape, base: Cells, treated: Cells, into: Float64Array, per: Both = [1, 1]): void {
  const { legs, conducts, harms } = shape;
  const perLeg = GROUPS.length * conducts;
  const worlds = [base, treated] as const;
  const tripsOf = (from: number, count: number) => both((world) => sumOf(worlds[world].trips, from, count));
  const trips = tripsOf(0, legs * perLeg);
  const volume: Both = [trips[0] / per[0], trips[1] / per[1]];
  // harm per trip of a leg and group, with conduct and harm per trip of either world: 00, 01, 10, 11, each x harms
  const mixed = new Float64Array(4 * harms);
  for (let leg = 0; leg < legs; leg++) {
    const onLeg = tripsOf(leg * perLeg, perLeg);
    const route = quotients(onLeg, trips);
    for (let group = 0; group < GROUPS.length; group++) {
      const first = leg * perLeg + group * conducts;
      const byGroup = tripsOf(first, conducts);
      if (byGroup[0] === 0 && byGroup[1] === 0) continue;
      mixed.fill(0);
      for (let cell = first; cell < first + conducts; cell++) addConduct(cell, harms, base, treated, byGroup, mixed);
      addGame(volume, route, quotients(byGroup, onLeg), mixed, harms, FIRST_CONDUCT + group, into);
    }
  }
}

function addConduct(cell: number, harms: number, base: Cells, treated: Cells, byGroup: Both, mixed: Float64Array): void {
  const trips: Both = [at(base.trips, cell), at(treated.trips, cell)];
  if (trips[0] === 0 && trips[1] === 0) return;
  const [c0, c1] = quotients(trips, byGroup);
  for (let h = 0; h < harms; h++) {
    const [e0, e1] = quotients([at(base.harm, cell * harms + h), at(treated.harm, cell * harms + h)], trips);
    add(mixed, h, c0 * e0);
    add(mixed, harms + h, c0 * e1);
    add(mixed, 2 * harms + h, c1 * e0);
    add(mixed, 3 * harms + h, c1 * e1);
  }
}

/** One leg and group: v = T m s d(c, e). Marginal contributions are differences, so that what does not change gets exactly 0. */
function addGame(
  volume: Both,
  route: Both,
  share: Both,
  mixed: Float64Array,
  harms: number,
  conduct: number,
  into: Float64Array,
): void {
  const games = [
    [volume, route, share],
    [route, volume, share],
    [share, volume, route],
  ] as const;
  games.forEach(([own, a, b], player) => {
    const gain = own[1] - own[0];
    const [neither, one, two] = [gain * joined(a, b, 0), gain * joined(a, b, 1), gain * joined(a, b, 2)];
    for (let h = 0; h < harms; h++) {
      const value =
        neither * at(mixed, h) + one * (at(mixed, harms + h) + at(mixed, 2 * harms + h)) + two * at(mixed, 3 * harms + h);
      add(into, player * harms + h, value);
    }
  });
  const alone = volume[0] * joined(route, share, 0) + volume[1] * joined(route, share, 1);
  const after = volume[0] * joined(route, share, 1) + volume[1] * joined(route, share, 2);
  for (let h = 0; h < harms; h++) {
    const [d00, d01, d10, d11] = [at(mixed, h), at(mixed, harms + h), at(mixed, 2 * harms + h), at(mixed, 3 * harms + h)];
    add(into, conduct * harms + h, alone * (d10 - d00) + after * (d11 - d01));
    add(into, ENVIRONMENT * harms + h, alone * (d01 - d00) + after * (d11 - d10));
  }
}
