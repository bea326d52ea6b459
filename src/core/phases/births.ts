/** 6a: who begins to consider the journey. Exogenous: policy acts on the decision to leave, never on births. */
import { addRow } from "../frame.ts";
import { exp } from "../math.ts";
import { normal, poisson } from "../random/distribution.ts";
import { stream, u0, u1, u2, u3, uniform } from "../random/stream.ts";
import { block, type Key } from "../random/threefry.ts";
import { STATE } from "../world/columns.ts";
import { MOST_BIRTHS_PER_WEEK, migrantUid, stockUid } from "../world/identity.ts";
import { enter } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import { keyFor, schedule, type World } from "../world/world.ts";

const BIRTHS = stream("number of births");
const PERSON = stream("traits of a migrant");
const LEAST_VULNERABLE = 5;
const MOST_VULNERABLE = 255;
const PERCENT = 100;

export const births: Phase = {
  name: "births",
  about:
    "persons begin to consider the journey, with means and permanent tastes; at the first step also those who are already at hubs",
  equations: [
    "births ~ Poisson(`communities.*.births` per week · lever demand / scale), by inversion of one uniform [Poisson arrivals]",
    "cash = `communities.*.cash` · lever means · exp(`migrants.cashSpread` z); credit = `communities.*.credit` · exp(`migrants.creditSpread` z); risk aversion = exp(`migrants.riskSpread` z); z standard normal, permanent [log-normal; spreads assumed]",
    "taste for staying = `migrants.stayTaste` z; taste for work at a hub = `migrants.settleTaste` z (|z| for those there at the start); vulnerability = `communities.*.vulnerability` · exp(`migrants.vulnerabilitySpread` z), within 0.05 to 2.55 [assumed]",
  ],
  writes: [
    "migrants.uid",
    "migrants.state",
    "migrants.node",
    "migrants.community",
    "migrants.since",
    "migrants.due",
    "migrants.next",
    "migrants.cash",
    "migrants.credit",
    "migrants.risk",
    "migrants.stayTaste",
    "migrants.settleTaste",
    "migrants.vulnerability",
  ],
  streams: [BIRTHS, PERSON],
  run(world) {
    const { model } = world;
    const { communities, calendar } = model;
    const counts = keyFor(world, BIRTHS);
    const person = keyFor(world, PERSON);
    if (world.week === 0) settleStock(world, person);
    for (let k = 0; k < communities.count; k++) {
      const mean = (communities.births[k * calendar.weeks + world.week] * world.levers.demand[k]) / model.scale;
      const born = poisson(uniform(counts, k, 0, world.week, 0), mean);
      if (born > MOST_BIRTHS_PER_WEEK) tooMany(world, k, born);
      for (let i = 0; i < born; i++) {
        const uid = migrantUid(k, world.week, i);
        const row = addPerson(world, person, uid, k, communities.origin[k], world.levers.means[k]);
        enter(world, row, STATE.prospective);
        block(person, uid, 0, 0, 2);
        schedule(world, row, world.week + Math.floor(u0() * model.migrants.reviewWeeks));
      }
      world.ledger.total.born += born;
    }
  },
};

/** More than an identity can number: a demand that a strategy or shock has multiplied. */
function tooMany(world: World, community: number, born: number): never {
  const { labels, scale } = world.model;
  const enough = Math.ceil((born * scale) / MOST_BIRTHS_PER_WEEK);
  throw new RangeError(
    `communities.${labels.community[community]}: ${born} births in week ${world.week} at scale ${scale}, at most ${MOST_BIRTHS_PER_WEEK}: a scale of ${enough} or more`,
  );
}

function settleStock(world: World, person: Key): void {
  const { model } = world;
  const { communities, nodes } = model;
  for (let k = 0; k < communities.count; k++) {
    let ordinal = 0;
    for (let n = 0; n < nodes.count; n++) {
      const persons = Math.round(communities.stock[k * nodes.count + n] / model.scale);
      for (let i = 0; i < persons; i++, ordinal++) {
        const uid = stockUid(k, ordinal);
        const row = addPerson(world, person, uid, k, n, 1);
        const c = world.migrants.columns;
        enter(world, row, STATE.working);
        // who is still there at the start is there because it suits: the upper half of tastes
        c.settleTaste[row] = Math.abs(c.settleTaste[row]);
        block(person, uid, 0, 0, 2);
        schedule(world, row, Math.floor(u0() * model.migrants.workReviewWeeks));
      }
      world.ledger.total.born += persons;
    }
  }
}

function addPerson(world: World, key: Key, uid: number, community: number, node: number, means: number): number {
  const { model } = world;
  const { communities, migrants: p } = model;
  const row = addRow(world.migrants);
  const c = world.migrants.columns;
  c.uid[row] = uid;
  c.community[row] = community;
  c.node[row] = node;
  c.since[row] = world.week;
  block(key, uid, 0, 0, 0);
  c.cash[row] = Math.round(communities.cash[community] * means * exp(p.cashSpread * normal(u0())));
  c.credit[row] = Math.round(communities.credit[community] * exp(p.creditSpread * normal(u1())));
  c.risk[row] = exp(p.riskSpread * normal(u2()));
  c.stayTaste[row] = p.stayTaste * normal(u3());
  block(key, uid, 0, 0, 1);
  c.settleTaste[row] = p.settleTaste * normal(u0());
  const vulnerability = PERCENT * communities.vulnerability[community] * exp(p.vulnerabilitySpread * normal(u1()));
  c.vulnerability[row] = Math.min(MOST_VULNERABLE, Math.max(LEAST_VULNERABLE, Math.round(vulnerability)));
  world.ledger.total.bornWith += c.cash[row];
  return row;
}
