/**
 * What each way of working is worth to a smuggler: the one sum behind the conduct review and behind `why`.
 * Options are numbered level * 2 + (1 when abuse is concealed).
 */
import { exp } from "../math.ts";
import { gumbel } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import { perWeek, WEEKS_PER_YEAR } from "../units.ts";
import type { RiskRule } from "./behaviour.ts";
import { believedAbuse, legReputation, UNKNOWN_ABUSE } from "./belief.ts";
import { worthOfArrival } from "./compound.ts";
import { CONDUCT_TASTE } from "./create.ts";
import { believedHazard, delistingGain, lossIfListed } from "./risk.ts";
import { hiddenFromCommunities, shownSeverity, toldSeverity } from "./seen.ts";
import {
  ABUSIVE,
  ABUSIVE_SEVERITY,
  CLEAN,
  clientClass,
  createTerms,
  DESIGNATED,
  type ServiceTerms,
  serviceTerms,
} from "./services.ts";
import { arrivalOf, createTrip, presentTrip, type TripTerms, tripTerms } from "./trip.ts";
import { keyFor, type World } from "./world.ts";

export const FRESH_TASTE = stream("fresh taste of conduct");

/** Terms of the sum, as shares of full revenue and before sharpness, in this order. */
export const TERMS = [
  "fares",
  "ransom and sales",
  "costs",
  "perceived risk",
  "off-ramp",
  "peer norm",
  "disapproval",
  "concealment",
  "switching",
  "work in the compound",
] as const;

export interface ConductScores {
  readonly options: number;
  /** option x term */
  readonly terms: Float64Array;
  readonly utility: Float64Array;
  readonly permanent: Float64Array;
  readonly fresh: Float64Array;
  /** felt hazard per year, by level */
  readonly hazard: Float64Array;
  readonly services: readonly ServiceTerms[];
  readonly trip: TripTerms;
}

export function createScores(levels: number): ConductScores {
  const options = levels * 2;
  return {
    options,
    terms: new Float64Array(options * TERMS.length),
    utility: new Float64Array(options),
    permanent: new Float64Array(options),
    fresh: new Float64Array(options),
    hazard: new Float64Array(levels),
    services: [createTerms(), createTerms(), createTerms()],
    trip: createTrip(),
  };
}

/** Mean belief of communities on a smuggler's abuse, weighted by its clients; what it can know of its reputation. */
export function reputationOf(world: World, row: number): number {
  const { count } = world.model.communities;
  const c = world.smugglers.columns;
  let sum = 0;
  let weight = 0;
  for (let k = 0; k < count; k++) {
    const clients = c.clients[row * count + k];
    sum += clients * believedAbuse(world, row, k, legReputation(world, c.leg[row], k));
    weight += clients;
  }
  return weight > 0 ? sum / weight : believedAbuseOfLeg(world, c.leg[row]);
}

function believedAbuseOfLeg(world: World, leg: number): number {
  const { count } = world.model.communities;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += legReputation(world, leg, k);
  return count > 0 ? sum / count : UNKNOWN_ABUSE;
}

/** Fills in the scores of all options of one smuggler. Reads the state at the start of the phase. */
export function scoreConduct(world: World, row: number, risk: RiskRule, s: ConductScores): void {
  const { model } = world;
  const { levels, mechanism } = model;
  const { conductReview: p, perceivedRisk } = model.smugglers;
  const c = world.smugglers.columns;
  const leg = c.leg[row];
  const listed = clientClass(world, row) === DESIGNATED;
  serviceTerms(world, row, listed ? DESIGNATED : CLEAN, s.services[CLEAN]);
  serviceTerms(world, row, listed ? DESIGNATED : ABUSIVE, s.services[ABUSIVE]);
  believedHazard(world, row, s.hazard);
  const loss = mechanism["perceived-risk"] ? lossIfListed(world, row) : 0;
  const yearly = Math.max(0, c.profit[row]) * WEEKS_PER_YEAR;
  for (let l = 0; l < levels.count; l++) s.hazard[l] = risk.felt(s.hazard[l], loss, yearly, perceivedRisk);
  const offRamp = delistingGain(world, row);
  const reputation = reputationOf(world, row);
  // in a compound people are the revenue, and fares are the least of it
  const perPerson = c.price[row] + Math.max(0, worthOfArrival(world, leg, c.level[row]));
  const full = Math.max(1e-9, c.available[row] > 0 ? c.available[row] * perPerson : c.capacity[row] * perPerson);
  const current = c.level[row] * 2 + c.conceal[row];
  presentTrip(world, row, s.services[CLEAN], s.trip);
  const deathNow = s.trip.death;
  const norm = world.legs.columns.norm[leg];
  const disapproval = world.legs.columns.disapproval[leg];
  const tasteKey = keyFor(world, CONDUCT_TASTE);
  const freshKey = keyFor(world, FRESH_TASTE);
  for (let o = 0; o < s.options; o++) {
    const l = o >> 1;
    const conceal = o & 1;
    const services = s.services[levels.severity[l] >= ABUSIVE_SEVERITY ? ABUSIVE : CLEAN];
    tripTerms(world, row, c.vessel[row], c.load[row], c.evasive[row], l, services, s.trip);
    const hidden = hiddenFromCommunities(world, conceal);
    const punished = mechanism.reputation ? c.elasticity[row] * (levels.abuse[l] * (1 - hidden) - reputation) : 0;
    const feared = model.smugglers.operations.deathElasticity * (s.trip.death - deathNow);
    const capacity = c.capacity[row] * (1 - c.friction[row]) * services.capacity;
    const q = Math.min(capacity, c.demand[row] * exp(-Math.min(LARGEST_SHIFT, Math.max(-LARGEST_SHIFT, punished + feared))));
    const success = services.escrow ? arrivalOf(s.trip) : 1;
    const collected = services.escrow ? success : levels.holds[l] === 1 ? 1 : services.collection;
    const kept = q * c.price[row] * collected;
    const extorted = mechanism.ransom ? q * predation(world, leg, l) : 0;
    const costs = q * (s.trip.cost + services.fees + levels.guards[l] + s.trip.interceptionLoss);
    const at = o * TERMS.length;
    s.terms[at] = kept / full;
    s.terms[at + 1] = extorted / full;
    s.terms[at + 2] = -costs / full;
    s.terms[at + 3] = -(perWeek(s.hazard[assessedAs(world, l, conceal)]) * loss) / full;
    s.terms[at + 4] = levels.severity[l] < ABUSIVE_SEVERITY ? offRamp / full : 0;
    const away = levels.severity[l] - norm;
    s.terms[at + 5] = mechanism["peer-norm"] ? -p.peerNorm * away * away : 0;
    s.terms[at + 6] = mechanism.disapproval ? -p.disapproval * disapproval * toldSeverity(world, l, conceal) : 0;
    s.terms[at + 7] = conceal === 1 ? -p.concealmentCost : 0;
    s.terms[at + 8] = o === current ? 0 : -p.switching;
    s.terms[at + 9] = (q * arrivalOf(s.trip) * worthOfArrival(world, leg, l)) / full;
    let sum = 0;
    for (let t = 0; t < TERMS.length; t++) sum += s.terms[at + t];
    s.utility[o] =
      conceal === 1 && (!mechanism.concealment || levels.severity[l] === 0) ? Number.NEGATIVE_INFINITY : p.sharpness * sum;
    s.permanent[o] = p.permanentTaste * gumbel(uniform(tasteKey, c.uid[row], l, 0, conceal));
    s.fresh[o] = p.freshTaste * gumbel(uniform(freshKey, c.uid[row], o, world.week, 0));
  }
}

/** Demand cannot be thought to change by more than this power of e in one review. */
const LARGEST_SHIFT = 3;

/** The level for which an authority would take this way of working. */
export function assessedAs(world: World, level: number, conceal: number): number {
  if (conceal === 0) return level;
  const shown = shownSeverity(world, level, 1);
  const { severity, count } = world.model.levels;
  let nearest = 0;
  for (let l = 1; l < count; l++) if (Math.abs(severity[l] - shown) < Math.abs(severity[nearest] - shown)) nearest = l;
  return nearest;
}

/** Expected ransom and sale of a passenger at a level, USD. */
export function predation(world: World, leg: number, level: number): number {
  const { levels, harms } = world.model;
  const at = level * harms.count;
  const ransom =
    harms.ransom >= 0 ? levels.harm[at + harms.ransom] * levels.ransom[level] * world.legs.columns.ransomYield[leg] : 0;
  const sale = harms.trafficking >= 0 ? levels.harm[at + harms.trafficking] * levels.resale[level] : 0;
  return ransom + sale;
}
