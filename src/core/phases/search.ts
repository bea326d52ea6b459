/** 6d: who looks for a passage hears of a few offers and chooses among them, waiting, work, turning back and settling. */
import { exponentialWord, gumbelWord } from "../random/distribution.ts";
import { pairWord } from "../random/pair.ts";
import { stream } from "../random/stream.ts";
import { block, w0, w1, w2, w3 } from "../random/threefry.ts";
import { STATE } from "../world/columns.ts";
import { fareFactors } from "../world/fare.ts";
import { createOffers, gatherOffers, OFFERS, type Offers } from "../world/offers.ts";
import { absorb, means, onwardValue } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { keyFor, schedule, type World } from "../world/world.ts";
import { type Applications, createApplications, grantSeats } from "../world/seats.ts";

const SEARCH = stream("search of a migrant");
const MOST_OFFERS = 32;
const INFEASIBLE = Number.NEGATIVE_INFINITY;
const HALF = 0.5;

export const search: Phase = {
  name: "search",
  about: "offers by an exponential race on visibility; choice by utility; seats rationed by the migrants' own keys",
  writes: ["migrants.*", "smugglers.carry", "smugglers.applied", "legCommunities.wish", "legCommunities.wishMeans"],
  streams: [SEARCH, OFFERS],
  run(world) {
    const { model } = world;
    const byNode = gather(world);
    const factors = fareFactors(world);
    const offers = createOffers();
    const applications = createApplications();
    const scratch = { key: new Float64Array(MOST_OFFERS), offer: new Int32Array(MOST_OFFERS) };
    const searching = new Uint8Array(model.communities.count);
    world.boarding.count = 0;
    for (const row of world.active) world.smugglers.columns.applied[row] = 0;
    for (let node = 0; node < byNode.length; node++) {
      const rows = byNode[node];
      if (rows.length === 0) continue;
      searching.fill(0);
      for (const row of rows) searching[world.migrants.columns.community[row]] = 1;
      gatherOffers(world, node, searching, factors, offers);
      applications.count = 0;
      for (let i = 0; i < rows.length; i++) choose(world, rows[i], offers, scratch, applications);
      grantSeats(world, offers, applications, turnAway);
    }
  },
};

/** Those who search this week, by node. */
function gather(world: World): Int32Array[] {
  const { nodes } = world.model;
  const c = world.migrants.columns;
  const sizes = new Int32Array(nodes.count);
  for (let link = world.dueHead[world.week]; link !== 0; link = c.next[link - 1]) sizes[c.node[link - 1]]++;
  const byNode = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let link = world.dueHead[world.week]; link !== 0; ) {
    const row = link - 1;
    link = c.next[row];
    c.next[row] = 0;
    const n = c.node[row];
    byNode[n][sizes[n]++] = row;
    world.ledger.total.searches++;
  }
  world.dueHead[world.week] = 0;
  return byNode;
}

/** One person's search. The draws belong to the person and to each pair, so one more offer or person disturbs nobody else. */
function choose(world: World, row: number, o: Offers, scratch: { key: Float64Array; offer: Int32Array }, applications: Applications): void {
  const { model } = world;
  const { communities, migrants: p, nodes, mechanism } = model;
  const c = world.migrants.columns;
  const k = c.community[row];
  const count = communities.count;
  block(keyFor(world, SEARCH), c.uid[row], 0, world.week, 0);
  const a0 = w0;
  const a1 = w1;
  const a2 = w2;
  const a3 = w3;
  const heard = hear(world, row, o, a0, a1, scratch);
  const can = means(world, row);
  const scale = p.price / can;
  const risk = c.risk[row];
  let best = -1;
  let second = -1;
  let top = INFEASIBLE;
  let next = INFEASIBLE;
  for (let i = 0; i < heard; i++) {
    const offer = scratch.offer[i];
    const at = offer * count + k;
    const fare = o.fare[at];
    let burden = scale * fare;
    if (fare > can) {
      const gap = fare - can;
      if (o.lender && gap <= p.lenderLimit) burden = scale * (fare + p.lenderInterest * gap);
      else if (o.lends[offer] === 1) burden = p.price + p.loan;
      else continue;
    }
    const noise = p.choiceNoise * gumbelWord(pairWord(a2, a3, o.words[offer * 4 + 2], o.words[offer * 4 + 3]));
    const utility = o.base[at] - burden - risk * o.fear[at] + noise;
    if (utility > top) {
      second = best;
      next = top;
      best = offer;
      top = utility;
    } else if (utility > next) {
      second = offer;
      next = utility;
    }
  }
  const node = c.node[row];
  const onward = onwardValue(world, row);
  const wait = onward - p.waiting;
  const works = mechanism["hub-work"] && nodes.work[node] === 1;
  const work = works ? nodes.workValue[node] + c.settleTaste[row] : INFEASIBLE;
  const settle = works ? p.settling + HALF * c.settleTaste[row] : INFEASIBLE;
  const home = node === communities.origin[k];
  const back = home
    ? communities.reservation[k] + world.levers.stay[k] + c.stayTaste[row]
    : p.turningBack + HALF * c.stayTaste[row];
  const other = Math.max(wait, work, settle, back);
  if (top >= other && best >= 0) {
    const at = o.leg[best] * count + k;
    world.legCommunities.columns.wish[at]++;
    world.legCommunities.columns.wishMeans[at] += can;
    applications.add(row, best, next >= other ? second : -1, c.uid[row]);
    return;
  }
  if (other === wait) turnAway(world, row);
  else if (other === work) startWork(world, row);
  else if (other === settle) end(world, row, "settled");
  else end(world, row, home ? "stayed" : "returned");
}

/** The offers heard of: the first few of an exponential race, each offer's rate its visibility to this person. */
function hear(world: World, row: number, o: Offers, a0: number, a1: number, scratch: { key: Float64Array; offer: Int32Array }): number {
  const { migrants: p, mechanism } = world.model;
  const limit = Math.min(p.offers, o.count, MOST_OFFERS);
  const { key, offer } = scratch;
  const partners = mechanism.ties && p.referral !== 1 ? partnersOfCarrier(world, row) : undefined;
  const uid = world.smugglers.columns.uid;
  let found = 0;
  for (let j = 0; j < o.count; j++) {
    let rate = o.visibility[j];
    if (partners !== undefined && partners.includes(uid[o.row[j]])) rate *= p.referral;
    const word = pairWord(a0, a1, o.words[j * 4], o.words[j * 4 + 1]);
    if (found === limit && (1 - ((word >>> 0) + HALF) * STEP) >= key[limit - 1] * rate) continue;
    const time = exponentialWord(word) / rate;
    if (found === limit && time >= key[limit - 1]) continue;
    let at = found < limit ? found++ : limit - 1;
    while (at > 0 && key[at - 1] > time) {
      key[at] = key[at - 1];
      offer[at] = offer[at - 1];
      at--;
    }
    key[at] = time;
    offer[at] = j;
  }
  return found;
}
const STEP = 1 / 4294967296;

/** Uids of the partners of the smuggler who brought this person here; undefined when there are none. */
function partnersOfCarrier(world: World, row: number): Uint32Array | undefined {
  const carrier = world.migrants.columns.carrier[row];
  if (carrier === 0) return undefined;
  const smuggler = world.rowOf.get(carrier);
  if (smuggler === undefined) return undefined;
  const width = world.smugglers.widths.partner;
  const { partner } = world.smugglers.columns;
  for (let i = smuggler * width; i < (smuggler + 1) * width; i++) if (partner[i] !== 0) return partner.subarray(smuggler * width, (smuggler + 1) * width);
  return undefined;
}

/** No seat or no good offer this week: tries again later, until patience ends. */
function turnAway(world: World, row: number): void {
  const { migrants: p, nodes, mechanism, communities } = world.model;
  const c = world.migrants.columns;
  c.tries[row]++;
  if (c.tries[row] < p.patience) {
    schedule(world, row, world.week + p.retryWeeks);
    return;
  }
  const node = c.node[row];
  if (mechanism["hub-work"] && nodes.work[node] === 1) startWork(world, row);
  else end(world, row, node === communities.origin[c.community[row]] ? "stayed" : "returned");
}

function startWork(world: World, row: number): void {
  const c = world.migrants.columns;
  c.state[row] = STATE.working;
  c.since[row] = world.week;
  schedule(world, row, world.week + world.model.migrants.workReviewWeeks);
}

function end(world: World, row: number, how: "settled" | "stayed" | "returned"): void {
  world.ledger.total[how]++;
  absorb(world, row, how);
}
