/** Seats go to those whose own key comes first: one more applicant pushes out at most one other. */
import { stream, uniformOf } from "../random/stream.ts";
import { block, w0 } from "../random/threefry.ts";
import type { Applications, Marketplace, Offers } from "./marketplace.ts";
import { means } from "./person.ts";
import { keyFor, type World } from "./world.ts";

export const RATION = stream("place in the queue for a seat");

/** Key and index of an application in one exactly representable number. */
const INDEX_ROOM = 2_097_152;
const PRIORITY_ROOM = 2_147_483_648;

/** Two rounds: first choices, then the second choices of those turned away. */
export function grantSeats(
  world: World,
  { offers: o, applications: a }: Marketplace,
  turnAway: (world: World, migrant: number) => void,
): void {
  countSeats(world, o);
  drawPlaces(world, o, a);
  const rejected = grant(world, o, a, a.first, a.count, a.rejected);
  if (world.model.mechanism["second-choice"]) {
    let again = 0;
    for (let r = 0; r < rejected; r++) if (a.second[a.rejected[r]] >= 0) a.among[again++] = a.rejected[r];
    if (again > 0) grant(world, o, a, a.second, again, a.among);
  }
  for (let r = 0; r < rejected; r++) {
    const i = a.rejected[r];
    if (a.seated[i] === 1) continue;
    world.ledger.total.turnedAway++;
    turnAway(world, a.migrant[i]);
  }
}

/**
 * The week's seats go on each smuggler's account, in simulated persons; unused whole seats are lost. An account may go
 * below zero by a part of a person, and whoever is below offers nothing: so the rate at which people are carried does
 * not depend on how many real persons a simulated one stands for.
 */
export function creditSeats(world: World): void {
  const s = world.smugglers.columns;
  for (const row of world.active) s.carry[row] = Math.min(1, s.carry[row]) + s.available[row] / world.model.scale;
}

function countSeats(world: World, o: Offers): void {
  const { carry } = world.smugglers.columns;
  for (let j = 0; j < o.count; j++) o.seats[j] = Math.floor(carry[o.row[j]] + 1);
}

function drawPlaces(world: World, o: Offers, a: Applications): void {
  const { scale } = world.model;
  const { applied } = world.smugglers.columns;
  const { uid } = world.migrants.columns;
  const key = keyFor(world, RATION);
  for (let i = 0; i < a.count; i++) {
    block(key, uid[a.migrant[i]], 0, world.week, 0);
    a.place[i] = Math.floor(uniformOf(w0) * PRIORITY_ROOM) * INDEX_ROOM + i;
    a.among[i] = i;
    a.seated[i] = 0;
    applied[o.row[a.first[i]]] += scale;
  }
}

/** Grants one round to the first `count` in `a.among`; writes the applications without a seat, and returns how many. */
function grant(world: World, o: Offers, a: Applications, choice: Int32Array, count: number, rejected: Int32Array): number {
  const { among, queue } = a;
  const { carry } = world.smugglers.columns;
  const { queueEnd: end, seats } = o;
  end.fill(0, 0, o.count);
  for (let n = 0; n < count; n++) end[choice[among[n]]]++;
  let start = 0;
  for (let j = 0; j < o.count; j++) {
    const length = end[j];
    end[j] = start;
    start += length;
  }
  for (let n = 0; n < count; n++) queue[end[choice[among[n]]]++] = a.place[among[n]];
  let refused = 0;
  start = 0;
  for (let j = 0; j < o.count; j++) {
    const length = end[j] - start;
    if (length > seats[j]) queue.subarray(start, end[j]).sort();
    for (let q = 0; q < length; q++) {
      const i = queue[start + q] % INDEX_ROOM;
      if (q < seats[j]) {
        a.seated[i] = 1;
        board(world, o, a.migrant[i], j);
        carry[o.row[j]] -= 1;
      } else {
        rejected[refused++] = i;
      }
    }
    seats[j] -= Math.min(seats[j], length);
    start = end[j];
  }
  return refused;
}

/** Puts a person on the list of this week's passengers; who pays is settled here, the money moves with the journey. */
function board(world: World, o: Offers, migrant: number, offer: number): void {
  const b = world.boarding;
  if (b.count === b.migrant.length) enlarge(world);
  const c = world.migrants.columns;
  const fare = o.fare[offer * world.model.communities.count + c.community[migrant]];
  const gap = fare - means(world, c.cash[migrant], c.credit[migrant]);
  const i = b.count++;
  b.migrant[i] = migrant;
  b.smuggler[i] = o.row[offer];
  b.fare[i] = fare;
  b.payment[i] = gap <= 0 ? 0 : o.lender && gap <= world.model.migrants.lenderLimit ? 1 : 2;
}

function enlarge(world: World): void {
  const b = world.boarding;
  const room = b.migrant.length * 2;
  const copy = (old: Int32Array) => {
    const array = new Int32Array(room);
    array.set(old);
    return array;
  };
  b.migrant = copy(b.migrant);
  b.smuggler = copy(b.smuggler);
  b.fare = copy(b.fare);
  b.order = new Int32Array(room);
  const payment = new Uint8Array(room);
  payment.set(b.payment);
  b.payment = payment;
}
