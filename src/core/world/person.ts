/** What is true of any migrant, whatever happens to it. */
import { removeRow } from "../frame.ts";
import { ABSORBING } from "./columns.ts";
import type { World } from "./world.ts";

/** USD that a person can lay hands on: savings and what kin can still send; at least 1. */
export function means(world: World, cash: number, credit: number): number {
  return Math.max(1, cash + kinCanSend(world, credit));
}

/** USD that kin can still send: nothing when they do not lend. */
export function kinCanSend(world: World, credit: number): number {
  return world.model.mechanism["kin-credit"] ? credit : 0;
}

/** Value of going on from a node, for a person of a community with these means and this risk aversion. */
export function onwardValue(world: World, node: number, community: number, can: number, risk: number): number {
  const at = node * world.model.communities.count + community;
  return world.places.columns.value[at] + dearness(world, node, community, can) - fearAhead(world, node, community, risk);
}

/** How much less fares weigh for a person of these means than for the community's median, utils. */
export function dearness(world: World, node: number, community: number, can: number): number {
  const { communities, migrants: p } = world.model;
  const median = means(world, communities.cash[community], communities.credit[community]);
  return p.price * world.places.columns.cheapest[node * communities.count + community] * (1 / median - 1 / can);
}

/** How much more the next leg frightens a person of this risk aversion than the usual one, utils. */
export function fearAhead(world: World, node: number, community: number, risk: number): number {
  return (risk - 1) * world.places.columns.fear[node * world.model.communities.count + community];
}

/** Whether somebody asks about the migrant of a row. */
export function isFollowed(world: World, row: number): boolean {
  const { witness } = world;
  if (witness === undefined) return false;
  const c = world.migrants.columns;
  return witness.sees("migrant", c.uid[row], c.node[row], c.community[row]);
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
  world.witness?.lose(c.uid[row], state);
  world.ledger.total.leftWith += c.cash[row];
  world.census.inState[c.state[row]]--;
  world.census.debt -= c.debt[row];
  world.absorbed[ABSORBING.indexOf(state)]++;
  removeRow(world.migrants, row);
}
