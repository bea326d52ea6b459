/** 7: journeys, vessel by vessel where people share one. Realised and expected harms are counted side by side, never mixed. */
import { exp, log } from "../math.ts";
import { exponential, normal } from "../random/distribution.ts";
import { stream, u0, u1, u2, u3, uniformOf } from "../random/stream.ts";
import { block, type Key, w0, w1, w2, w3 } from "../random/threefry.ts";
import { STATE } from "../world/columns.ts";
import { absorb } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { hiddenFromAuthorities, hiddenFromCommunities } from "../world/seen.ts";
import { clientClass, createTerms, serviceTerms, type ServiceTerms } from "../world/services.ts";
import { boatSupply, createTrip, rescueOf, type TripTerms, tripTerms } from "../world/trip.ts";
import { keyFor, schedule, type World } from "../world/world.ts";

const VESSEL = stream("fate of a vessel");
const JOURNEY = stream("fate of a passenger");

/** Probabilities of harm are compared and summed in millionths, so that sums are exact in any order. */
const MILLION = 1_000_000;
const PERCENT = 100;
/** Ransom demands: log-normal, 99th percentile about six times the median (evidence 3.6: 2,000 and over 12,000 USD). */
const RANSOM_SPREAD = 0.8;
/** Weeks held on for ransom that was not paid: one per 60 USD short, at most 12 (model notes, section 2). */
const ARREARS_PER_WEEK = 60;
const LONGEST_ARREARS = 12;
const THOUSAND = 1000;
const HALF = 0.5;

export const journeys: Phase = {
  name: "journeys",
  about: "wrecks, interceptions and individual fates of this week's passengers; fares, ransoms, refunds change hands",
  writes: [
    "migrants.*", "smugglers.trips", "smugglers.served", "smugglers.fragility", "smugglers.indebted", "smugglers.fares",
    "smugglers.refunded", "smugglers.extorted", "smugglers.boatsLost", "smugglers.toldTrips", "smugglers.toldAbuse",
    "smugglers.cellTrips", "smugglers.cellHarm", "smugglers.cellSeen",
    "legCommunities.told", "legCommunities.toldDeaths", "legCommunities.toldStops",
  ],
  streams: [VESSEL, JOURNEY],
  run(world) {
    const s = world.smugglers.columns;
    for (const row of world.active) {
      s.trips[row] = 0;
      s.fragility[row] = 0;
      s.indebted[row] = 0;
      s.fares[row] = 0;
      s.refunded[row] = 0;
      s.boatsLost[row] = 0;
      s.served[row] = 0;
    }
    world.legCommunities.columns.told.fill(0);
    world.legCommunities.columns.toldDeaths.fill(0);
    world.legCommunities.columns.toldStops.fill(0);
    const groups = groupBySmuggler(world);
    const services = createTerms();
    const trip = createTrip();
    for (const [row, passengers] of groups) {
      const leg = s.leg[row];
      serviceTerms(world, row, clientClass(world, row), services);
      tripTerms(world, row, { vessel: s.vessel[row], load: s.load[row], evasive: s.evasive[row], level: s.level[row] }, services, boatSupply(world, leg), rescueOf(world, leg), trip);
      sail(world, row, passengers, services, trip);
    }
  },
};

/** Passengers of each smuggler, smugglers in order of uid. */
function groupBySmuggler(world: World): [number, Int32Array][] {
  const b = world.boarding;
  const sizes = new Map<number, number>();
  for (let i = 0; i < b.count; i++) sizes.set(b.smuggler[i], (sizes.get(b.smuggler[i]) ?? 0) + 1);
  const lists = new Map<number, Int32Array>();
  const fill = new Map<number, number>();
  for (let i = 0; i < b.count; i++) {
    const row = b.smuggler[i];
    let list = lists.get(row);
    if (list === undefined) {
      list = new Int32Array(sizes.get(row) as number);
      lists.set(row, list);
      fill.set(row, 0);
    }
    const at = fill.get(row) as number;
    list[at] = i;
    fill.set(row, at + 1);
  }
  const groups: [number, Int32Array][] = [];
  for (const row of world.active) {
    const list = lists.get(row);
    if (list !== undefined) groups.push([row, list]);
  }
  return groups;
}

interface Fleet {
  readonly wrecked: Uint8Array;
  readonly stopped: Uint8Array;
  /** Share of those on board who die, if wrecked. */
  readonly fatality: Float64Array;
  readonly toll: Int32Array;
}

function fates(world: World, key: Key, uid: number, vessels: number, trip: TripTerms): Fleet {
  const fleet = { wrecked: new Uint8Array(vessels), stopped: new Uint8Array(vessels), fatality: new Float64Array(vessels), toll: new Int32Array(vessels) };
  for (let v = 0; v < vessels; v++) {
    block(key, uid, v, world.week, 0);
    fleet.wrecked[v] = u0() < trip.wreck ? 1 : 0;
    fleet.stopped[v] = u1() < trip.interception ? 1 : 0;
    // u^(1/mean - 1) has this mean and heavy ends: many wrecks with few dead, few with nearly all
    if (fleet.wrecked[v] === 1 && trip.fatality > 0) fleet.fatality[v] = exp((1 / trip.fatality - 1) * log(u2()));
  }
  return fleet;
}

function sail(world: World, row: number, passengers: Int32Array, services: ServiceTerms, trip: TripTerms): void {
  const { model } = world;
  const { harms, levels, legs } = model;
  const s = world.smugglers.columns;
  const b = world.boarding;
  const leg = s.leg[row];
  const level = s.level[row];
  const count = passengers.length;
  const real = count * model.scale;
  const vessels = Math.max(1, Math.min(count, Math.ceil(real / trip.aboard)));
  const fleet = fates(world, keyFor(world, VESSEL), s.uid[row], vessels, trip);
  const journey = keyFor(world, JOURNEY);
  const told = 1 - hiddenFromCommunities(world, s.conceal[row]);
  const H = harms.count;
  const expected = new Float64Array(H);
  const happened = new Float64Array(H);
  const uid = s.uid[row];
  s.trips[row] = count;
  s.served[row] = real;
  world.ledger.trips[leg] += count;
  world.ledger.tripsAt[level] += count;
  for (let q = 0; q < count; q++) {
    const i = passengers[q];
    const person = b.migrant[i];
    const c = world.migrants.columns;
    const k = c.community[person];
    const who = c.uid[person];
    const at = row * model.communities.count + k;
    const place = leg * model.communities.count + k;
    s.toldTrips[at]++;
    s.fragility[row] += c.vulnerability[person];
    world.legCommunities.columns.told[place]++;
    block(journey, who, uid, world.week, 0);
    const vessel = Math.floor(u0() * vessels);
    const drown = u1();
    const perish = u2();
    const drowned = fleet.wrecked[vessel] === 1 && drown < fleet.fatality[vessel];
    const dead = drowned || perish < trip.individual;
    const stopped = !dead && fleet.stopped[vessel] === 1;
    const paid = pay(world, i, row, services);
    const bonded = bind(world, person, row, b.payment[i], u3(), expected, happened);
    const before = c.harms[person];
    let toldAbuse = 0;
    let extorted = false;
    let captive = false;
    let sold = false;
    if (bonded) c.harms[person] |= 1 << harms.bondage;
    for (let n = 0; n < harms.perTrip.length; n++) {
      if ((n & 3) === 0) block(journey, who, uid, world.week, 1 + (n >> 2));
      const h = harms.perTrip[n];
      const chance = levels.harm[level * H + h];
      if (chance === 0) continue;
      const word = (n & 3) === 0 ? w0 : (n & 3) === 1 ? w1 : (n & 3) === 2 ? w2 : w3;
      const millionths = Math.min(MILLION, Math.round((chance * c.vulnerability[person] * MILLION) / PERCENT));
      expected[h] += millionths;
      if (uniformOf(word) * MILLION >= millionths) continue;
      // ransom, captivity and sale wait at the end of the way: only those who get there suffer them
      if ((dead || stopped) && (h === harms.ransom || h === harms.captivity || h === harms.trafficking)) continue;
      happened[h]++;
      c.harms[person] |= 1 << h;
      toldAbuse += Math.round((THOUSAND * harms.weight[h] * harms.reported[h] * told) / harms.worst);
      if (h === harms.ransom) extorted = true;
      if (h === harms.captivity) captive = true;
      if (h === harms.trafficking) sold = true;
    }
    if (dead) {
      if (harms.death >= 0) happened[harms.death]++;
      if (drowned) fleet.toll[vessel]++;
      world.legCommunities.columns.toldDeaths[place]++;
      toldAbuse += Math.round(THOUSAND * model.beliefs.deathHeard * model.beliefs.deathAsAbuse);
      if (harms.death >= 0) c.harms[person] |= 1 << harms.death;
    }
    if (before === 0 && c.harms[person] !== 0) world.ledger.total.victims++;
    s.toldAbuse[at] += toldAbuse;
    c.carrier[person] = uid;
    if (dead) {
      if (services.escrow) refund(world, person, row, paid);
      world.ledger.total.dead++;
      absorb(world, person, "dead");
      continue;
    }
    if (stopped) {
      world.ledger.stopped[leg]++;
      world.legCommunities.columns.toldStops[place]++;
      refund(world, person, row, services.escrow ? paid : Math.floor(paid * refundShare(world)));
      stop(world, person, row, journey, happened, before);
      continue;
    }
    if (sold) {
      const price = Math.round(levels.resale[level]);
      s.extorted[row] += price * model.scale;
      world.ledger.total.sales += price;
      world.ledger.total.trafficked++;
      absorb(world, person, "trafficked");
      continue;
    }
    world.ledger.completed[leg]++;
    c.node[person] = legs.to[leg];
    const held = extorted || captive ? hold(world, person, row, journey, extorted, captive) : 0;
    c.state[person] = held > 0 ? STATE.held : STATE.travelling;
    schedule(world, person, world.week + legs.weeks[leg] + held);
  }
  account(world, row, fleet, trip, real, expected, happened);
}

const refundShare = (world: World): number =>
  world.model.mechanism["interception-costs"] ? world.model.smugglers.operations.refund : 0;

/** The passenger pays what it can; kin, a lender or the smuggler's credit bear the rest. Returns what the smuggler got, USD. */
function pay(world: World, i: number, row: number, services: ServiceTerms): number {
  const { model } = world;
  const b = world.boarding;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const person = b.migrant[i];
  const share = services.escrow || model.levels.holds[s.level[row]] === 1 ? 1 : services.collection;
  const fare = Math.round(b.fare[i] * share);
  const own = Math.min(fare, c.cash[person]);
  c.cash[person] -= own;
  const kin = model.mechanism["kin-credit"] ? Math.min(fare - own, c.credit[person]) : 0;
  c.credit[person] -= kin;
  world.ledger.total.kinSent += kin;
  const gap = fare - own - kin;
  let paid = own + kin;
  if (gap > 0 && b.payment[i] === 1) {
    world.ledger.total.lent += gap;
    world.ledger.total.lenderLoans++;
    paid += gap;
  } else if (gap > 0) {
    c.debt[person] += gap;
    c.creditor[person] = s.uid[row];
    world.ledger.total.onCredit++;
    s.indebted[row]++;
  }
  s.fares[row] += paid;
  const leg = s.leg[row];
  const nationality = model.communities.nationality[c.community[person]];
  const nationalities = model.labels.nationality.length;
  world.ledger.fares[leg] += paid;
  world.ledger.fareBy[leg * nationalities + nationality] += b.fare[i];
  world.ledger.tripsBy[leg * nationalities + nationality]++;
  return paid;
}

/** Whether a debt to the smuggler becomes bondage. */
function bind(world: World, person: number, row: number, payment: number, draw: number, expected: Float64Array, happened: Float64Array): boolean {
  const { model } = world;
  const h = model.harms.bondage;
  if (h < 0 || payment !== 2 || world.migrants.columns.debt[person] === 0 || !model.mechanism.bondage) return false;
  const millionths = Math.round(model.levels.harm[world.smugglers.columns.level[row] * model.harms.count + h] * MILLION);
  expected[h] += millionths;
  if (draw * MILLION >= millionths) return false;
  happened[h]++;
  return true;
}

function refund(world: World, person: number, row: number, amount: number): void {
  if (amount <= 0) return;
  world.smugglers.columns.refunded[row] += amount;
  world.ledger.total.refunds += amount;
  world.migrants.columns.cash[person] += amount;
}

/** Intercepted: detained, or back where the trip began. */
function stop(world: World, person: number, row: number, journey: Key, happened: Float64Array, before: number): void {
  const { model } = world;
  const c = world.migrants.columns;
  const leg = world.smugglers.columns.leg[row];
  block(journey, c.uid[person], world.smugglers.columns.uid[row], world.week, 8);
  if (u0() < model.legs.detained[leg]) {
    const h = model.harms.detention;
    if (h >= 0) {
      happened[h]++;
      c.harms[person] |= 1 << h;
      if (before === 0 && c.harms[person] === 1 << h) world.ledger.total.victims++;
    }
    const weeks = model.migrants.detentionWeeks * world.levers.detention[model.legs.jurisdiction[leg]] * exponential(u1());
    c.state[person] = STATE.detained;
    schedule(world, person, world.week + 1 + Math.round(weeks));
    return;
  }
  c.state[person] = STATE.travelling;
  schedule(world, person, world.week + 1);
}

/** Held by the smuggler: ransom within limits, captivity, longer when it is not paid. Returns weeks. */
function hold(world: World, person: number, row: number, journey: Key, extorted: boolean, captive: boolean): number {
  const { model } = world;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const level = s.level[row];
  block(journey, c.uid[person], s.uid[row], world.week, 9);
  let weeks = captive ? model.levels.captivity[level] * (HALF + u1()) : 0;
  if (extorted && model.levels.ransom[level] > 0) {
    const asked = Math.round(model.levels.ransom[level] * exp(RANSOM_SPREAD * normal(u0())));
    const fromKin = Math.min(Math.floor(c.credit[person] * model.migrants.ransomCredit), asked);
    const own = Math.min(c.cash[person], asked - fromKin);
    c.credit[person] -= fromKin;
    c.cash[person] -= own;
    world.ledger.total.kinSent += fromKin;
    world.ledger.total.ransomAsked += asked;
    world.ledger.total.ransomPaid += fromKin + own;
    world.ledger.ransomAsked[s.leg[row]] += asked;
    world.ledger.ransomPaid[s.leg[row]] += fromKin + own;
    s.extorted[row] += (fromKin + own) * model.scale;
    weeks += Math.min(LONGEST_ARREARS, (asked - fromKin - own) / ARREARS_PER_WEEK);
  }
  return Math.round(weeks);
}

/** Books of one smuggler's week: harms that happened and that were to be expected. */
function account(world: World, row: number, fleet: Fleet, trip: TripTerms, real: number, expected: Float64Array, happened: Float64Array): void {
  const { model } = world;
  const { harms } = model;
  const s = world.smugglers.columns;
  const leg = s.leg[row];
  const H = harms.count;
  const conceal = 1 - hiddenFromAuthorities(world, s.conceal[row]);
  for (let h = 0; h < H; h++) expected[h] /= MILLION;
  const count = real / model.scale;
  const arrives = (1 - trip.death) * (1 - trip.interception);
  for (const h of [harms.ransom, harms.captivity, harms.trafficking]) if (h >= 0) expected[h] *= arrives;
  if (harms.death >= 0) expected[harms.death] = count * trip.death;
  if (harms.detention >= 0) expected[harms.detention] = count * (1 - trip.death) * trip.interception * model.legs.detained[leg];
  for (let h = 0; h < H; h++) {
    world.ledger.harm[leg * H + h] += happened[h];
    world.ledger.expected[leg * H + h] += expected[h];
    world.ledger.reported[leg * H + h] += happened[h] * harms.reported[h] * (h === harms.death ? 1 : conceal);
    s.cellHarm[row * H + h] += expected[h] * model.scale;
    s.cellSeen[row * H + h] += happened[h] * model.scale;
  }
  s.cellTrips[row] += real;
  let stopped = 0;
  for (let v = 0; v < fleet.stopped.length; v++) {
    stopped += fleet.stopped[v];
    if (fleet.toll[v] > 0) world.ledger.wrecks.push(fleet.toll[v] * model.scale);
  }
  s.boatsLost[row] = (stopped / fleet.stopped.length) * (real / trip.aboard);
}
