/** 6e: people in compounds work; organisers keep, ransom, sell or let them go; they try to get out; raids free them. */
import { exp } from "../math.ts";
import { normal } from "../random/distribution.ts";
import { pairUniform } from "../random/pair.ts";
import { stream, u0, u1, u2 } from "../random/stream.ts";
import { block, type Key, w0, w1, w2, w3 } from "../random/threefry.ts";
import { bestFate, FATES, type FateWorths, tellEscape, tellKeeping } from "../reasons/compound.ts";
import { STATE } from "../world/columns.ts";
import { ABILITY, broughtIn, costOf, markKept, outputOf, tellHome, worthOf } from "../world/compound.ts";
import { demandRansom } from "../world/custody.ts";
import { absorb, isFollowed } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { isWatched } from "../world/witness.ts";
import { keyFor, type World } from "../world/world.ts";

const KEPT = stream("fate of a person in a compound");
const BID = stream("bid for a person");

export const compounds: Phase = {
  name: "compounds",
  about:
    "people in compounds work and are paid or not; organisers keep, ransom, sell or let go; people try to get out; raids free them",
  equations: [
    "output a week = `compounds.output` · exp(`compounds.outputSpread` z) · `conduct.*.compound.drive` · 2^(−weeks/`compounds.fade`), z permanent; the organiser gets output − `conduct.*.compound.cost` − wage paid; wage paid = `conduct.*.compound.pays` · `compounds.promisedWage` @world/compound.ts [assumed]",
    "keep = output · τ(1 − 2^(−H/τ))/ln 2 − weekly cost · H, τ = `compounds.fade`, H = `compounds.horizonWeeks` (at most `compounds.contractWeeks` where people are free to go) @world/compound.ts [discounted sum of a fading stream]",
    "bid of another compound = `compounds.bargain` · its keep · exp(`compounds.bidSpread` z) with room and 4 bids of capital; room: people < capacity · `compounds.roomWeeks` [assumed]",
    "the best of keep, ransom (`conduct.*.ransom` · yield of the leg, asked once) and the best bid; nothing above 0: let go [own]",
    "tries to get out when c · `compounds.freedom` · severity > (1 − c) · `compounds.punishment` · risk aversion, with chance c = `compounds.escape` · (1 − `conduct.*.compound.guarded`); P(death per review) = `compounds.death` · `conduct.*.death` [assumed]",
  ],
  writes: ["migrants.*", "smugglers.extorted", "smugglers.toldTrips", "smugglers.toldAbuse"],
  streams: [KEPT, BID, ABILITY],
  run(world) {
    if (world.model.compounds !== undefined) playCompounds(world, peopleInside(world));
  },
};

/** Rows of those who have come into a compound. */
export function peopleInside(world: World): number[] {
  const { state, since } = world.migrants.columns;
  const rows: number[] = [];
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride)
    if (state[row] === STATE.compound && since[row] <= world.week) rows.push(row);
  return rows;
}

/** A week inside. @param people all of them; their order changes no bit */
export function playCompounds(world: World, people: readonly number[]): void {
  const market = openMarket(world);
  const key = keyFor(world, KEPT);
  for (const row of people) pass(world, market, row, key);
  world.raided.clear();
}

/** One person's week. */
function pass(world: World, market: Market, row: number, key: Key): void {
  const p = world.model.compounds;
  const c = world.migrants.columns;
  if (p === undefined) return;
  if (world.raided.has(c.creditor[row])) {
    leave(world, row, "captivesRescued");
    return;
  }
  const keeper = world.rowOf.get(c.creditor[row]) ?? inherit(world, market, row);
  if (keeper < 0) {
    leave(world, row, "captivesReleased");
    return;
  }
  work(world, row, keeper);
  if ((world.week + c.uid[row]) % p.reviewWeeks === 0) review(world, market, row, keeper, key);
}

/** Compounds that keep people and have room, in order of uid, with two words each for the draws of pairs. */
interface Market {
  readonly rows: readonly number[];
  readonly words: readonly (readonly [number, number])[];
  /** Written anew for each person. */
  readonly worths: FateWorths;
}

function openMarket(world: World): Market {
  const { model } = world;
  const p = model.compounds;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const people = new Int32Array(world.smugglers.used);
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride) {
    if (c.state[row] !== STATE.compound) continue;
    const keeper = world.rowOf.get(c.creditor[row]);
    if (keeper !== undefined) people[keeper]++;
  }
  const rows = [...world.active].filter(
    (row) =>
      p !== undefined &&
      model.legs.compound[s.leg[row]] === 1 &&
      model.levels.confines[s.level[row]] === 1 &&
      people[row] * model.scale < s.capacity[row] * p.roomWeeks,
  );
  const key = keyFor(world, BID);
  const words = rows.map((row) => {
    block(key, s.uid[row], 0, world.week, 0);
    return [w0, w1] as const;
  });
  return { rows, words, worths: new Float64Array(FATES.length) };
}

/** The best bid of another compound, USD, and its row; -1 when nobody bids. */
function bestBid(world: World, { rows, words }: Market, person: number, keeper: number): { bid: number; row: number } {
  const { model } = world;
  const p = model.compounds;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const best = { bid: 0, row: -1 };
  if (p === undefined) return best;
  const weeks = world.week - c.since[person];
  block(keyFor(world, BID), c.uid[person], 1, world.week, 0);
  const [a0, a1] = [w2, w3];
  rows.forEach((row, i) => {
    if (row === keeper) return;
    const worth = worthOf(world, outputOf(world, c.uid[person], weeks, s.level[row]), s.level[row]);
    const opinion = exp(p.bidSpread * normal(pairUniform(a0, a1, words[i][0], words[i][1])));
    const bid = Math.round(p.bargain * worth * opinion);
    if (bid > best.bid && (keeper < 0 || s.capital[row] > RESERVE * bid * model.scale)) {
      best.bid = bid;
      best.row = row;
    }
  });
  return best;
}

/** Nobody spends more than this part of its capital on one purchase: assumed; other purchases of the week come on top. */
const RESERVE = 4;

/** The organiser is gone: another takes the people over, if they are worth something to it. Returns its row, or -1. */
function inherit(world: World, market: Market, person: number): number {
  const { row } = bestBid(world, market, person, -1);
  if (row >= 0) world.migrants.columns.creditor[person] = world.smugglers.columns.uid[row];
  return row;
}

/** A week's work. */
function work(world: World, person: number, keeper: number): void {
  const { model, ledger } = world;
  const p = model.compounds;
  if (p === undefined) return;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const level = s.level[keeper];
  const output = Math.round(outputOf(world, c.uid[person], world.week - c.since[person], level));
  const pay = Math.round(model.levels.pays[level] * p.promisedWage);
  const upkeep = Math.round(costOf(world, level)) - pay;
  c.cash[person] += pay;
  s.extorted[keeper] += (output - pay - upkeep) * model.scale;
  ledger.total.compoundOutput += output;
  ledger.total.compoundWages += pay;
  ledger.total.wagesPromised += Math.round(p.promisedWage);
  ledger.total.operating += upkeep * model.scale;
}

/** The organiser decides, then the person. */
function review(world: World, market: Market, person: number, keeper: number, key: Key): void {
  const { model } = world;
  const p = model.compounds;
  if (p === undefined) return;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const level = s.level[keeper];
  const weeks = world.week - c.since[person];
  block(key, c.uid[person], s.uid[keeper], world.week, 0);
  const [death, attempt, demand] = [u0(), u1(), u2()];
  if (model.levels.confines[level] === 0) {
    if (weeks >= p.contractWeeks) endContract(world, person);
    return;
  }
  if (model.harms.forced >= 0 && (c.harms[person] & (1 << model.harms.forced)) === 0) keepFromNowOn(world, person, keeper);
  if (death < p.death * model.levels.death[level]) {
    die(world, person, keeper);
    return;
  }
  if (decide(world, market, person, keeper, demand)) return;
  if (model.mechanism["compound-escape"]) tryToGetOut(world, person, level, attempt);
}

/** Came under a compound that let people go, which has changed its ways or has sold the person. */
function keepFromNowOn(world: World, person: number, keeper: number): void {
  const { harms } = world.model;
  const at = world.smugglers.columns.leg[keeper] * harms.count + harms.forced;
  markKept(world, person);
  world.ledger.harm[at]++;
  world.ledger.expected[at]++;
}

function die(world: World, person: number, keeper: number): void {
  const { harms } = world.model;
  if (harms.death >= 0) {
    const at = world.smugglers.columns.leg[keeper] * harms.count + harms.death;
    world.ledger.harm[at]++;
    world.ledger.expected[at]++;
  }
  world.ledger.total.dead++;
  absorb(world, person, "dead");
}

/** Keep, sell, ask for ransom or let go, by what each is worth, USD. Returns whether the person has left. */
function decide(world: World, market: Market, person: number, keeper: number, demand: number): boolean {
  const { model, ledger } = world;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const level = s.level[keeper];
  const weeks = world.week - c.since[person];
  const output = outputOf(world, c.uid[person], weeks, level);
  const keep = worthOf(world, output, level);
  const asked = c.tries[person] > 0;
  const ransom =
    asked || !model.mechanism.ransom ? 0 : model.levels.ransom[level] * world.legs.columns.ransomYield[s.leg[keeper]];
  const offer = model.mechanism.resale ? bestBid(world, market, person, keeper) : { bid: 0, row: -1 };
  const { worths } = market;
  worths[0] = ransom > 0 ? ransom : NOT_OPEN;
  worths[1] = 0;
  worths[2] = keep;
  worths[3] = offer.row >= 0 ? offer.bid : NOT_OPEN;
  const chosen = FATES[bestFate(worths)];
  if (isWatched(world, "smuggler", s.uid[keeper])) {
    const brought = broughtIn(world, output, level);
    const costs = keep - brought;
    tellKeeping(world, { person, keeper, worths, output: brought, costs, weeks, asked, bidder: offer.row, chosen });
  }
  if (chosen === "ransom") {
    c.tries[person] = 1;
    const paid = demandRansom(world, keeper, person, demand);
    if (world.model.mechanism.deception) tellHome(world, person);
    if (!paid) return false;
    leave(world, person, "captivesRansomed");
    return true;
  }
  if (chosen === "sell") {
    s.extorted[keeper] += offer.bid * model.scale;
    s.extorted[offer.row] -= offer.bid * model.scale;
    c.creditor[person] = s.uid[offer.row];
    ledger.total.captivesResold++;
    ledger.total.resalePaid += offer.bid;
    return true;
  }
  if (chosen === "keep") return false;
  leave(world, person, "captivesReleased");
  return true;
}

const NOT_OPEN = Number.NEGATIVE_INFINITY;

/** Tries when freedom, by its chance, outweighs the fear of punishment, by the person's own aversion to risk. */
function tryToGetOut(world: World, person: number, level: number, draw: number): void {
  const { model } = world;
  const p = model.compounds;
  if (p === undefined) return;
  const chance = p.escape * (1 - model.levels.guarded[level]);
  const gain = chance * p.freedom * model.levels.severity[level];
  const fear = (1 - chance) * p.punishment * world.migrants.columns.risk[person];
  const chosen = gain > fear ? (draw < chance ? "try, and get out" : "try, and be caught") : "stay";
  if (isFollowed(world, person)) tellEscape(world, person, { gain, fear, chance, draw, chosen });
  if (chosen === "try, and get out") leave(world, person, "captivesEscaped");
}

/** Out of a compound, and home. */
function leave(
  world: World,
  person: number,
  how: "captivesRescued" | "captivesReleased" | "captivesRansomed" | "captivesEscaped",
): void {
  const { forced } = world.model.harms;
  const kept = forced >= 0 && (world.migrants.columns.harms[person] & (1 << forced)) !== 0;
  if (kept && world.model.mechanism.deception) tellHome(world, person);
  world.ledger.total[how]++;
  world.ledger.total.returned++;
  absorb(world, person, "returned");
}

/** Whoever is free to go has done what it came for. */
function endContract(world: World, person: number): void {
  world.ledger.total.contractsEnded++;
  world.ledger.total.arrived++;
  if (world.migrants.columns.harms[person] !== 0) world.ledger.total.arrivedAbused++;
  absorb(world, person, "arrived");
}
