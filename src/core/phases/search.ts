/** 6d: who looks for a passage hears of a few offers and chooses among them, waiting, work, turning back and settling. */
import { READ_AHEAD, readAhead } from "../frame.ts";
import { gumbelWord } from "../random/distribution.ts";
import { pairWord } from "../random/pair.ts";
import { stream } from "../random/stream.ts";
import { block, type Key, w0, w1, w2, w3 } from "../random/threefry.ts";
import { type SearchAccount, tellNoSeat, tellPassage, tellSeats } from "../reasons/passage.ts";
import { handBack, takeList } from "../world/agenda.ts";
import { STATE } from "../world/columns.ts";
import { findPartners, hear } from "../world/hearing.ts";
import { type Marketplace, makeRoomForApplications, makeRoomForSeekers } from "../world/marketplace.ts";
import { gatherOffers, OFFERS } from "../world/offers.ts";
import { absorb, enter, isFollowed, means, onwardValue } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { creditSeats, grantSeats, RATION } from "../world/seats.ts";
import { keyFor, schedule, type World } from "../world/world.ts";

const SEARCH = stream("search of a migrant");
const HALF = 0.5;

export const search: Phase = {
  name: "search",
  about: "offers by an exponential race on visibility; choice by utility; seats rationed by the migrants' own keys",
  equations: [
    "hears of the `migrants.offers` smugglers with the smallest E_ij / visibility_j, E_ij exponential by pairs; partners of the last carrier are `migrants.referral` times as visible @world/hearing.ts [exponential race: sampling without replacement by weight]",
    "U_ij = V(end) + promised wage − `migrants.interception` · believed interception − `migrants.time` · `legs.*.weeks` + `migrants.familiarity` · min(1, clients/20) − burden − risk aversion · (`migrants.danger` · believed death + `migrants.abuse` · believed abuse of j) + `migrants.choiceNoise` · G_ij [random utility; assumed]",
    "burden = `migrants.price` · fare/means; with a lender and a gap ≤ `migrants.lenderLimit`, `migrants.price` · (fare + `migrants.lenderInterest` · gap)/means; on the smuggler's credit `migrants.price` + `migrants.loan`; else out of reach [assumed]",
    "against waiting: onward_i − `migrants.waiting`; work: `nodes.*.work.value` + taste; settling: `migrants.settling` + ½ taste; turning back: `migrants.turningBack` + ½ taste for staying, at home `communities.*.reservation` + lever stay + taste [assumed]",
    "seats′ = min(1, seats) + available/scale; a smuggler with seats ≥ 0 carries floor(seats + 1); the smallest u_i first, then second choices in what is left; refused or waiting: again after `migrants.retryWeeks`, `migrants.patience` times @world/seats.ts [random serial dictatorship in two rounds]",
  ],
  writes: ["migrants.*", "smugglers.carry", "smugglers.applied", "legCommunities.wish", "legCommunities.wishMeans"],
  streams: [SEARCH, OFFERS, RATION],
  run(world) {
    const { marketplace } = world;
    const { seekers, searching } = marketplace;
    const { community } = world.migrants.columns;
    const key = keyFor(world, SEARCH);
    gatherSeekers(world, marketplace);
    findPartners(world, marketplace);
    world.boarding.count = 0;
    creditSeats(world);
    for (const row of world.active) world.smugglers.columns.applied[row] = 0;
    let first = 0;
    for (let node = 0; node < seekers.end.length; node++) {
      const end = seekers.end[node];
      if (end === first) continue;
      searching.fill(0);
      for (let i = first; i < end; i++) searching[community[seekers.row[i]]] = 1;
      gatherOffers(world, node, marketplace);
      makeRoomForApplications(marketplace.applications, end - first);
      for (let from = first; from < end; from += READ_AHEAD) {
        const to = Math.min(end, from + READ_AHEAD);
        readAhead(world.migrants, seekers.row, from, to);
        for (let i = from; i < to; i++) choose(world, seekers.row[i], marketplace, key);
      }
      const boarded = world.boarding.count;
      grantSeats(world, marketplace, refuse);
      if (world.witness) tellSeats(world, boarded);
      first = end;
    }
  },
};

/** Those who search this week, by node. */
function gatherSeekers(world: World, { seekers }: Marketplace): void {
  const c = world.migrants.columns;
  const { end } = seekers;
  const { rows, count } = takeList(world.agenda, world.week);
  end.fill(0);
  for (let i = 0; i < count; i++) end[c.node[rows[i]]]++;
  let start = 0;
  for (let n = 0; n < end.length; n++) {
    const here = end[n];
    end[n] = start;
    start += here;
  }
  makeRoomForSeekers(seekers, count);
  for (let i = count - 1; i >= 0; i--) {
    const row = rows[i];
    c.next[row] = 0;
    seekers.row[end[c.node[row]]++] = row;
  }
  world.ledger.total.searches += count;
  handBack(world.agenda, rows);
}

/** One person's search. The draws belong to the person and to each pair, so one more offer or person disturbs nobody else. */
function choose(world: World, row: number, marketplace: Marketplace, key: Key): void {
  const { offers: o, race, applications: a } = marketplace;
  const { model } = world;
  const { communities, migrants: p, nodes, mechanism } = model;
  const c = world.migrants.columns;
  // read together, so that the waits for memory overlap
  const k = c.community[row];
  const node = c.node[row];
  const uid = c.uid[row];
  const carrier = c.carrier[row];
  const can = means(world, c.cash[row], c.credit[row]);
  const risk = c.risk[row];
  const stayTaste = c.stayTaste[row];
  const settleTaste = c.settleTaste[row];
  const count = communities.count;
  block(key, uid, 0, world.week, 0);
  const a2 = w2;
  const a3 = w3;
  const heard = hear(world, marketplace, carrier, w0, w1);
  const scale = p.price / can;
  const account: SearchAccount | undefined = isFollowed(world, row) ? { weighed: [], beyondMeans: 0 } : undefined;
  let best = -1;
  let second = -1;
  let top = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < heard; i++) {
    const offer = race.offer[i];
    const at = offer * count + k;
    const fare = o.fare[at];
    let burden = scale * fare;
    if (fare > can) {
      const gap = fare - can;
      if (o.lender && gap <= p.lenderLimit) burden = scale * (fare + p.lenderInterest * gap);
      else if (o.lends[offer] === 1) burden = p.price + p.loan;
      else {
        if (account) account.beyondMeans++;
        continue;
      }
    }
    const noise = p.choiceNoise * gumbelWord(pairWord(a2, a3, o.tasteWords[offer * 2], o.tasteWords[offer * 2 + 1]));
    const utility = o.base[at] - burden - risk * o.fear[at] + noise;
    account?.weighed.push({ offer, fare, burden, noise, utility });
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
  const wait = onwardValue(world, node, k, can, risk) - p.waiting;
  const works = mechanism["hub-work"] && nodes.work[node] === 1;
  const work = works ? nodes.workValue[node] + settleTaste : Number.NEGATIVE_INFINITY;
  const settle = works ? p.settling + HALF * settleTaste : Number.NEGATIVE_INFINITY;
  const home = node === communities.origin[k];
  const back = home ? communities.reservation[k] + world.levers.stay[k] + stayTaste : p.turningBack + HALF * stayTaste;
  const other = Math.max(wait, work, settle, back);
  const takes = top >= other && best >= 0;
  if (account) tellPassage(world, row, o, account, { wait, work, settle, back }, takes ? best : -1);
  if (takes) {
    const at = o.leg[best] * count + k;
    world.legCommunities.columns.wish[at]++;
    world.legCommunities.columns.wishMeans[at] += can;
    const i = a.count++;
    a.migrant[i] = row;
    a.first[i] = best;
    a.second[i] = next >= other ? second : -1;
    return;
  }
  if (other === wait) turnAway(world, row);
  else if (other === work) startWork(world, row);
  else if (other === settle) end(world, row, "settled");
  else end(world, row, home ? "stayed" : "returned");
}

function refuse(world: World, row: number): void {
  if (isFollowed(world, row)) tellNoSeat(world, row);
  turnAway(world, row);
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
  enter(world, row, STATE.working);
  c.since[row] = world.week;
  schedule(world, row, world.week + world.model.migrants.workReviewWeeks);
}

function end(world: World, row: number, how: "settled" | "stayed" | "returned"): void {
  world.ledger.total[how]++;
  absorb(world, row, how);
}
