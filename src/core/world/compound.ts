/** What people in a compound are worth to those who keep them, and how somebody comes in. One truth for conduct, keeping and sale. */
import { exp, log, pow } from "../math.ts";
import { normal } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import { STATE } from "./columns.ts";
import { enter } from "./person.ts";
import type { Voyage } from "./voyage.ts";
import { keyFor, schedule, type World } from "./world.ts";

/** How good a person is at the work: permanent. */
export const ABILITY = stream("ability at work in a compound");
const LN2 = log(2);
const THOUSAND = 1000;
/** Nobody in a compound is on the list of a week: each week looks at all of them. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Whether people at the end of a leg come into a compound. */
export function leadsToCompound(world: World, leg: number): boolean {
  return world.model.compounds !== undefined && world.model.mechanism["compound-work"] && world.model.legs.compound[leg] === 1;
}

/** Weekly output of somebody at a level of conduct, USD. @param weeks since arrival */
export function outputOf(world: World, uid: number, weeks: number, level: number): number {
  const p = world.model.compounds;
  if (p === undefined) return 0;
  const ability = exp(p.outputSpread * normal(uniform(keyFor(world, ABILITY), uid, 0, 0, 0)));
  return p.output * ability * world.model.levels.drive[level] * pow(1 / 2, weeks / p.fade);
}

/** USD that a week costs: food, room, guards and what is paid. */
export function costOf(world: World, level: number): number {
  const p = world.model.compounds;
  return p === undefined ? 0 : world.model.levels.upkeep[level] + world.model.levels.pays[level] * p.promisedWage;
}

/** Work of so many weeks, counted in weeks of today's output: it fades. */
function weeksAhead(fade: number, weeks: number): number {
  return ((1 - exp((-LN2 * weeks) / fade)) * fade) / LN2;
}

/** What a person is worth who brings in so much a week today, USD over the span that an organiser counts on. */
export function worthOf(world: World, output: number, level: number): number {
  const p = world.model.compounds;
  if (p === undefined) return 0;
  return broughtIn(world, output, level) - costOf(world, level) * spanOf(world, level);
}

/** The part of it before costs. */
export function broughtIn(world: World, output: number, level: number): number {
  const p = world.model.compounds;
  return p === undefined ? 0 : output * weeksAhead(p.fade, spanOf(world, level));
}

/** Weeks that an organiser counts on: who is free to go stays for a contract at most. */
function spanOf(world: World, level: number): number {
  const p = world.model.compounds;
  if (p === undefined) return 0;
  return world.model.levels.confines[level] === 1 ? p.horizonWeeks : Math.min(p.contractWeeks, p.horizonWeeks);
}

/** What a usual arrival is worth at a level, USD: the better of work and ransom where people are kept. */
export function worthOfArrival(world: World, leg: number, level: number): number {
  const { model } = world;
  const p = model.compounds;
  if (p === undefined || !leadsToCompound(world, leg)) return 0;
  // the mean of a log-normal is above its median
  const work = worthOf(world, p.output * exp((p.outputSpread * p.outputSpread) / 2) * model.levels.drive[level], level);
  if (model.levels.confines[level] === 0) return work;
  return Math.max(work, model.mechanism.ransom ? model.levels.ransom[level] * world.legs.columns.ransomYield[leg] : 0);
}

/** Passenger at the end of the way: in the hands of the compound from the week of arrival. */
export function takeIn(world: World, v: Voyage, person: number): void {
  const { model } = world;
  const c = world.migrants.columns;
  c.creditor[person] = v.uid;
  c.since[person] = world.week + model.legs.weeks[v.leg];
  c.tries[person] = 0;
  enter(world, person, STATE.compound);
  schedule(world, person, NEVER);
  if (model.levels.confines[v.level] === 1) {
    markKept(world, person);
    const h = model.harms.forced;
    if (h >= 0) v.happened[h]++;
    if (!model.mechanism.deception) tellHome(world, person);
  }
}

/** Somebody is kept for the first time. */
export function markKept(world: World, person: number): void {
  const h = world.model.harms.forced;
  world.ledger.total.captivesTaken++;
  if (h >= 0) world.migrants.columns.harms[person] |= 1 << h;
}

/** The story of a person who was kept reaches home, and counts against whoever took it in. */
export function tellHome(world: World, person: number): void {
  const { harms, communities } = world.model;
  const c = world.migrants.columns;
  const keeper = world.rowOf.get(c.carrier[person]);
  if (keeper === undefined || harms.forced < 0) return;
  const at = keeper * communities.count + c.community[person];
  const s = world.smugglers.columns;
  s.toldTrips[at]++;
  s.toldAbuse[at] += Math.round((THOUSAND * harms.weight[harms.forced] * harms.reported[harms.forced]) / harms.worst);
}

/** Utils that a promised wage adds for somebody who believes so much abuse. @param pays share that is paid in truth */
export function promiseOf(world: World, leg: number, believed: number, pays: number): number {
  const p = world.model.compounds;
  if (p === undefined || !leadsToCompound(world, leg)) return 0;
  const trusted = world.model.mechanism.deception ? 1 - Math.min(1, believed) : pays;
  return (p.promiseWeight * p.promisedWage * trusted) / PROMISE_UNIT;
}
/** `promiseWeight` is for so many USD a week. */
const PROMISE_UNIT = 100;

/** Share of the promise that is paid on a leg, by the seats of its smugglers. */
export function paidOn(world: World, leg: number): number {
  const s = world.smugglers.columns;
  let seats = 0;
  let paid = 0;
  for (const row of world.active) {
    if (s.leg[row] !== leg) continue;
    seats += s.capacity[row];
    paid += s.capacity[row] * world.model.levels.pays[s.level[row]];
  }
  return seats > 0 ? paid / seats : 0;
}
