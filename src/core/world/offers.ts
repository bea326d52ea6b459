/** Which offers can be found at a node, and what they are worth to each community. */
import { stream } from "../random/stream.ts";
import { block, w0, w1, w2, w3 } from "../random/threefry.ts";
import { believedAbuse } from "./belief.ts";
import { promiseOf } from "./compound.ts";
import { type Marketplace, makeRoomForOffers } from "./marketplace.ts";
import { keyFor, type World } from "./world.ts";

/** Words of a smuggler's offer in a week: half of the draws of each pair with a migrant. */
export const OFFERS = stream("offers of a smuggler");

/** Clients whom a community needs to have had before a smuggler is fully familiar, real persons: model notes, section 2. */
const FAMILIAR_CLIENTS = 20;

/** Fills in the offers at a node for the communities that search there. */
export function gatherOffers(world: World, node: number, { offers: o, searching }: Marketplace): void {
  const { model } = world;
  const { legs, communities, levels, mechanism } = model;
  const s = world.smugglers.columns;
  makeRoomForOffers(o, world.active.length, communities.count, world.smugglers.used);
  o.lender = mechanism.lenders && hasLender(world, node);
  o.count = 0;
  const key = keyFor(world, OFFERS);
  const parts = createOfferParts();
  for (const row of world.active) {
    o.ofRow[row] = 0;
    const leg = s.leg[row];
    if (legs.from[leg] !== node || !(s.visibility[row] > 0) || s.carry[row] < 0) continue;
    const i = o.count++;
    o.ofRow[row] = i + 1;
    o.row[i] = row;
    o.leg[i] = leg;
    o.visibility[i] = s.visibility[row];
    o.lends[i] = mechanism["smuggler-credit"] ? levels.lends[s.level[row]] : 0;
    block(key, s.uid[row], 0, world.week, 0);
    o.raceWords[i * 2] = w0;
    o.raceWords[i * 2 + 1] = w1;
    o.tasteWords[i * 2] = w2;
    o.tasteWords[i * 2 + 1] = w3;
    for (let k = 0; k < communities.count; k++) {
      if (searching[k] === 0) continue;
      const at = i * communities.count + k;
      partsOfOffer(world, row, k, parts);
      o.base[at] = parts.beyond - parts.stops - parts.time + parts.familiar;
      o.fare[at] = Math.round(s.price[row] * world.outlook.fareFactor[leg * communities.count + k]);
      o.fear[at] = parts.danger + parts.abuse;
    }
  }
}

/** What speaks for and against an offer before its fare, utils; danger and abuse at risk aversion 1. */
export interface OfferParts {
  beyond: number;
  stops: number;
  time: number;
  familiar: number;
  danger: number;
  abuse: number;
}

export function createOfferParts(): OfferParts {
  return { beyond: 0, stops: 0, time: 0, familiar: 0, danger: 0, abuse: 0 };
}

/** Fills in what the offer of a smuggler is to a community. */
export function partsOfOffer(world: World, row: number, k: number, out: OfferParts): void {
  const { outlook } = world;
  const { legs, communities, migrants: p, mechanism } = world.model;
  const s = world.smugglers.columns;
  const { count } = communities;
  const leg = s.leg[row];
  const here = leg * count + k;
  const believed = believedAbuse(world, row, k, outlook.reputation[here]);
  out.beyond =
    world.places.columns.value[legs.to[leg] * count + k] + promiseOf(world, leg, believed, world.model.levels.pays[s.level[row]]);
  out.stops = p.interception * outlook.interception[here];
  out.time = p.time * legs.weeks[leg];
  out.familiar = mechanism.familiarity ? p.familiarity * Math.min(1, s.clients[row * count + k] / FAMILIAR_CLIENTS) : 0;
  out.danger = mechanism["danger-deters"] ? p.danger * outlook.danger[here] : 0;
  out.abuse = mechanism.reputation ? p.abuse * believed : 0;
}

function hasLender(world: World, node: number): boolean {
  const { services, nodes } = world.model;
  for (let s = 0; s < services.count; s++) {
    if (services.lends[s] === 0) continue;
    for (const row of world.market[nodes.jurisdiction[node] * services.count + s]) {
      if (world.enablers.columns.working[row] === 1) return true;
    }
  }
  return false;
}
