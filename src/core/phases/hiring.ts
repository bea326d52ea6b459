/** 4, second half: smugglers look for the enablers they need, and choose which services to pay for. */
import { exp } from "../math.ts";
import { gumbel, normal } from "../random/distribution.ts";
import { stream, u0, u1, uniform } from "../random/stream.ts";
import { block, type Key } from "../random/threefry.ts";
import { compare, providerName, tell } from "../reasons/business.ts";
import type { Phase } from "../world/phase.ts";
import { clientClass, feeOf } from "../world/services.ts";
import { isWatched, type Option } from "../world/witness.ts";
import { keyFor, type World } from "../world/world.ts";

const CANDIDATES = stream("enablers that a smuggler asks");
const TRUST = stream("trust between a smuggler and a supplier");
const PAY_TASTE = stream("taste for doing without a service");

export const hiring: Phase = {
  name: "hiring",
  about: "each smuggler takes the cheapest enabler of each service among those it asks, or does without",
  equations: [
    "asks its present provider and `enablers.candidates` others at random; takes the lowest fee · exp(`enablers.distance` · z) · (1/max(0.01, 1 − `enablers.containment`) if it stops departures), z a permanent normal draw of the pair; those who refuse or do not work drop out [assumed]",
    "pays when `enablers.paySharpness` · (benefit − fee/fare) + `enablers.payTaste` · (G₁ − G₂) > 0, tastes permanent; protection always where territory is held [binary logit; assumed]",
    "benefit = 1 − (capacity · collection · visibility kept without) + interception · (`services.*.without.interception` − 1) · `smugglers.operations.refund` + jailed + (`services.*.without.boatCost` − 1) · 0.28 [own; boats as a share of the fare by evidence]",
    "jailed = (`services.*.without.prosecution` − 1) · `jurisdictions.*.prosecutionHazard` · `smugglers.prosecution.capitalLost` · max(0, capital) / (52 · max(1, passengers a week) · fare) [own]",
  ],
  writes: ["smugglers.provider", "enablers.clientCapacity"],
  streams: [CANDIDATES, TRUST, PAY_TASTE],
  run(world) {
    const { model } = world;
    const c = world.smugglers.columns;
    const count = model.services.count;
    const every = model.enablers.reviewWeeks;
    const candidates = keyFor(world, CANDIDATES);
    const trust = keyFor(world, TRUST);
    for (const row of world.active) {
      const due = (world.week + c.uid[row]) % every === 0 || c.born[row] === world.week - 1 || world.week === 0;
      const asClass = clientClass(world, row);
      for (const s of model.legs.services[c.leg[row]]) {
        const at = row * count + s;
        if (!due && !lost(world, c.provider[at], asClass)) continue;
        c.provider[at] = hire(world, row, s, asClass, candidates, trust);
      }
    }
    countClients(world);
  },
};

/** Capacity that each protector has to let through or to stop. */
function countClients(world: World): void {
  const { services, legs } = world.model;
  const c = world.smugglers.columns;
  const e = world.enablers.columns;
  e.clientCapacity.fill(0);
  for (const row of world.active) {
    for (const s of legs.services[c.leg[row]]) {
      const hired = c.provider[row * services.count + s];
      if (hired > 0 && services.protects[s] === 1) e.clientCapacity[hired - 1] += c.capacity[row];
    }
  }
}

/** A provider who no longer serves must be replaced at once. */
function lost(world: World, provider: number, asClass: number): boolean {
  if (provider <= 0) return false;
  const e = world.enablers.columns;
  return e.working[provider - 1] === 0 || e.refuses[(provider - 1) * world.enablers.widths.refuses + asClass] === 1;
}

function hire(world: World, row: number, s: number, asClass: number, candidates: Key, trust: Key): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const e = world.enablers.columns;
  const leg = c.leg[row];
  const market = world.market[model.legs.jurisdiction[leg] * model.services.count + s];
  const classes = world.enablers.widths.refuses;
  const present = c.provider[row * model.services.count + s];
  let best = 0;
  let lowest = Number.POSITIVE_INFINITY;
  const answers: Option[] | undefined = isWatched(world, "smuggler", c.uid[row]) ? [] : undefined;
  const asked = market.length > 0 ? model.enablers.candidates : 0;
  for (let k = present > 0 ? -1 : 0; k < asked; k++) {
    const enabler = k < 0 ? present - 1 : market[Math.floor(uniform(candidates, c.uid[row], s, world.week, k) * market.length)];
    if (e.working[enabler] === 0) continue;
    if (e.refuses[enabler * classes + asClass] === 1) {
      world.ledger.total.refusals++;
      continue;
    }
    const cost = feeOf(world, enabler, asClass) * distance(world, trust, c.uid[row], e.uid[enabler]) * useless(world, enabler);
    if (answers && (k < 0 || enabler + 1 !== present))
      answers.push({ name: providerName(world, enabler + 1), terms: [], total: -cost });
    if (cost < lowest || (cost === lowest && enabler + 1 < best)) {
      lowest = cost;
      best = enabler + 1;
    }
  }
  const worth = best === 0 ? Number.NaN : worthOfPaying(world, row, s, feeOf(world, best - 1, asClass));
  const hired = best === 0 ? 0 : worth > 0 ? best : -1;
  if (answers) tellHiring(world, row, s, present, hired, worth, answers);
  return hired;
}

/** @param answers of those who serve: less their fee, dearer by distance and by what they stop @param worth as worthOfPaying */
function tellHiring(
  world: World,
  row: number,
  s: number,
  present: number,
  hired: number,
  worth: number,
  answers: readonly Option[],
): void {
  const { labels } = world.model;
  const found = answers.length > 0 && hired > 0;
  tell(world, row, {
    decision: "services",
    rule: "Asks a few and takes the cheapest, distance included; pays if the service is worth its fee, by a permanent taste.",
    unit: "USD per person",
    state: [
      { name: "service", value: labels.service[s] },
      { name: "worth of paying for it, logit units: pays when above 0", value: worth },
      { name: "would serve it, of those asked", value: answers.length },
    ],
    options: answers,
    before: providerName(world, present),
    chosen: providerName(world, hired),
    ...(found ? compare(answers) : {}),
  });
}

/** Trust and distance between a smuggler and a supplier: permanent, so that a market is not served by its cheapest supplier alone. */
function distance(world: World, trust: Key, smuggler: number, enabler: number): number {
  const { distance: spread } = world.model.enablers;
  return spread === 0 ? 1 : exp(spread * normal(uniform(trust, smuggler, enabler, 0, 0)));
}

/** A protector who is paid to stop departures is worth little to those who depart. */
function useless(world: World, enabler: number): number {
  return world.enablers.columns.contains[enabler] === 1 ? 1 / Math.max(LEAST, 1 - world.model.enablers.containment) : 1;
}
const LEAST = 0.01;

/** A service is bought when this is above 0: what it saves, less its fee, by the actor's own taste; logit units. */
function worthOfPaying(world: World, row: number, s: number, fee: number): number {
  const { model } = world;
  const { services, legs } = model;
  const c = world.smugglers.columns;
  const leg = c.leg[row];
  if (!model.mechanism["service-choice"]) return Number.POSITIVE_INFINITY;
  if (services.protects[s] === 1 && legs.territorial[leg] === 1) return Number.POSITIVE_INFINITY;
  const price = Math.max(1, c.price[row]);
  const kept = services.withoutCapacity[s] * services.withoutCollection[s] * services.withoutVisibility[s];
  const stopped =
    world.legs.columns.interception[leg] * (services.withoutInterception[s] - 1) * model.smugglers.operations.refund;
  const jailed =
    ((services.withoutProsecution[s] - 1) *
      model.jurisdictions.prosecution[legs.jurisdiction[leg]] *
      model.smugglers.prosecution.capitalLost *
      Math.max(0, c.capital[row])) /
    (WEEKS * Math.max(1, c.trailSize[row]) * price);
  const dearerBoats = (services.withoutBoatCost[s] - 1) * BOAT_SHARE;
  const benefit = 1 - kept + stopped + jailed + dearerBoats;
  block(keyFor(world, PAY_TASTE), c.uid[row], s, 0, 0);
  const { paySharpness, payTaste } = model.enablers;
  return paySharpness * (benefit - fee / price) + payTaste * (gumbel(u0()) - gumbel(u1()));
}

const WEEKS = 52;
/** Vessels as a share of the fare, for judging whether a boat supplier is worth paying: evidence 3.6, boat 28 % of revenue. */
const BOAT_SHARE = 0.28;
