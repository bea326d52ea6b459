/** The offers that can be found at a node this week, laid out for the search: community fastest. */
import { stream } from "../random/stream.ts";
import { block, w0, w1, w2, w3 } from "../random/threefry.ts";
import { believedDanger, believedInterception } from "./belief.ts";
import { believedAbuse } from "./conduct-score.ts";
import { keyFor, type World } from "./world.ts";

/** Words of a smuggler's offer in a week: half of the draws of each pair with a migrant. */
export const OFFERS = stream("offers of a smuggler");

export interface Offers {
  count: number;
  row: Int32Array;
  leg: Int32Array;
  visibility: Float64Array;
  /** Four words of each offer. */
  words: Int32Array;
  lends: Uint8Array;
  /** offer x community: utility before price, danger and abuse; fare; danger and abuse in utils at risk aversion 1 */
  base: Float64Array;
  fare: Float64Array;
  fear: Float64Array;
  /** Whether a lender works where the offer is made. */
  lender: boolean;
}

export function createOffers(): Offers {
  return {
    count: 0,
    row: new Int32Array(0),
    leg: new Int32Array(0),
    visibility: new Float64Array(0),
    words: new Int32Array(0),
    lends: new Uint8Array(0),
    base: new Float64Array(0),
    fare: new Float64Array(0),
    fear: new Float64Array(0),
    lender: false,
  };
}

/** Clients whom a community needs to have had before a smuggler is fully familiar, real persons: model notes, section 2. */
const FAMILIAR_CLIENTS = 20;

/** Fills in the offers at a node for the communities that search there. */
export function gatherOffers(world: World, node: number, searching: Uint8Array, factors: Float64Array, o: Offers): void {
  const { model } = world;
  const { legs, communities, levels, migrants: p, mechanism } = model;
  const s = world.smugglers.columns;
  const rows: number[] = [];
  for (const row of world.active) if (legs.from[s.leg[row]] === node && s.visibility[row] > 0) rows.push(row);
  o.count = rows.length;
  if (o.row.length < rows.length) resize(o, rows.length, communities.count);
  const key = keyFor(world, OFFERS);
  const count = communities.count;
  o.lender = mechanism.lenders && hasLender(world, node);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const leg = s.leg[row];
    o.row[i] = row;
    o.leg[i] = leg;
    o.visibility[i] = s.visibility[row];
    o.lends[i] = mechanism["smuggler-credit"] ? levels.lends[s.level[row]] : 0;
    block(key, s.uid[row], 0, world.week, 0);
    o.words[i * 4] = w0;
    o.words[i * 4 + 1] = w1;
    o.words[i * 4 + 2] = w2;
    o.words[i * 4 + 3] = w3;
    for (let k = 0; k < count; k++) {
      if (searching[k] === 0) continue;
      const at = i * count + k;
      const familiar = mechanism.familiarity ? p.familiarity * Math.min(1, s.clients[row * count + k] / FAMILIAR_CLIENTS) : 0;
      o.base[at] =
        world.places.columns.value[legs.to[leg] * count + k] -
        p.interception * believedInterception(world, leg, k) -
        p.time * legs.weeks[leg] +
        familiar;
      o.fare[at] = Math.round(s.price[row] * factors[leg * count + k]);
      const danger = mechanism["danger-deters"] ? p.danger * believedDanger(world, leg, k) : 0;
      const abuse = mechanism.reputation ? p.abuse * believedAbuse(world, row, k) : 0;
      o.fear[at] = danger + abuse;
    }
  }
}

function resize(o: Offers, count: number, communities: number): void {
  const room = count * 2;
  o.row = new Int32Array(room);
  o.leg = new Int32Array(room);
  o.visibility = new Float64Array(room);
  o.words = new Int32Array(room * 4);
  o.lends = new Uint8Array(room);
  o.base = new Float64Array(room * communities);
  o.fare = new Float64Array(room * communities);
  o.fear = new Float64Array(room * communities);
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
