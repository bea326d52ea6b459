/** What the services that a smuggler has, or does without, do to its business. */
import type { World } from "./world.ts";

export const CLEAN = 0;
export const ABUSIVE = 1;
export const DESIGNATED = 2;
/** Severity from which clients count as abusive. */
export const ABUSIVE_SEVERITY = 0.5;

export interface ServiceTerms {
  /** USD/person for all services. */
  fees: number;
  /** The part of it that is bribes to officials. */
  bribes: number;
  capacity: number;
  collection: number;
  visibility: number;
  interception: number;
  prosecution: number;
  boatCost: number;
  /** Fares are held until arrival. */
  escrow: boolean;
}

export function createTerms(): ServiceTerms {
  return {
    fees: 0,
    bribes: 0,
    capacity: 1,
    collection: 1,
    visibility: 1,
    interception: 1,
    prosecution: 1,
    boatCost: 1,
    escrow: false,
  };
}

/** How enablers see a smuggler: by its listing if known, else by its conduct as assessed. */
export function clientClass(world: World, row: number): number {
  const c = world.smugglers.columns;
  if (c.banned[row] === 1 && c.hidden[row] === 0) return DESIGNATED;
  return c.trailSeverity[row] >= ABUSIVE_SEVERITY ? ABUSIVE : CLEAN;
}

/** The fee that an enabler asks of a class: its usual fee, dearer when it has more clients than it can serve, or what covers the risk. */
export function feeOf(world: World, enabler: number, clientClass: number): number {
  return world.conditions.fee[enabler * world.enablers.widths.premium + clientClass];
}

/** Refreshes what every enabler asks this week. */
export function refreshFees(world: World): void {
  const { model, conditions, enablers } = world;
  const e = enablers.columns;
  const classes = enablers.widths.premium;
  if (conditions.fee.length < enablers.used * classes) conditions.fee = new Float64Array(enablers.used * classes);
  for (let enabler = 0; enabler < enablers.used; enabler++) {
    const at = enabler * classes;
    const load = (e.trade[at] + e.trade[at + 1] + e.trade[at + 2]) / model.services.capacity[e.service[enabler]];
    const base = load > 1 ? e.fee[enabler] * load : e.fee[enabler];
    for (let k = 0; k < classes; k++)
      conditions.fee[at + k] = Math.max(base, base * model.enablers.reservation + e.premium[at + k]);
  }
}

/** Fills in the terms for a smuggler if it were of a class of client. */
export function serviceTerms(world: World, row: number, asClass: number, terms: ServiceTerms): void {
  const { model } = world;
  const { services } = model;
  const leg = world.smugglers.columns.leg[row];
  const { provider } = world.smugglers.columns;
  const e = world.enablers.columns;
  const classes = world.enablers.widths.refuses;
  terms.fees = 0;
  terms.bribes = 0;
  terms.capacity = 1;
  terms.collection = 1;
  terms.visibility = 1;
  terms.interception = 1;
  terms.prosecution = 1;
  terms.boatCost = 1;
  terms.escrow = false;
  for (const s of model.legs.services[leg]) {
    const hired = provider[row * services.count + s];
    const enabler = hired - 1;
    if (hired > 0 && e.working[enabler] === 1 && e.refuses[enabler * classes + asClass] === 0) {
      const fee = feeOf(world, enabler, asClass);
      terms.fees += fee;
      if (services.sector[s] === "official") terms.bribes += fee;
      if (services.escrow[s] === 1 && model.legs.escrow[leg] === 1) terms.escrow = true;
      if (services.protects[s] === 1 && e.contains[enabler] === 1)
        terms.capacity *= Math.min(1, e.allowance[enabler] / Math.max(1, e.clientCapacity[enabler]));
    } else {
      terms.capacity *= services.protects[s] === 1 && model.legs.territorial[leg] === 1 ? 0 : services.withoutCapacity[s];
      terms.collection *= services.withoutCollection[s];
      terms.visibility *= services.withoutVisibility[s];
      terms.interception *= services.withoutInterception[s];
      terms.prosecution *= services.withoutProsecution[s];
      terms.boatCost *= services.withoutBoatCost[s];
    }
  }
}
