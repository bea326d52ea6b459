/** What authorities do with those already listed, and with the public. */
import { stream, uniform } from "../random/stream.ts";
import { actorName } from "../world/identity.ts";
import { observed } from "../world/observed.ts";
import type { Orders } from "../world/orders.ts";
import { keyFor, levelOf, report, type World } from "../world/world.ts";
import { feltFriction } from "./listing.ts";

export const DETECTION = stream("detection of new names");

const HALVED = 0.5;

/**
 * Renews and deepens friction of listed actors, worst assessed first, and looks for new names. Returns how many were followed up.
 * A visit is no listing: it leaves the date from which good conduct counts towards the way off the list.
 */
export function followUp(world: World, order: Orders["followUp"], cause: string): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const bit = 1 << order.authority;
  const count = model.authorities.count;
  const key = keyFor(world, DETECTION);
  const rows = [...world.active]
    .filter((row) => (c.listedBy[row] & bit) !== 0)
    .sort(
      (x, y) =>
        c.assessedSeverity[y * count + order.authority] - c.assessedSeverity[x * count + order.authority] || c.uid[x] - c.uid[y],
    )
    .slice(0, Math.max(0, Math.round(order.number)));
  for (const row of rows) {
    if (c.hidden[row] === 1) {
      if (uniform(key, c.uid[row], order.authority, world.week, 0) >= order.detection) continue;
      c.hidden[row] = 0;
    }
    c.evasion[row] *= HALVED;
    c.frictionTop[row] += order.deepen * (1 - c.frictionTop[row]) * c.bindTravel[row] * feltFriction(world, c.exposure[row]);
    c.friction[row] = Math.max(c.friction[row], c.frictionTop[row]);
    world.ledger.total.followUps++;
    world.signals.push({
      role: "smuggler",
      row,
      class: levelOf(model, c.trailSeverity[row]),
      leg: c.leg[row],
      jurisdiction: c.home[row],
      service: -1,
      weight: model.smugglers.perceivedRisk.relisting,
      clarity: order.clarity,
      authority: order.authority,
    });
    report(world, {
      event: "followed up",
      role: "smuggler",
      actor: actorName(c.uid[row]),
      place: model.labels.leg[c.leg[row]],
      authority: model.labels.authority[order.authority],
      cause,
      value: c.friction[row],
    });
  }
  return rows.length;
}

/** Takes the mildest off the list, if they were assessed as mild since they were listed. */
export function delist(world: World, order: Orders["delist"], cause: string): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const a = order.authority;
  const count = model.authorities.count;
  const rows = [...world.active]
    .filter((row) => {
      const at = row * count + a;
      return (
        (c.listedBy[row] & (1 << a)) !== 0 && c.assessedWeek[at] > c.listedWeek[row] + 1 && c.assessedSeverity[at] < order.below
      );
    })
    .sort((x, y) => c.assessedSeverity[x * count + a] - c.assessedSeverity[y * count + a] || c.uid[x] - c.uid[y])
    .slice(0, Math.max(0, Math.round(order.number)));
  for (const row of rows) {
    c.listedBy[row] &= ~(1 << a);
    if (c.listedBy[row] === 0) {
      c.friction[row] = 0;
      c.frictionTop[row] = 0;
      c.bindFreeze[row] = 0;
      c.bindTravel[row] = 0;
      c.banned[row] = 0;
    }
    world.ledger.total.delistings++;
    world.public.columns.delistings[0]++;
    report(world, {
      event: "delisted",
      role: "smuggler",
      actor: actorName(c.uid[row]),
      place: model.labels.leg[c.leg[row]],
      authority: model.labels.authority[a],
      cause,
      value: c.assessedSeverity[row * count + a],
    });
  }
  return rows.length;
}

/** Arrests of drivers: mostly migrants who steer. They are counted, not removed: the organisers stay. */
export function prosecute(world: World, order: Orders["prosecute"]): number {
  for (const j of order.jurisdictions) {
    world.jurisdictions.columns.drivers[j] += order.drivers;
    world.ledger.total.driversArrested += order.drivers;
  }
  return order.drivers * order.jurisdictions.length;
}

/** What an authority says about its criteria makes its next listings clearer, where they keep to it. */
export function communicate(world: World, order: Orders["communicate"]): number {
  const { clarity, criterion } = world.authorities.columns;
  if (order.strength <= clarity[order.authority]) return 0;
  clarity[order.authority] = order.strength;
  criterion[order.authority] = order.severity;
  return 0;
}

const PROMISED = ["arrivals-year", "abuse-per-1000", "deaths-per-1000"] as const;

export function promise(world: World, order: Orders["promise"]): number {
  const c = world.public.columns;
  c.promised[0] = 1;
  c.promise[0] = order.change;
  c.promiseYears[0] = order.years;
  c.promiseWeek[0] = world.week;
  c.promiseOf[0] = PROMISED.indexOf(order.indicator);
  c.promiseBase[0] = observed(world, order.indicator);
  report(world, {
    event: "promised",
    role: "public",
    actor: "",
    place: "",
    authority: "",
    cause: order.indicator,
    value: order.change,
  });
  return 0;
}

/** Where a promise stands: the change of its indicator since it was made. */
export function promiseProgress(world: World): number {
  const c = world.public.columns;
  const now = observed(world, PROMISED[c.promiseOf[0]]);
  return c.promiseBase[0] > 0 ? now / c.promiseBase[0] - 1 : 0;
}
