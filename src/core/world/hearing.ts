/** Of which offers a person hears: the first few of an exponential race, each offer's rate its visibility to this person. */
import { exponentialWord } from "../random/distribution.ts";
import { pairWord } from "../random/pair.ts";
import { uniformOf } from "../random/stream.ts";
import { type Marketplace, MOST_OFFERS_HEARD, type Offers, type Race } from "./marketplace.ts";
import type { World } from "./world.ts";

/** Whom each smuggler would send its clients to. */
export function findPartners(world: World, marketplace: Marketplace): void {
  const { partner } = world.smugglers.columns;
  if (marketplace.partners.length < partner.length) marketplace.partners = new Int32Array(partner.length);
  const width = world.smugglers.widths.partner;
  const { partners } = marketplace;
  for (const row of world.active) {
    for (let at = row * width; at < (row + 1) * width; at++) {
      const other = partner[at] === 0 ? undefined : world.rowOf.get(partner[at]);
      partners[at] = other === undefined ? 0 : other + 1;
    }
  }
}

/**
 * Fills in the race of a person; returns how many offers it hears of. Those whom the smuggler of the last trip recommends
 * are easier to find. @param carrier identity of that smuggler, 0 for none @param a0,a1 words of the person
 */
export function hear(world: World, marketplace: Marketplace, carrier: number, a0: number, a1: number): number {
  const { offers: o, race } = marketplace;
  const { migrants: p, mechanism } = world.model;
  const limit = Math.min(p.offers, o.count, MOST_OFFERS_HEARD);
  const smuggler = carrier !== 0 && mechanism.ties && p.referral !== 1 ? world.rowOf.get(carrier) : undefined;
  if (smuggler === undefined) return runRace(o, limit, a0, a1, race);
  recommend(world, marketplace, smuggler, p.referral);
  const heard = runRace(o, limit, a0, a1, race);
  recommend(world, marketplace, smuggler, 1);
  return heard;
}

/** Makes the offers of a smuggler's partners so many times as visible as they are. */
function recommend(world: World, { offers: o, partners }: Marketplace, smuggler: number, factor: number): void {
  const { visibility } = world.smugglers.columns;
  const width = world.smugglers.widths.partner;
  for (let at = smuggler * width; at < (smuggler + 1) * width; at++) {
    if (partners[at] === 0) continue;
    const row = partners[at] - 1;
    if (o.ofRow[row] > 0) o.visibility[o.ofRow[row] - 1] = visibility[row] * factor;
  }
}

/** Returns how many came in, at most `limit`; in no order. */
function runRace(o: Offers, limit: number, a0: number, a1: number, race: Race): number {
  const { visibility, raceWords, count } = o;
  const { time, offer } = race;
  for (let j = 0; j < limit; j++) offer[j] = j;
  if (count <= limit) return count;
  for (let j = 0; j < limit; j++)
    time[j] = exponentialWord(pairWord(a0, a1, raceWords[j * 2], raceWords[j * 2 + 1])) / visibility[j];
  let slowest = slowestOf(time, limit);
  let last = time[slowest];
  for (let j = limit; j < count; j++) {
    const rate = visibility[j];
    const word = pairWord(a0, a1, raceWords[j * 2], raceWords[j * 2 + 1]);
    // -ln u >= 1 - u: whoever is too late by this bound needs no logarithm
    if (1 - uniformOf(word) >= last * rate) continue;
    const arrival = exponentialWord(word) / rate;
    if (arrival >= last) continue;
    time[slowest] = arrival;
    offer[slowest] = j;
    slowest = slowestOf(time, limit);
    last = time[slowest];
  }
  return limit;
}

function slowestOf(time: Float64Array, count: number): number {
  let slowest = 0;
  let most = time[0];
  for (let i = 1; i < count; i++) {
    if (time[i] > most) {
      slowest = i;
      most = time[i];
    }
  }
  return slowest;
}
