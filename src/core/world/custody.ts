/** Passengers in the hands of others: of a state after an interception, of their smuggler at the end of the way. */
import { exp } from "../math.ts";
import { exponential, normal } from "../random/distribution.ts";
import { u0, u1 } from "../random/stream.ts";
import { block, type Key } from "../random/threefry.ts";
import { STATE } from "./columns.ts";
import { enter, kinCanSend } from "./person.ts";
import type { Voyage } from "./voyage.ts";
import { schedule, type World } from "./world.ts";

/** Ransom demands: log-normal, 99th percentile about six times the median (evidence 3.6: 2,000 and over 12,000 USD). */
const RANSOM_SPREAD = 0.8;
/** Weeks held on for ransom that was not paid: one per 60 USD short, at most 12 (model notes, section 2). */
const ARREARS_PER_WEEK = 60;
const LONGEST_ARREARS = 12;
const HALF = 0.5;
/** Blocks of a passenger's draws after those of the trip. */
const STOPPED = 8;
const HELD = 9;

/** Intercepted: detained, or back where the trip began. @param unharmed until this trip */
export function stop(world: World, v: Voyage, person: number, unharmed: boolean, journey: Key): void {
  const { model } = world;
  const c = world.migrants.columns;
  block(journey, c.uid[person], v.uid, world.week, STOPPED);
  if (u0() >= model.legs.detained[v.leg]) {
    enter(world, person, STATE.travelling);
    schedule(world, person, world.week + 1);
    return;
  }
  const h = model.harms.detention;
  if (h >= 0) {
    v.happened[h]++;
    c.harms[person] |= 1 << h;
    if (unharmed && c.harms[person] === 1 << h) world.ledger.total.victims++;
  }
  const weeks = model.migrants.detentionWeeks * world.levers.detention[model.legs.jurisdiction[v.leg]] * exponential(u1());
  enter(world, person, STATE.detained);
  schedule(world, person, world.week + 1 + Math.round(weeks));
}

/** Held by the smuggler: ransom within limits, captivity, longer when it is not paid. Returns weeks. */
export function hold(world: World, v: Voyage, person: number, extorted: boolean, captive: boolean, journey: Key): number {
  const { model } = world;
  const c = world.migrants.columns;
  const { level } = v;
  block(journey, c.uid[person], v.uid, world.week, HELD);
  let weeks = captive ? model.levels.captivity[level] * (HALF + u1()) : 0;
  if (extorted && model.levels.ransom[level] > 0) {
    weeks += Math.min(LONGEST_ARREARS, askRansom(world, v.row, v.leg, person, level, u0()) / ARREARS_PER_WEEK);
  }
  return Math.round(weeks);
}

/** A compound asks for ransom. Returns whether all of it was paid. @param row the organiser */
export function demandRansom(world: World, row: number, person: number, draw: number): boolean {
  const s = world.smugglers.columns;
  return askRansom(world, row, s.leg[row], person, s.level[row], draw) === 0;
}

/** Kin pay within limits, then the person what it has. Returns what is still missing, USD. */
function askRansom(world: World, row: number, leg: number, person: number, level: number, draw: number): number {
  const { model, ledger } = world;
  const c = world.migrants.columns;
  const asked = Math.round(model.levels.ransom[level] * exp(RANSOM_SPREAD * normal(draw)));
  const fromKin = Math.min(Math.floor(kinCanSend(world, c.credit[person]) * model.migrants.ransomCredit), asked);
  const own = Math.min(c.cash[person], asked - fromKin);
  c.credit[person] -= fromKin;
  c.cash[person] -= own;
  ledger.total.kinSent += fromKin;
  ledger.total.ransomAsked += asked;
  ledger.total.ransomPaid += fromKin + own;
  ledger.ransomAsked[leg] += asked;
  ledger.ransomPaid[leg] += fromKin + own;
  world.smugglers.columns.extorted[row] += (fromKin + own) * model.scale;
  return asked - fromKin - own;
}
