/** An authority chooses whom to list, from what it has assessed. */
import { pairUniform } from "../random/pair.ts";
import { stream } from "../random/stream.ts";
import { block, w0, w1 } from "../random/threefry.ts";
import type { Orders, Ranking } from "../world/orders.ts";
import { keyFor, levelOf, type World } from "../world/world.ts";
import { clientClassOf, listEnabler, listSmuggler, sendToMirrors } from "./listing.ts";

export const RANDOM_LIST = stream("order of a random list");

interface Candidate {
  readonly row: number;
  readonly uid: number;
  readonly severity: number;
  readonly harm: number;
  readonly size: number;
  readonly revenue: number;
  readonly ties: number;
}

const SCORE: Readonly<Record<Ranking, (world: World, c: Candidate) => number>> = {
  "harm-per-trip": (_, c) => c.harm,
  "total-harm": (_, c) => c.harm * c.size,
  "market-share": (_, c) => c.size,
  revenue: (_, c) => c.revenue,
  centrality: (_, c) => c.ties + c.size / (1 + c.size),
  random: (world, c) => {
    block(keyFor(world, RANDOM_LIST), world.week, 0, 0, 0);
    return pairUniform(w0, w1, c.uid, ~c.uid);
  },
  id: (_, c) => -c.uid,
};

/** Lists up to the number; returns how many were listed. */
export function designate(world: World, order: Orders["designate"], cause: string): number {
  const { model } = world;
  const a = order.authority;
  const quota = world.authorities.columns;
  const left = model.authorities.listingsPerYear[a] - quota.listedThisYear[a];
  const number = Math.max(0, Math.min(Math.round(order.number), Math.floor(left + 1e-9)));
  if (number === 0) return 0;
  const candidates = (order.target.role === "smuggler" ? smugglers(world, order) : enablers(world, order))
    .filter((c) => c.severity >= order.minimumSeverity && c.harm >= order.minimumHarm)
    .map((c) => ({ ...c, score: SCORE[order.ranking](world, c) }))
    .sort((x, y) => y.score - x.score || x.uid - y.uid)
    .slice(0, number);
  for (const candidate of candidates) {
    // words explain a listing only if it keeps to them
    const spoken = candidate.severity >= quota.criterion[a] ? quota.clarity[a] : 0;
    const clarity = order.clarity + spoken - order.clarity * spoken;
    const shared = { authority: a, measures: order.measures, clarity, cause };
    if (order.target.role === "smuggler") {
      const known = world.smugglers.columns.listedBy[candidate.row] !== 0;
      if (order.minimumSeverity > 0 && trueSeverity(world, candidate.row) < order.minimumSeverity)
        world.ledger.total.falsePositives++;
      listSmuggler(world, candidate.row, {
        ...shared,
        weight: known ? model.smugglers.perceivedRisk.relisting : 1,
        class: levelOf(model, candidate.severity),
      });
      approve(world, candidate.row, a, clarity);
    } else {
      listEnabler(world, candidate.row, { ...shared, weight: 1, class: clientClassOf(world, candidate.row) });
    }
    sendToMirrors(world, order.target.role, candidate.uid, a, order.measures);
    quota.events[a]++;
    quota.listedThisYear[a]++;
  }
  if (candidates.length > 0) world.public.columns.lastListing[0] = world.week + 1;
  return candidates.length;
}

/** True conduct, whatever is concealed: against this a listing can be wrong. */
function trueSeverity(world: World, row: number): number {
  const { level } = world.smugglers.columns;
  return Math.max(world.model.levels.severity[level[row]], world.smugglers.columns.trailSeverity[row]);
}

/** A listing by an accepted sender who says why raises disapproval of abuse on the leg, by the share of its actors. */
function approve(world: World, row: number, authority: number, clarity: number): void {
  if (!world.model.mechanism.disapproval) return;
  const leg = world.smugglers.columns.leg[row];
  let actors = 0;
  for (const other of world.active) if (world.smugglers.columns.leg[other] === leg) actors++;
  const { disapproval } = world.legs.columns;
  const gain = world.model.smugglers.norms.legitimate * world.model.authorities.legitimacy[authority] * clarity;
  disapproval[leg] = Math.min(1, disapproval[leg] + (gain / Math.max(1, actors)) * (1 - disapproval[leg]));
}

function inside(list: readonly number[], value: number): boolean {
  return list.length === 0 || list.includes(value);
}

function smugglers(world: World, order: Orders["designate"]): Candidate[] {
  const c = world.smugglers.columns;
  const count = world.model.authorities.count;
  const partners = world.smugglers.widths.partner;
  const found: Candidate[] = [];
  for (const row of world.active) {
    const at = row * count + order.authority;
    if (c.assessedWeek[at] === 0) continue;
    if (!inside(order.target.legs, c.leg[row]) || !inside(order.target.jurisdictions, c.home[row])) continue;
    const listed = (c.listedBy[row] & (1 << order.authority)) !== 0;
    if (listed && c.hidden[row] === 0) continue;
    let ties = 0;
    for (let p = 0; p < partners; p++) if (c.partner[row * partners + p] !== 0) ties++;
    found.push({
      row,
      uid: c.uid[row],
      severity: c.assessedSeverity[at],
      harm: c.assessedHarm[at],
      size: c.assessedSize[at],
      revenue: c.assessedRevenue[at],
      ties,
    });
  }
  return found;
}

function enablers(world: World, order: Orders["designate"]): Candidate[] {
  const c = world.enablers.columns;
  const count = world.model.authorities.count;
  const found: Candidate[] = [];
  for (let row = 0; row < world.enablers.used; row++) {
    const at = row * count + order.authority;
    if (c.alive[row] === 0 || c.assessedWeek[at] === 0) continue;
    if (!inside(order.target.services, c.service[row]) || !inside(order.target.jurisdictions, c.jurisdiction[row])) continue;
    if ((c.listedBy[row] & (1 << order.authority)) !== 0) continue;
    const size = c.assessedSize[at];
    const severity = c.assessedSeverity[at];
    found.push({ row, uid: c.uid[row], severity, harm: severity, size, revenue: size * c.fee[row], ties: size });
  }
  return found;
}
