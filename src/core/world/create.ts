/** The world at the first step: the market of the start and the people who are already at hubs. */
import { addRow, createFrame, createRecords } from "../frame.ts";
import { exp, pow } from "../math.ts";
import { gumbel, normal } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import { createAgenda } from "./agenda.ts";
import { firstDanger } from "./belief.ts";
import {
  ABSORBING,
  AUTHORITY,
  CLIENT_CLASSES,
  ENABLER,
  HISTORY,
  JURISDICTION,
  LEG,
  LEG_COMMUNITY,
  MIGRANT,
  PLACE,
  PUBLIC,
  SMUGGLER,
  STATES,
} from "./columns.ts";
import { createConditions } from "./conditions.ts";
import { fleetOf } from "./fleet.ts";
import { enablerUid, smugglerUid } from "./identity.ts";
import { createLedger } from "./ledger.ts";
import { createLevers } from "./levers.ts";
import { createMarketplace } from "./marketplace.ts";
import type { Model } from "./model.ts";
import { createOutlook } from "./outlook.ts";
import { means } from "./person.ts";
import { keyFor, type World } from "./world.ts";

/** Permanent traits of a smuggler: exposure, security, size, first fare, first conduct. */
export const TRAITS = stream("smuggler traits");
/** Permanent taste of a smuggler for each way of working. */
export const CONDUCT_TASTE = stream("conduct taste");
const ENABLER_TRAITS = stream("enabler traits");

/** Spread of size and of first fares among smugglers of a leg, sd of ln: assumed, forgotten within the warm-up. */
const SIZE_SPREAD = 0.6;
const FARE_SPREAD = 0.1;
const FIRST_MARKUP = 0.6;
const FIRST_RANSOM_YIELD = 0.6;
const FIRST_NORM = 0.33;
/** Frames grow; memory that a small run never fills would have to be made and thrown away with every one of thousands. */
const FIRST_ROWS = { migrants: 512, smugglers: 128, enablers: 64 };

export function createWorld(model: Model): World {
  const { legs, communities, nodes, jurisdictions, services, authorities, levels, harms } = model;
  const sizes = {
    level: levels.count,
    harm: harms.count,
    community: communities.count,
    service: services.count,
    authority: authorities.count,
    partner: Math.max(1, model.smugglers.moves.partners),
    class: CLIENT_CLASSES.length,
  };
  const world: World = {
    model,
    week: 0,
    migrants: createRecords("migrants", MIGRANT, FIRST_ROWS.migrants),
    smugglers: createFrame("smugglers", SMUGGLER, sizes, FIRST_ROWS.smugglers),
    enablers: createFrame("enablers", ENABLER, sizes, FIRST_ROWS.enablers),
    legs: createFrame("legs", LEG, sizes, legs.count),
    legCommunities: createFrame("legCommunities", LEG_COMMUNITY, sizes, legs.count * communities.count),
    places: createFrame("places", PLACE, sizes, nodes.count * communities.count),
    authorities: createFrame("authorities", AUTHORITY, sizes, authorities.count),
    jurisdictions: createFrame("jurisdictions", JURISDICTION, sizes, jurisdictions.count),
    public: createFrame("public", PUBLIC, sizes, 1),
    history: createFrame("history", HISTORY, sizes, model.calendar.weeks),
    levers: createLevers({
      leg: legs.count,
      community: communities.count,
      jurisdiction: jurisdictions.count,
      node: nodes.count,
      service: services.count,
      authority: authorities.count,
    }),
    ledger: createLedger({
      legs: legs.count,
      harms: harms.count,
      nationalities: model.labels.nationality.length,
      levels: levels.count,
      instruments: model.instruments.length,
    }),
    active: new Int32Array(0),
    rowOf: new Map(),
    agenda: createAgenda(model.calendar.weeks),
    market: Array.from({ length: jurisdictions.count * services.count }, () => new Int32Array(0)),
    orders: [],
    signals: [],
    mirrors: [],
    events: [],
    raided: new Set(),
    cells: new Map(),
    census: { inState: new Int32Array(STATES.length + 1), debt: 0 },
    absorbed: new Float64Array(ABSORBING.length),
    keys: new Map(),
    conditions: createConditions(model),
    firstDanger: firstDanger(model),
    outlook: createOutlook(legs.count * communities.count),
    marketplace: createMarketplace(nodes.count, communities.count),
    boarding: {
      count: 0,
      migrant: new Int32Array(1024),
      smuggler: new Int32Array(1024),
      fare: new Int32Array(1024),
      payment: new Uint8Array(1024),
      order: new Int32Array(1024),
      end: new Int32Array(0),
    },
    witness: undefined,
  };
  for (const frame of [
    world.legs,
    world.legCommunities,
    world.places,
    world.authorities,
    world.jurisdictions,
    world.public,
    world.history,
  ]) {
    frame.used = frame.capacity;
  }
  startPublic(world);
  startEnablers(world);
  startLegs(world);
  startSmugglers(world);
  return world;
}

function startPublic(world: World): void {
  world.public.columns.support[0] = world.model.public.support;
}

function startEnablers(world: World): void {
  const { model, enablers } = world;
  const { services, jurisdictions, legs } = model;
  const key = keyFor(world, ENABLER_TRAITS);
  for (let j = 0; j < jurisdictions.count; j++) {
    for (let s = 0; s < services.count; s++) {
      const wanted = legs.services.some((list, leg) => legs.jurisdiction[leg] === j && list.includes(s));
      if (!wanted) continue;
      const rows = new Int32Array(services.perJurisdiction[s]);
      for (let slot = 0; slot < rows.length; slot++) {
        const row = addRow(enablers);
        const c = enablers.columns;
        const uid = enablerUid(j, s, slot, 0);
        c.uid[row] = uid;
        c.alive[row] = 1;
        c.service[row] = s;
        c.jurisdiction[row] = j;
        c.slot[row] = slot;
        c.capital[row] = services.capital[s] * exp(SIZE_SPREAD * normal(uniform(key, uid, 0, 0, 0)));
        world.ledger.total.seedCapital += c.capital[row];
        c.exposure[row] =
          services.exposure[s] * model.jurisdictions.openness[j] +
          services.exposure[s] * (1 - model.jurisdictions.openness[j]) * uniform(key, uid, 0, 0, 1);
        c.fee[row] = services.fee[s] * exp(FARE_SPREAD * normal(uniform(key, uid, 0, 0, 2)));
        rows[slot] = row;
      }
      (world.market as Int32Array[])[j * services.count + s] = rows;
    }
  }
}

function startLegs(world: World): void {
  const { model } = world;
  const { legs, communities } = model;
  const c = world.legs.columns;
  for (let leg = 0; leg < legs.count; leg++) {
    c.meanPrice[leg] = legs.price[leg];
    c.meanCost[leg] = legs.price[leg] / (1 + FIRST_MARKUP);
    c.markup[leg] = FIRST_MARKUP;
    c.utilisation[leg] = model.smugglers.pricing.target;
    c.norm[leg] = FIRST_NORM;
    c.disapproval[leg] = 1 - FIRST_NORM;
    c.ransomYield[leg] = FIRST_RANSOM_YIELD;
    c.interception[leg] = legs.interception[leg * model.calendar.weeks];
    c.returns[leg] = model.smugglers.entryExit.returnReference;
    for (let k = 0; k < communities.count; k++) {
      world.legCommunities.columns.means[leg * communities.count + k] = means(world, communities.cash[k], communities.credit[k]);
    }
  }
}

function startSmugglers(world: World): void {
  const { model } = world;
  for (let leg = 0; leg < model.legs.count; leg++) {
    for (let slot = 0; slot < model.legs.smugglers[leg]; slot++) {
      addSmuggler(
        world,
        leg,
        smugglerUid(leg, -1, slot),
        model.legs.smugglerCapacity[leg],
        firstLevel(world, smugglerUid(leg, -1, slot)),
        0,
      );
    }
  }
  refreshActive(world);
}

/** The conduct of the start follows taste alone; the warm-up replaces it by choice. */
function firstLevel(world: World, uid: number): number {
  const { levels } = world.model;
  const key = keyFor(world, CONDUCT_TASTE);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < levels.count; l++) {
    const taste = gumbel(uniform(key, uid, l, 0, 0)) - 2 * levels.severity[l];
    if (taste > most) {
      most = taste;
      best = l;
    }
  }
  return best;
}

/** A smuggler with the permanent traits of its identity. Returns the row; `refreshActive` makes it visible. */
export function addSmuggler(world: World, leg: number, uid: number, medianCapacity: number, level: number, week: number): number {
  const { model, smugglers } = world;
  const { listing, capacity: sizing, prosecution } = model.smugglers;
  const key = keyFor(world, TRAITS);
  const row = addRow(smugglers);
  const c = smugglers.columns;
  c.uid[row] = uid;
  c.born[row] = week;
  c.leg[row] = leg;
  c.home[row] = model.legs.jurisdiction[leg];
  const size = medianCapacity * exp(SIZE_SPREAD * normal(uniform(key, uid, 0, 0, 0)));
  c.capacity[row] = Math.min(sizing.largest, Math.max(sizing.smallest, size));
  c.available[row] = c.capacity[row];
  c.exposure[row] =
    listing.exposureLow + (listing.exposureHigh - listing.exposureLow) * pow(uniform(key, uid, 0, 0, 1), listing.exposureShape);
  c.security[row] = prosecution.security * uniform(key, uid, 0, 0, 2);
  c.price[row] = world.legs.columns.meanPrice[leg] * exp(FARE_SPREAD * normal(uniform(key, uid, 0, 0, 3)));
  c.marginalCost[row] = world.legs.columns.meanCost[leg];
  c.level[row] = level;
  c.load[row] = 1;
  c.vessel[row] = fleetOf(model, leg, week)[0];
  c.capital[row] = sizing.initialWeeks * model.legs.cost[leg] * c.capacity[row];
  c.utilisation[row] = model.smugglers.pricing.target;
  c.offered[row] = c.capacity[row];
  c.demand[row] = c.capacity[row] * c.utilisation[row];
  c.profit[row] = 0;
  c.trailSeverity[row] = model.levels.severity[level];
  c.trailSize[row] = c.demand[row];
  c.elasticity[row] = model.smugglers.conductReview.elasticity;
  c.lastBelief[row] = Number.NaN;
  c.cellStatus[row] = week >= model.warmupWeeks && week > 0 ? 1 : 0;
  world.ledger.total.seedCapital += c.capital[row];
  world.rowOf.set(uid, row);
  return row;
}

/** More rows than a frame can have: identity and row of a smuggler in one exactly representable number. */
const ROW_ROOM = 1_048_576;

/** Rows of smugglers in order of uid. */
export function refreshActive(world: World): void {
  const { uid } = world.smugglers.columns;
  const keys = new Float64Array(world.rowOf.size);
  let count = 0;
  for (let row = 0; row < world.smugglers.used; row++) if (uid[row] !== 0) keys[count++] = uid[row] * ROW_ROOM + row;
  keys.sort();
  world.active = Int32Array.from(keys, (key) => key % ROW_ROOM);
}
