/** 7: journeys, vessel by vessel where people share one. Realised and expected harms are counted side by side, never mixed. */
import { exp, log } from "../math.ts";
import { stream, u0, u1, u2, u3, uniformOf } from "../random/stream.ts";
import { block, type Key, w0, w1, w2, w3 } from "../random/threefry.ts";
import { STATE } from "../world/columns.ts";
import { leadsToCompound, takeIn } from "../world/compound.ts";
import { hold, stop } from "../world/custody.ts";
import { pay, refund } from "../world/payment.ts";
import { absorb, enter } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { hiddenFromAuthorities, hiddenFromCommunities } from "../world/seen.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { arrivalOf, createTrip, presentTrip } from "../world/trip.ts";
import { createVoyage, fitOut, type Voyage } from "../world/voyage.ts";
import { keyFor, schedule, type World } from "../world/world.ts";

const VESSEL = stream("fate of a vessel");
const JOURNEY = stream("fate of a passenger");

/** Probabilities of harm are compared and summed in millionths, so that sums are exact in any order. */
const MILLION = 1_000_000;
const PERCENT = 100;
const THOUSAND = 1000;

export const journeys: Phase = {
  name: "journeys",
  about: "wrecks, interceptions and individual fates of this week's passengers; fares, ransoms, refunds change hands",
  equations: [
    "vessels = clamp(ceil(passengers/aboard), 1, simulated passengers); each is wrecked with P(wreck) and stopped with P(interception), passengers are spread over them at random [own]",
    "share of those aboard who die in a wreck = u^(1/fatality − 1), which has that mean; dead = in a wreck with that share, or with the individual probability [heavy ends by one draw: a power of a uniform]",
    "P(harm h of conduct) = min(1, `conduct.*.harms.*` · vulnerability); ransom, captivity and sale only for those who get there; a debt becomes bondage with the probability of that harm [own]",
    "expected harms are counted beside with the same probabilities, times P(arrives) for ransom, captivity and sale [own]",
    "stopped: refund `smugglers.operations.refund` of what was paid (all of it if held until arrival); detained with `legs.*.detainedWhenIntercepted` for 1 + round(`migrants.detentionWeeks` · lever detention · E) weeks @world/custody.ts [exponential stay]",
    "ransom asked = `conduct.*.ransom` · exp(0.8 z); paid from kin up to `migrants.ransomCredit` of credit, then cash; held round(`conduct.*.captivity` · (½ + u) + min(12, missing/60)) weeks @world/custody.ts [spread by evidence; arrears assumed]",
    "fare due = fare · (1 if held in escrow or the person is held, else collection), from cash, kin, lender or debt to the smuggler, in this order @world/payment.ts [bookkeeping]",
  ],
  writes: [
    "migrants.*",
    "smugglers.trips",
    "smugglers.served",
    "smugglers.fragility",
    "smugglers.indebted",
    "smugglers.fares",
    "smugglers.refunded",
    "smugglers.extorted",
    "smugglers.boatsLost",
    "smugglers.toldTrips",
    "smugglers.toldAbuse",
    "smugglers.cellTrips",
    "smugglers.cellHarm",
    "smugglers.cellSeen",
    "legCommunities.told",
    "legCommunities.toldDeaths",
    "legCommunities.toldStops",
  ],
  streams: [VESSEL, JOURNEY],
  run(world) {
    const { boarding } = world;
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
    groupBySmuggler(world);
    const voyage = createVoyage(createTerms(), createTrip(), world.model.harms.count);
    const vessel = keyFor(world, VESSEL);
    const journey = keyFor(world, JOURNEY);
    let first = 0;
    for (const row of world.active) {
      const end = boarding.end[row];
      if (end > first) sail(world, voyage, row, first, end, vessel, journey);
      first = end;
    }
  },
};

/** Sorts the passengers by smuggler, smugglers in order of uid; those of a smuggler stay as they boarded. */
function groupBySmuggler(world: World): void {
  const { boarding: b, active } = world;
  if (b.end.length < world.smugglers.used) b.end = new Int32Array(world.smugglers.capacity);
  const { end, order, smuggler } = b;
  end.fill(0);
  for (let i = 0; i < b.count; i++) end[smuggler[i]]++;
  let start = 0;
  for (const row of active) {
    const count = end[row];
    end[row] = start;
    start += count;
  }
  for (let i = 0; i < b.count; i++) order[end[smuggler[i]]++] = i;
}

/** Each vessel is wrecked or stopped, or neither. */
function castOff(world: World, v: Voyage, key: Key): void {
  const { trip } = v;
  for (let vessel = 0; vessel < v.vessels; vessel++) {
    block(key, v.uid, vessel, world.week, 0);
    v.wrecked[vessel] = u0() < trip.wreck ? 1 : 0;
    v.stopped[vessel] = u1() < trip.interception ? 1 : 0;
    // u^(1/mean - 1) has this mean and heavy ends: many wrecks with few dead, few with nearly all
    if (v.wrecked[vessel] === 1 && trip.fatality > 0) v.fatality[vessel] = exp((1 / trip.fatality - 1) * log(u2()));
  }
}

/** One smuggler's journeys of this week. @param first, end its passengers in the order of boarding */
function sail(world: World, v: Voyage, row: number, first: number, end: number, vesselKey: Key, journeyKey: Key): void {
  const s = world.smugglers.columns;
  const count = end - first;
  const real = count * world.model.scale;
  v.row = row;
  v.uid = s.uid[row];
  v.leg = s.leg[row];
  v.level = s.level[row];
  v.compound = leadsToCompound(world, v.leg);
  const silent = v.compound && world.model.mechanism.deception && world.model.levels.confines[v.level] === 1;
  // who is kept tells nothing until it gets out
  v.told = silent ? 0 : 1 - hiddenFromCommunities(world, s.conceal[row]);
  serviceTerms(world, row, clientClass(world, row), v.services);
  presentTrip(world, row, v.services, v.trip);
  fitOut(v, Math.max(1, Math.min(count, Math.ceil(real / v.trip.aboard))));
  castOff(world, v, vesselKey);
  s.trips[row] = count;
  s.served[row] = real;
  world.ledger.trips[v.leg] += count;
  world.ledger.sailings[v.leg] += real / v.trip.aboard;
  world.ledger.tripsAt[v.level] += count;
  const { order } = world.boarding;
  for (let q = first; q < end; q++) travel(world, v, order[q], journeyKey);
  account(world, v, real);
}

/** One passenger's journey. */
function travel(world: World, v: Voyage, passenger: number, key: Key): void {
  const { model, ledger, boarding } = world;
  const { harms, communities, legs } = model;
  const { row, leg, services } = v;
  const s = world.smugglers.columns;
  const c = world.migrants.columns;
  const g = world.legCommunities.columns;
  const person = boarding.migrant[passenger];
  const k = c.community[person];
  const at = row * communities.count + k;
  const place = leg * communities.count + k;
  s.toldTrips[at]++;
  s.fragility[row] += c.vulnerability[person];
  g.told[place]++;
  block(key, c.uid[person], v.uid, world.week, 0);
  const vessel = Math.floor(u0() * v.vessels);
  const drowned = v.wrecked[vessel] === 1 && u1() < v.fatality[vessel];
  const dead = drowned || u2() < v.trip.individual;
  const stopped = !dead && v.stopped[vessel] === 1;
  const resolve = u3();
  const paid = pay(world, v, passenger);
  const unharmed = c.harms[person] === 0;
  if (isBound(world, v, person, boarding.payment[passenger], resolve)) c.harms[person] |= 1 << harms.bondage;
  const suffered = suffer(world, v, person, dead || stopped, at, key);
  c.harms[person] |= suffered;
  if (dead) {
    if (harms.death >= 0) {
      v.happened[harms.death]++;
      c.harms[person] |= 1 << harms.death;
    }
    if (drowned) v.toll[vessel]++;
    g.toldDeaths[place]++;
    s.toldAbuse[at] += Math.round(THOUSAND * model.beliefs.deathHeard * model.beliefs.deathAsAbuse);
  }
  if (unharmed && c.harms[person] !== 0) ledger.total.victims++;
  c.carrier[person] = v.uid;
  if (dead) {
    if (services.escrow) refund(world, v, person, paid);
    ledger.total.dead++;
    absorb(world, person, "dead");
  } else if (stopped) {
    ledger.stopped[leg]++;
    g.toldStops[place]++;
    refund(world, v, person, services.escrow ? paid : Math.floor(paid * refundShare(world)));
    stop(world, v, person, unharmed, key);
  } else if (has(suffered, harms.trafficking)) {
    sell(world, v, person);
  } else {
    ledger.completed[leg]++;
    c.node[person] = legs.to[leg];
    if (v.compound) {
      takeIn(world, v, person);
      return;
    }
    const extorted = has(suffered, harms.ransom);
    const captive = has(suffered, harms.captivity);
    const held = extorted || captive ? hold(world, v, person, extorted, captive, key) : 0;
    enter(world, person, held > 0 ? STATE.held : STATE.travelling);
    schedule(world, person, world.week + legs.weeks[leg] + held);
  }
}

/** Whether a harm is among those suffered, a bit each. */
function has(suffered: number, harm: number): boolean {
  return harm >= 0 && (suffered & (1 << harm)) !== 0;
}

const refundShare = (world: World): number =>
  world.model.mechanism["interception-costs"] ? world.model.smugglers.operations.refund : 0;

/** Whether a debt to the smuggler becomes bondage. */
function isBound(world: World, v: Voyage, person: number, payment: number, draw: number): boolean {
  const { model } = world;
  const h = model.harms.bondage;
  if (h < 0 || payment !== 2 || world.migrants.columns.debt[person] === 0 || !model.mechanism.bondage) return false;
  const millionths = Math.round(model.levels.harm[v.level * model.harms.count + h] * MILLION);
  v.expected[h] += millionths;
  if (draw * MILLION >= millionths) return false;
  v.happened[h]++;
  return true;
}

/** Harms of conduct that a passenger suffers, a bit each; its community hears of them. @param ended before the end of the way @param at smuggler x community */
function suffer(world: World, v: Voyage, person: number, ended: boolean, at: number, key: Key): number {
  const { harms, levels } = world.model;
  const { perTrip } = harms;
  const c = world.migrants.columns;
  const { toldAbuse } = world.smugglers.columns;
  const vulnerability = c.vulnerability[person];
  let suffered = 0;
  let drawn = -1;
  for (let n = 0; n < perTrip.length; n++) {
    const h = perTrip[n];
    const chance = levels.harm[v.level * harms.count + h];
    if (chance === 0) continue;
    if (n >> 2 !== drawn) {
      drawn = n >> 2;
      block(key, c.uid[person], v.uid, world.week, 1 + drawn);
    }
    const word = (n & 3) === 0 ? w0 : (n & 3) === 1 ? w1 : (n & 3) === 2 ? w2 : w3;
    const millionths = Math.min(MILLION, Math.round((chance * vulnerability * MILLION) / PERCENT));
    v.expected[h] += millionths;
    if (uniformOf(word) * MILLION >= millionths) continue;
    // ransom, captivity and sale wait at the end of the way: only those who get there suffer them
    if (ended && (h === harms.ransom || h === harms.captivity || h === harms.trafficking)) continue;
    v.happened[h]++;
    suffered |= 1 << h;
    toldAbuse[at] += Math.round((THOUSAND * harms.weight[h] * harms.reported[h] * v.told) / harms.worst);
  }
  return suffered;
}

function sell(world: World, v: Voyage, person: number): void {
  const price = Math.round(world.model.levels.resale[v.level]);
  world.smugglers.columns.extorted[v.row] += price * world.model.scale;
  world.ledger.total.sales += price;
  world.ledger.total.trafficked++;
  absorb(world, person, "trafficked");
}

/** Books of one smuggler's week: harms that happened and that were to be expected. */
function account(world: World, v: Voyage, real: number): void {
  const { model, ledger } = world;
  const { harms } = model;
  const { row, leg, trip, expected, happened } = v;
  const s = world.smugglers.columns;
  const H = harms.count;
  const conceal = 1 - hiddenFromAuthorities(world, s.conceal[row]);
  for (let h = 0; h < H; h++) expected[h] /= MILLION;
  const count = real / model.scale;
  const arrives = arrivalOf(trip);
  if (harms.ransom >= 0) expected[harms.ransom] *= arrives;
  if (harms.captivity >= 0) expected[harms.captivity] *= arrives;
  if (harms.trafficking >= 0) expected[harms.trafficking] *= arrives;
  if (harms.forced >= 0) expected[harms.forced] = v.compound ? count * arrives * model.levels.confines[v.level] : 0;
  if (harms.death >= 0) expected[harms.death] = count * trip.death;
  if (harms.detention >= 0) expected[harms.detention] = count * (1 - trip.death) * trip.interception * model.legs.detained[leg];
  for (let h = 0; h < H; h++) {
    ledger.harm[leg * H + h] += happened[h];
    ledger.expected[leg * H + h] += expected[h];
    ledger.reported[leg * H + h] += happened[h] * harms.reported[h] * (h === harms.death ? 1 : conceal);
    s.cellHarm[row * H + h] += expected[h] * model.scale;
    s.cellSeen[row * H + h] += happened[h] * model.scale;
  }
  s.cellTrips[row] += real;
  let stopped = 0;
  for (let vessel = 0; vessel < v.vessels; vessel++) {
    stopped += v.stopped[vessel];
    if (v.toll[vessel] > 0) ledger.wrecks.push(v.toll[vessel] * model.scale);
  }
  s.boatsLost[row] = (stopped / v.vessels) * (real / trip.aboard);
}
