/** 6c: everybody to whom something happens this week: reviews, arrivals, releases. Sleepers cost nothing. */
import { READ_AHEAD, readAhead } from "../frame.ts";
import { exp } from "../math.ts";
import { stream, u0, u1, u2 } from "../random/stream.ts";
import { block, type Key } from "../random/threefry.ts";
import { tellJourney, tellWork } from "../reasons/leaving.ts";
import { perWeek } from "../units.ts";
import { handBack, takeList } from "../world/agenda.ts";
import { STATE } from "../world/columns.ts";
import { absorb, enter, isFollowed, means, onwardValue } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { keyFor, schedule, type World } from "../world/world.ts";

const WORK = stream("review of work at a hub");
const LEGAL = stream("lottery of legal places");
const RELEASE = stream("release from detention");
/** Workers save up to this multiple of the cheapest fare and send the rest home: assumed. */
const SAVINGS = 1.5;

export const people: Phase = {
  name: "people",
  about:
    "prospective migrants and hub workers review, travellers arrive, the held and detained are released, debts are worked off",
  equations: [
    "onward_i = V(node) + `migrants.price` · cheapest fare · (1/median means − 1/own means) − (risk aversion − 1) · fear(node) @world/person.ts [own]",
    "leaves when onward_i ≥ `communities.*.reservation` + lever stay + taste for staying; reviewed every `migrants.reviewWeeks`, for `migrants.considerationWeeks` at most; no fresh noise [assumed]",
    "P(legal place) = min(1, lever legal-places / 52 / scale / prospective migrants of the community reviewed this week) [own]",
    "at a hub: home with 1 − exp(−`nodes.*.work.returnHazard` · lever return-home · weeks/52), else settles with 1 − exp(−`nodes.*.work.settleHazard` · weeks/52), else goes on with `migrants.retryHazard` or when onward_i > `nodes.*.work.value` + taste; every `migrants.workReviewWeeks` [constant hazards]",
    "savings of the span = max(0, min(wage · weeks, 1.5 · cheapest fare − cash)), wage = `nodes.*.work.wage` · lever wage [assumed]",
    "bondage lasts max(1, ceil(debt/`migrants.bondageWage`)) weeks; P(sent home from detention) = `migrants.detentionReturn` [assumed]",
  ],
  writes: ["migrants.*", "smugglers.extorted"],
  streams: [WORK, LEGAL, RELEASE],
  run(world) {
    const due = takeList(world.agenda, world.week);
    const legal = legalChances(world, due.rows, due.count);
    const [legalKey, workKey, releaseKey] = [keyFor(world, LEGAL), keyFor(world, WORK), keyFor(world, RELEASE)];
    const hubs = hubChances(world, world.model.migrants.workReviewWeeks);
    const c = world.migrants.columns;
    for (let end = due.count; end > 0; end -= READ_AHEAD) {
      const first = Math.max(0, end - READ_AHEAD);
      readAhead(world.migrants, due.rows, first, end);
      for (let i = end - 1; i >= first; i--) {
        const row = due.rows[i];
        c.next[row] = 0;
        const state = c.state[row];
        if (state === STATE.prospective) reviewLeaving(world, row, legal, legalKey);
        else if (state === STATE.working) reviewWork(world, row, hubs, workKey);
        else if (state === STATE.travelling || state === STATE.held) arrive(world, row);
        else if (state === STATE.detained) release(world, row, releaseKey);
        else if (state === STATE.bonded) settleDebt(world, row);
        else schedule(world, row, world.week);
      }
    }
    handBack(world.agenda, due.rows);
  },
};

/** Chance of a legal place for each prospective migrant reviewed this week, by community. */
function legalChances(world: World, due: Int32Array, count: number): Float64Array {
  const { communities, scale } = world.model;
  const chance = new Float64Array(communities.count);
  if (world.levers["legal-places"].every((places) => places === 0)) return chance;
  const reviewed = new Float64Array(communities.count);
  const c = world.migrants.columns;
  for (let i = 0; i < count; i++) if (c.state[due[i]] === STATE.prospective) reviewed[c.community[due[i]]]++;
  for (let k = 0; k < communities.count; k++) {
    const places = perWeek(world.levers["legal-places"][k]) / scale;
    chance[k] = reviewed[k] > 0 ? Math.min(1, places / reviewed[k]) : 0;
  }
  return chance;
}

function reviewLeaving(world: World, row: number, legal: Float64Array, key: Key): void {
  const { model } = world;
  const c = world.migrants.columns;
  // read together, so that the waits for memory overlap
  const k = c.community[row];
  const node = c.node[row];
  const can = means(world, c.cash[row], c.credit[row]);
  const risk = c.risk[row];
  const taste = c.stayTaste[row];
  let draw = Number.NaN;
  if (legal[k] > 0) {
    block(key, c.uid[row], 0, world.week, 0);
    draw = u0();
  }
  const stay = model.communities.reservation[k] + world.levers.stay[k] + taste;
  const onward = onwardValue(world, node, k, can, risk);
  const chosen = draw < legal[k] ? "go legally" : onward >= stay ? "leave" : "stay";
  if (isFollowed(world, row)) tellJourney(world, row, { onward, stay, can, legalChance: legal[k], legalDraw: draw, chosen });
  if (chosen === "go legally") {
    absorb(world, row, "arrived_legally");
    world.ledger.total.arrivedLegally++;
  } else if (chosen === "leave") {
    enter(world, row, STATE.waiting);
    c.tries[row] = 0;
    world.ledger.total.departed++;
    schedule(world, row, world.week);
  } else if (world.week - c.since[row] >= model.migrants.considerationWeeks) {
    absorb(world, row, "stayed");
    world.ledger.total.stayed++;
  } else {
    schedule(world, row, world.week + model.migrants.reviewWeeks);
  }
}

/** Chances, by hub, that somebody who has worked there for a span of weeks goes home, or settles. */
interface HubChances {
  readonly weeks: number;
  readonly home: Float64Array;
  readonly settle: Float64Array;
}

function hubChances(world: World, weeks: number): HubChances {
  const { nodes } = world.model;
  const chances = { weeks, home: new Float64Array(nodes.count), settle: new Float64Array(nodes.count) };
  for (let n = 0; n < nodes.count; n++) {
    chances.home[n] = homeChance(world, n, weeks);
    chances.settle[n] = settleChance(world, n, weeks);
  }
  return chances;
}

function homeChance(world: World, n: number, weeks: number): number {
  return 1 - exp(-world.model.nodes.returnHazard[n] * world.levers["return-home"][n] * perWeek(weeks));
}

function settleChance(world: World, n: number, weeks: number): number {
  return 1 - exp(-world.model.nodes.settleHazard[n] * perWeek(weeks));
}

/** @param hubs chances for the usual span between reviews, which nearly everybody has worked */
function reviewWork(world: World, row: number, hubs: HubChances, key: Key): void {
  const { nodes, migrants: p } = world.model;
  const c = world.migrants.columns;
  // read together, so that the waits for memory overlap
  const n = c.node[row];
  const k = c.community[row];
  const weeks = world.week - c.since[row];
  const cash = c.cash[row];
  const credit = c.credit[row];
  const risk = c.risk[row];
  const taste = c.settleTaste[row];
  block(key, c.uid[row], 0, world.week, 0);
  const home = u0();
  const settle = u1();
  const retry = u2();
  const earned = wagesSaved(world, n, k, weeks, cash);
  c.cash[row] = cash + earned;
  c.since[row] = world.week;
  world.ledger.total.wages += earned;
  const usual = weeks === hubs.weeks;
  const mayGoHome = usual ? hubs.home[n] : homeChance(world, n, weeks);
  const maySettle = usual ? hubs.settle[n] : settleChance(world, n, weeks);
  const can = means(world, cash + earned, credit);
  const onward = onwardValue(world, n, k, can, risk);
  const work = nodes.workValue[n] + taste;
  const chosen =
    home < mayGoHome
      ? "go home"
      : settle < maySettle
        ? "settle"
        : retry < p.retryHazard || onward > work
          ? "look for a passage"
          : "keep working";
  if (isFollowed(world, row)) {
    tellWork(world, row, {
      ...{ onward, work, can, earned, chosen },
      home: { chance: mayGoHome, draw: home },
      settle: { chance: maySettle, draw: settle },
      retry: { chance: p.retryHazard, draw: retry },
    });
  }
  if (chosen === "go home") {
    absorb(world, row, "returned");
    world.ledger.total.returned++;
  } else if (chosen === "settle") {
    absorb(world, row, "settled");
    world.ledger.total.settled++;
  } else if (chosen === "look for a passage") {
    enter(world, row, STATE.waiting);
    c.tries[row] = 0;
    schedule(world, row, world.week);
  } else {
    schedule(world, row, world.week + p.workReviewWeeks);
  }
}

/** Wages of a span, as far as they are saved for the passage, USD; the rest goes home and leaves the model. */
function wagesSaved(world: World, n: number, k: number, weeks: number, cash: number): number {
  const { model } = world;
  const wage = model.nodes.wage[n * model.calendar.weeks + world.week] * world.levers.wage[n];
  const target = SAVINGS * world.places.columns.cheapest[n * model.communities.count + k];
  return Math.round(Math.max(0, Math.min(wage * weeks, target - cash)));
}

function arrive(world: World, row: number): void {
  const { model } = world;
  const c = world.migrants.columns;
  const bonded = model.harms.bondage >= 0 && (c.harms[row] & (1 << model.harms.bondage)) !== 0;
  if (c.debt[row] > 0 && bonded && model.mechanism.bondage) {
    enter(world, row, STATE.bonded);
    schedule(world, row, world.week + Math.max(1, Math.ceil(c.debt[row] / model.migrants.bondageWage)));
    return;
  }
  if (c.debt[row] > 0) repay(world, row, Math.min(c.debt[row], c.cash[row]), 0);
  goOn(world, row);
}

/** What a person pays back, from savings and from work, to the creditor if it still exists; the rest is written off. */
function repay(world: World, row: number, fromCash: number, fromWork: number): void {
  const c = world.migrants.columns;
  c.cash[row] -= fromCash;
  const creditor = world.rowOf.get(c.creditor[row]);
  const paid = fromCash + fromWork;
  world.ledger.total.worked += paid;
  world.ledger.total.wages += fromWork;
  if (creditor !== undefined) world.smugglers.columns.extorted[creditor] += paid * world.model.scale;
  else world.ledger.total.writtenOff += paid;
  world.census.debt -= c.debt[row];
  c.debt[row] = 0;
  c.creditor[row] = 0;
}

function settleDebt(world: World, row: number): void {
  repay(world, row, 0, world.migrants.columns.debt[row]);
  goOn(world, row);
}

function goOn(world: World, row: number): void {
  const c = world.migrants.columns;
  if (c.node[row] === world.model.communities.destination[c.community[row]]) {
    if (c.harms[row] !== 0) world.ledger.total.arrivedAbused++;
    absorb(world, row, "arrived");
    world.ledger.total.arrived++;
    return;
  }
  enter(world, row, STATE.waiting);
  c.tries[row] = 0;
  schedule(world, row, world.week);
}

function release(world: World, row: number, key: Key): void {
  const { model } = world;
  const c = world.migrants.columns;
  block(key, c.uid[row], 0, world.week, 0);
  if (u0() < model.migrants.detentionReturn) {
    absorb(world, row, "returned");
    world.ledger.total.returned++;
    return;
  }
  goOn(world, row);
}
