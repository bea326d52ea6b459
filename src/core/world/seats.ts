/** Seats go to those whose own key comes first: one more applicant pushes out at most one other. */
import { stream, uniformOf } from "../random/stream.ts";
import { block, w0 } from "../random/threefry.ts";
import type { Offers } from "./offers.ts";
import { means } from "./person.ts";
import { keyFor, type World } from "./world.ts";

export const RATION = stream("place in the queue for a seat");

export interface Applications {
  count: number;
  migrant: Int32Array;
  first: Int32Array;
  second: Int32Array;
  uid: Uint32Array;
  add(migrant: number, first: number, second: number, uid: number): void;
}

export function createApplications(): Applications {
  return {
    count: 0,
    migrant: new Int32Array(1024),
    first: new Int32Array(1024),
    second: new Int32Array(1024),
    uid: new Uint32Array(1024),
    add(migrant, first, second, uid) {
      if (this.count === this.migrant.length) grow(this);
      this.migrant[this.count] = migrant;
      this.first[this.count] = first;
      this.second[this.count] = second;
      this.uid[this.count++] = uid;
    },
  };
}

function grow(a: Applications): void {
  const larger = (old: Int32Array) => {
    const array = new Int32Array(old.length * 2);
    array.set(old);
    return array;
  };
  a.migrant = larger(a.migrant);
  a.first = larger(a.first);
  a.second = larger(a.second);
  const uid = new Uint32Array(a.uid.length * 2);
  uid.set(a.uid);
  a.uid = uid;
}

/** Key and index of an application in one exactly representable number. */
const INDEX_ROOM = 2_097_152;
const PRIORITY_ROOM = 2_147_483_648;

/** Two rounds: first choices, then the second choices of those turned away. */
export function grantSeats(world: World, o: Offers, a: Applications, turnAway: (world: World, migrant: number) => void): void {
  const { model } = world;
  const s = world.smugglers.columns;
  const seats = new Int32Array(o.count);
  for (let j = 0; j < o.count; j++) {
    const row = o.row[j];
    const fluid = s.carry[row] + s.available[row] / model.scale;
    seats[j] = Math.floor(fluid);
    s.carry[row] = Math.min(1, fluid - seats[j]);
  }
  const key = keyFor(world, RATION);
  const priority = new Float64Array(a.count);
  for (let i = 0; i < a.count; i++) {
    block(key, a.uid[i], 0, world.week, 0);
    priority[i] = uniformOf(w0);
    s.applied[o.row[a.first[i]]] += model.scale;
  }
  const rejected = grant(world, o, a, a.first, Int32Array.from({ length: a.count }, (_, i) => i), priority, seats);
  const again = model.mechanism["second-choice"] ? rejected.filter((i) => a.second[i] >= 0) : [];
  const still = again.length > 0 ? new Set(grant(world, o, a, a.second, Int32Array.from(again), priority, seats)) : new Set<number>();
  const tried = new Set(again);
  for (const i of rejected) {
    if (tried.has(i) && !still.has(i)) continue;
    world.ledger.total.turnedAway++;
    turnAway(world, a.migrant[i]);
  }
}

/** Grants one round; returns the applications without a seat. */
function grant(world: World, o: Offers, a: Applications, choice: Int32Array, among: Int32Array, priority: Float64Array, seats: Int32Array): number[] {
  const start = new Int32Array(o.count + 1);
  for (const i of among) start[choice[i] + 1]++;
  for (let j = 0; j < o.count; j++) start[j + 1] += start[j];
  const fill = start.slice();
  const keys = new Float64Array(among.length);
  for (const i of among) keys[fill[choice[i]]++] = Math.floor(priority[i] * PRIORITY_ROOM) * INDEX_ROOM + i;
  const rejected: number[] = [];
  for (let j = 0; j < o.count; j++) {
    const queue = keys.subarray(start[j], start[j + 1]);
    if (queue.length > seats[j]) queue.sort();
    for (let q = 0; q < queue.length; q++) {
      const i = queue[q] % INDEX_ROOM;
      if (q < seats[j]) board(world, o, a.migrant[i], j);
      else rejected.push(i);
    }
    seats[j] -= Math.min(seats[j], queue.length);
  }
  return rejected;
}

/** Puts a person on the list of this week's passengers; who pays is settled here, the money moves with the journey. */
function board(world: World, o: Offers, migrant: number, offer: number): void {
  const b = world.boarding;
  if (b.count === b.migrant.length) enlarge(world);
  const c = world.migrants.columns;
  const fare = o.fare[offer * world.model.communities.count + c.community[migrant]];
  const gap = fare - means(world, migrant);
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
  const payment = new Uint8Array(room);
  payment.set(b.payment);
  b.payment = payment;
}
