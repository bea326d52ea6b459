/** What is true of any migrant, whatever happens to it. */
import { removeRow } from "../frame.ts";
import { ABSORBING } from "./columns.ts";
import type { World } from "./world.ts";

/** USD that a person can lay hands on: savings and what kin can still send; at least 1. */
export function means(world: World, cash: number, credit: number): number {
  return Math.max(1, cash + (world.model.mechanism["kin-credit"] ? credit : 0));
}

/** Value of going on from a node, for a person of a community with these means and this risk aversion. */
export function onwardValue(world: World, node: number, community: number, can: number, risk: number): number {
  const { communities, migrants: p } = world.model;
  const at = node * communities.count + community;
  const place = world.places.columns;
  const median = means(world, communities.cash[community], communities.credit[community]);
  return place.value[at] + p.price * place.cheapest[at] * (1 / median - 1 / can) - (risk - 1) * place.fear[at];
}

/** Puts a person into a state, one of STATE; the census keeps count. */
export function enter(world: World, row: number, state: number): void {
  const { inState } = world.census;
  const c = world.migrants.columns;
  if (c.state[row] !== 0) inState[c.state[row]]--;
  c.state[row] = state;
  inState[state]++;
}

/** Ends a person's journey for good. */
export function absorb(world: World, row: number, state: (typeof ABSORBING)[number]): void {
  const c = world.migrants.columns;
  world.ledger.total.leftWith += c.cash[row];
  world.census.inState[c.state[row]]--;
  world.census.debt -= c.debt[row];
  world.absorbed[ABSORBING.indexOf(state)]++;
  removeRow(world.migrants, row);
}
