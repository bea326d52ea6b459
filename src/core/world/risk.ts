/** What a smuggler believes about being listed, and what it would lose. */
import { WEEKS_PER_YEAR } from "../units.ts";
import type { World } from "./world.ts";

/** Fills `out` (per year, by conduct) with the believed hazard of being listed. Worse conduct is at least as risky. */
export function believedHazard(world: World, row: number, out: Float64Array): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const { prior, priorWeight } = model.smugglers.perceivedRisk;
  const hierarchical = model.mechanism["risk-hierarchy"];
  const count = model.levels.count;
  let belief = prior;
  for (let l = 0; l < count; l++) {
    const at = row * count + l;
    const from = hierarchical ? belief : prior;
    const next = (priorWeight * from + c.riskEvents[at]) / (priorWeight + c.riskYears[at]);
    out[l] = l > 0 && hierarchical && next < belief ? belief : next;
    belief = out[l];
  }
}

/** Reach of the senders of recent listings, weighted by how many; of all authorities alike before the first. */
function senderStrength(world: World): number {
  const { strength, count } = world.model.authorities;
  const { events } = world.authorities.columns;
  let weighted = 0;
  let total = 0;
  let plain = 0;
  for (let a = 0; a < count; a++) {
    weighted += events[a] * strength[a];
    total += events[a];
    plain += strength[a];
  }
  return total > 0 ? weighted / total : count > 0 ? plain / count : 0;
}

const EVASION_RELIEF = 0.5;

/** USD that a (further) listing would cost: reachable capital, and friction on profit over the horizon, less what is already lost. */
export function lossIfListed(world: World, row: number): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const { listing } = model.smugglers;
  const home = c.home[row];
  const strength = senderStrength(world);
  const added = world.levers.reach[home];
  const freeze = model.jurisdictions.reachFreeze[home];
  const travel = model.jurisdictions.reachTravel[home];
  const reachFreeze = strength * (freeze + added - freeze * added);
  const reachTravel = strength * (travel + added - travel * added);
  const free = model.mechanism["friction-without-assets"] ? listing.frictionWithoutAssets : 0;
  const exposure = c.exposure[row];
  const capital = model.mechanism.freeze ? reachFreeze * (1 - c.bindFreeze[row]) * exposure * Math.max(0, c.capital[row]) : 0;
  const friction = listing.friction * reachTravel * (free + (1 - free) * exposure);
  const left = friction > 0 ? Math.max(0, 1 - c.friction[row] / friction) : 0;
  const profit = Math.max(0, c.profit[row]) * WEEKS_PER_YEAR * listing.horizon;
  return capital + (friction * left * profit) / (1 + EVASION_RELIEF * c.evasion[row]);
}

/** USD that measures of full reach would cost: capital within their grasp, and friction on the profit of the horizon. */
export function atStake(world: World, row: number): number {
  const { mechanism, smugglers } = world.model;
  const c = world.smugglers.columns;
  const { friction, frictionWithoutAssets, horizon } = smugglers.listing;
  const free = mechanism["friction-without-assets"] ? frictionWithoutAssets : 0;
  const exposure = c.exposure[row];
  const capital = mechanism.freeze ? exposure * Math.max(0, c.capital[row]) : 0;
  return capital + friction * (free + (1 - free) * exposure) * Math.max(0, c.profit[row]) * WEEKS_PER_YEAR * horizon;
}

/** The part of a business, its capital and the profit of the horizon, that a listing would cost: nothing where nothing can be reached. */
export function lossShare(world: World, row: number): number {
  const c = world.smugglers.columns;
  const { horizon } = world.model.smugglers.listing;
  const worth = Math.max(0, c.capital[row]) + Math.max(0, c.profit[row]) * WEEKS_PER_YEAR * horizon;
  return worth > 0 ? lossIfListed(world, row) / worth : 0;
}

/** USD a week that being taken off the list would be worth to a listed actor, times the believed hazard per week of it. */
export function delistingGain(world: World, row: number): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const p = world.public.columns;
  if (!model.mechanism["delisting-incentive"] || c.listedBy[row] === 0 || p.delistings[0] === 0) return 0;
  const hazard = p.delistings[0] / (1 + p.listedYears[0]);
  const worth = c.friction[row] * Math.max(0, c.profit[row]) * WEEKS_PER_YEAR * model.smugglers.listing.horizon;
  return (hazard * worth) / WEEKS_PER_YEAR;
}
