/** 2: authorities assess, list, follow up, delist; copied listings arrive. */
import { ASSESSMENT, ASSESSMENT_ENABLERS, assess } from "../policy/assess.ts";
import { designate, RANDOM_LIST } from "../policy/designate.ts";
import { MIRROR, performMirrors } from "../policy/listing.ts";
import { communicate, DETECTION, delist, followUp, promise, prosecute } from "../policy/upkeep.ts";
import { perWeek, WEEKS_PER_YEAR } from "../units.ts";
import type { OrderKind, Orders } from "../world/orders.ts";
import type { Phase } from "../world/phase.ts";
import type { World } from "../world/world.ts";

/** The order in which kinds of orders are performed within a week. */
const PERFORM: { readonly [K in OrderKind]: (world: World, order: Orders[K], cause: string) => number } = {
  communicate,
  promise,
  assess,
  designate,
  followUp,
  delist,
  prosecute,
};
const SEQUENCE = Object.keys(PERFORM) as OrderKind[];

const FADE_YEAR = 1 - 1 / WEEKS_PER_YEAR;

export const policy: Phase = {
  name: "policy",
  about: "authorities assess, list by criterion and ranking, follow up, delist, copy each other; spend is counted",
  equations: [
    "P(authority a assesses smuggler i) = (cov + add − cov · add)(1 − security_i) · (`smugglers.moves.homeVisibility` if i moved home within a year, else 1), cov = `authorities.*.coverage`, add = lever intelligence; enablers without the last two factors @policy/assess.ts [assumed]",
    "assessed severity = clamp(known + 0.25 σ z₁, 0, 1); assessed size and revenue = known · exp(σ z₂); assessed harm per trip = known · exp(σ z₃); σ = `authorities.*.noise`, z standard normal @policy/assess.ts [assumed]",
    "listed: among the assessed with severity and harm per trip at or above the criterion, the first min(number, floor(`authorities.*.listingsPerYear` − listings of about the last year)) by the ranking; that count is multiplied by 1 − 1/52 every week @policy/designate.ts [own]",
    "reach = `authorities.*.strength` · (r + add − r · add), r = `jurisdictions.*.reach.freeze` or `jurisdictions.*.reach.travel` of the home, add = lever reach @policy/listing.ts [assumed]",
    "frozen = max(0, capital) · exposure · reach_freeze · (1 − bound already); bound′ = bound + reach − bound · reach, for freezes and for travel @policy/listing.ts [bookkeeping]",
    "friction after a listing = max(friction, `smugglers.listing.friction` · bound_travel · (f + (1 − f) · exposure) · exp(−0.5 · evasion)), f = `smugglers.listing.frictionWithoutAssets` @policy/listing.ts [assumed]",
    "friction of a listed enabler′ = friction + max(reach_freeze, reach_travel) · exposure · (1 − friction) @policy/listing.ts [assumed]",
    "clarity of a listing = c + s − c · s: c what the order says of its reason; s what the authority has said of its criterion, and 0 where the assessed severity is below it @policy/designate.ts [own]",
    "disapproval′ = disapproval + `smugglers.norms.legitimate` · `authorities.*.legitimacy` · clarity / actors on the leg · (1 − disapproval) @policy/designate.ts [assumed]",
    "P(another authority copies) = m + p − m · p: m its standing `authorities.*.mirrors.*.share`, p the smaller lever pooling of the two; after `authorities.*.mirrors.*.delayWeeks`, at least a week; without a reason @policy/listing.ts [own]",
    "follow-up: evasion halves; top friction′ = top + deepen · (1 − top) · bound_travel · (f + (1 − f) · exposure); friction = max(friction, top); a new name is found with probability detection @policy/upkeep.ts [assumed]",
  ],
  writes: [
    "authorities.events",
    "authorities.listedThisYear",
    "authorities.clarity",
    "authorities.criterion",
    "jurisdictions.drivers",
    "legs.disapproval",
    "public.promised",
    "public.promise",
    "public.promiseYears",
    "public.promiseWeek",
    "public.promiseBase",
    "public.promiseOf",
    "public.delistings",
    "public.listedYears",
    "public.lastListing",
    "smugglers.assessedWeek",
    "smugglers.assessedSeverity",
    "smugglers.assessedHarm",
    "smugglers.assessedSize",
    "smugglers.assessedRevenue",
    "smugglers.capital",
    "smugglers.bindFreeze",
    "smugglers.bindTravel",
    "smugglers.friction",
    "smugglers.frictionTop",
    "smugglers.banned",
    "smugglers.listedBy",
    "smugglers.listedWeek",
    "smugglers.everListed",
    "smugglers.hidden",
    "smugglers.evasion",
    "enablers.assessedWeek",
    "enablers.assessedSeverity",
    "enablers.assessedSize",
    "enablers.capital",
    "enablers.friction",
    "enablers.listedBy",
    "enablers.listedWeek",
    "enablers.everListed",
  ],
  streams: [ASSESSMENT, ASSESSMENT_ENABLERS, RANDOM_LIST, MIRROR, DETECTION],
  run(world) {
    fade(world);
    performMirrors(world);
    for (const kind of SEQUENCE) {
      for (const { order, instrument } of world.orders) {
        if (order.order !== kind) continue;
        const { id, cost } = world.model.instruments[instrument];
        const perform = PERFORM[kind] as (world: World, order: unknown, cause: string) => number;
        world.ledger.spend[instrument] += cost.perActor * perform(world, order, id);
      }
    }
    payForLists(world);
  },
};

function fade(world: World): void {
  const a = world.authorities.columns;
  for (let i = 0; i < world.authorities.used; i++) {
    a.events[i] *= FADE_YEAR;
    a.listedThisYear[i] *= FADE_YEAR;
    a.clarity[i] *= FADE_YEAR;
  }
  const p = world.public.columns;
  p.delistings[0] *= FADE_YEAR;
  p.listedYears[0] *= FADE_YEAR;
  for (const row of world.active) if (world.smugglers.columns.listedBy[row] !== 0) p.listedYears[0] += perWeek(1);
  world.jurisdictions.columns.drivers.fill(0);
}

/** Keeping listed actors under follow-up costs by the actor and year. */
function payForLists(world: World): void {
  world.model.instruments.forEach(({ cost, authority, first, last }, i) => {
    if (cost.perActorYear === 0 || authority < 0 || world.week < first || world.week > last) return;
    let listed = 0;
    for (const row of world.active) if ((world.smugglers.columns.listedBy[row] & (1 << authority)) !== 0) listed++;
    world.ledger.spend[i] += perWeek(cost.perActorYear) * listed;
  });
}
