/** What a listing does to an actor, whoever copies whom. */
import { exp } from "../math.ts";
import { stream, uniform } from "../random/stream.ts";
import { actorName } from "../world/identity.ts";
import type { Measure } from "../world/orders.ts";
import { keyFor, levelOf, report, type World } from "../world/world.ts";

export const MIRROR = stream("copying of listings");

/** Friction is halved by this much per unit of learned evasion (model notes, section 2). */
export const EVASION_RELIEF = 0.5;
const DEFAULT_POOL_DELAY = 1;

export interface Listing {
  readonly authority: number;
  readonly measures: readonly Measure[];
  readonly clarity: number;
  readonly weight: number;
  readonly cause: string;
  /** Assessed class of conduct: level for smugglers, client class for enablers. */
  readonly class: number;
}

/** How far measures of an authority reach into a jurisdiction. */
export function reachOf(world: World, authority: number, jurisdiction: number, base: Float64Array): number {
  const added = world.levers.reach[jurisdiction];
  const reach = base[jurisdiction];
  return world.model.authorities.strength[authority] * (reach + added - reach * added);
}

/** Share of friction that an actor feels: a part that needs no assets, unless that assumption is switched off, and the rest by exposure. */
export function feltFriction(world: World, exposure: number): number {
  const { mechanism, smugglers } = world.model;
  const free = mechanism["friction-without-assets"] ? smugglers.listing.frictionWithoutAssets : 0;
  return free + (1 - free) * exposure;
}

/** Friction that a listing with this reach causes to an actor with this exposure and evasion. */
export function frictionOf(world: World, reach: number, exposure: number, evasion: number): number {
  return world.model.smugglers.listing.friction * reach * feltFriction(world, exposure) * exp(-EVASION_RELIEF * evasion);
}

export function listSmuggler(world: World, row: number, listing: Listing): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const home = c.home[row];
  const first = c.listedBy[row] === 0;
  const { freeze, travel } = {
    freeze: listing.measures.includes("freeze") ? reachOf(world, listing.authority, home, model.jurisdictions.reachFreeze) : 0,
    travel: listing.measures.includes("travel") ? reachOf(world, listing.authority, home, model.jurisdictions.reachTravel) : 0,
  };
  if (model.mechanism.freeze && freeze > 0) {
    const frozen = Math.max(0, c.capital[row]) * c.exposure[row] * freeze * (1 - c.bindFreeze[row]);
    c.capital[row] -= frozen;
    world.ledger.total.frozen += frozen;
  }
  c.bindFreeze[row] += freeze - freeze * c.bindFreeze[row];
  c.bindTravel[row] += travel - travel * c.bindTravel[row];
  const friction = frictionOf(world, c.bindTravel[row], c.exposure[row], c.evasion[row]);
  c.friction[row] = Math.max(c.friction[row], friction);
  c.frictionTop[row] = Math.max(c.frictionTop[row], c.friction[row]);
  if (listing.measures.includes("services")) c.banned[row] = 1;
  c.listedBy[row] |= 1 << listing.authority;
  c.listedWeek[row] = world.week;
  c.hidden[row] = 0;
  if (c.everListed[row] === 0) c.everListed[row] = world.week + 1;
  if (first) world.ledger.total.listings++;
  world.signals.push({
    role: "smuggler",
    row,
    class: listing.class,
    leg: c.leg[row],
    jurisdiction: home,
    service: -1,
    weight: listing.weight,
    clarity: listing.clarity,
    authority: listing.authority,
  });
  say(world, "listed", "smuggler", c.uid[row], model.labels.leg[c.leg[row]], listing);
}

export function listEnabler(world: World, row: number, listing: Listing): void {
  const { model } = world;
  const c = world.enablers.columns;
  const at = c.jurisdiction[row];
  const first = c.listedBy[row] === 0;
  const freeze = listing.measures.includes("freeze") ? reachOf(world, listing.authority, at, model.jurisdictions.reachFreeze) : 0;
  const travel = listing.measures.includes("travel") ? reachOf(world, listing.authority, at, model.jurisdictions.reachTravel) : 0;
  if (model.mechanism.freeze && freeze > 0) {
    const frozen = c.capital[row] * c.exposure[row] * freeze;
    c.capital[row] -= frozen;
    world.ledger.total.frozen += frozen;
  }
  const reach = Math.max(freeze, travel);
  c.friction[row] += reach * c.exposure[row] * (1 - c.friction[row]);
  c.listedBy[row] |= 1 << listing.authority;
  c.listedWeek[row] = world.week;
  if (c.everListed[row] === 0) c.everListed[row] = world.week + 1;
  if (first) world.ledger.total.listings++;
  world.signals.push({
    role: "enabler",
    row,
    class: listing.class,
    leg: -1,
    jurisdiction: at,
    service: c.service[row],
    weight: listing.weight,
    clarity: listing.clarity,
    authority: listing.authority,
  });
  say(world, "listed", "enabler", c.uid[row], model.labels.jurisdiction[at], listing);
}

function say(world: World, event: string, role: "smuggler" | "enabler", uid: number, place: string, listing: Listing): void {
  report(world, {
    event,
    role,
    actor: actorName(uid),
    place,
    authority: world.model.labels.authority[listing.authority],
    cause: listing.cause,
    value: listing.weight,
  });
}

/** Other authorities copy a listing: by standing arrangement, or because they coordinate. */
export function sendToMirrors(
  world: World,
  role: "smuggler" | "enabler",
  uid: number,
  authority: number,
  measures: readonly Measure[],
): void {
  const { authorities } = world.model;
  const key = keyFor(world, MIRROR);
  for (let copier = 0; copier < authorities.count; copier++) {
    if (copier === authority) continue;
    const at = copier * authorities.count + authority;
    const standing = authorities.mirrorShare[at];
    const pooled = Math.min(world.levers.pooling[copier], world.levers.pooling[authority]);
    const chance = standing + pooled - standing * pooled;
    if (chance <= 0 || uniform(key, uid, copier, world.week, 0) >= chance) continue;
    const delay = standing > 0 ? authorities.mirrorDelay[at] : DEFAULT_POOL_DELAY;
    world.mirrors.push({ week: world.week + Math.max(1, delay), authority: copier, source: authority, role, uid, measures });
  }
}

/** Listings copied this week. */
export function performMirrors(world: World): void {
  if (world.mirrors.length === 0) return;
  const due = world.mirrors.filter((m) => m.week <= world.week);
  if (due.length === 0) return;
  world.mirrors = world.mirrors.filter((m) => m.week > world.week);
  for (const mirror of due) {
    const row = mirror.role === "smuggler" ? world.rowOf.get(mirror.uid) : enablerRow(world, mirror.uid);
    if (row === undefined) continue;
    const listed = mirror.role === "smuggler" ? world.smugglers.columns.listedBy[row] : world.enablers.columns.listedBy[row];
    if ((listed & (1 << mirror.authority)) !== 0 || listed === 0) continue;
    const shared = {
      authority: mirror.authority,
      measures: mirror.measures,
      clarity: 0,
      weight: world.model.smugglers.perceivedRisk.relisting,
      cause: `copied from ${world.model.labels.authority[mirror.source]}`,
    };
    world.ledger.total.mirrored++;
    if (mirror.role === "smuggler")
      listSmuggler(world, row, { ...shared, class: levelOf(world.model, world.smugglers.columns.trailSeverity[row]) });
    else listEnabler(world, row, { ...shared, class: clientClassOf(world, row) });
  }
}

function enablerRow(world: World, uid: number): number | undefined {
  const { uid: uids, alive } = world.enablers.columns;
  for (let row = 0; row < world.enablers.used; row++) if (uids[row] === uid && alive[row] === 1) return row;
  return undefined;
}

/** The class of clients that makes up most of an enabler's trade beyond clean ones. */
export function clientClassOf(world: World, row: number): number {
  const { trade } = world.enablers.columns;
  const classes = world.enablers.widths.trade;
  const total = trade[row * classes] + trade[row * classes + 1] + trade[row * classes + 2];
  const abusive = trade[row * classes + 1] + trade[row * classes + 2];
  return total > 0 && abusive * 2 >= total ? 1 : 0;
}
