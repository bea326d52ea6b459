/** What is true of any migrant, whatever happens to it. */
import { removeRow } from "../frame.ts";
import { ABSORBING } from "./columns.ts";
import type { World } from "./world.ts";

/** USD that a person can lay hands on: savings and what kin can still send; at least 1. */
export function means(world: World, row: number): number {
  const c = world.migrants.columns;
  return Math.max(1, c.cash[row] + (world.model.mechanism["kin-credit"] ? c.credit[row] : 0));
}

/** Value of going on from where a person is, for that person. */
export function onwardValue(world: World, row: number): number {
  const { communities, migrants: p, mechanism } = world.model;
  const c = world.migrants.columns;
  const k = c.community[row];
  const at = c.node[row] * communities.count + k;
  const place = world.places.columns;
  const median = Math.max(1, communities.cash[k] + (mechanism["kin-credit"] ? communities.credit[k] : 0));
  return (
    place.value[at] + p.price * place.cheapest[at] * (1 / median - 1 / means(world, row)) - (c.risk[row] - 1) * place.fear[at]
  );
}

/** Ends a person's journey for good. */
export function absorb(world: World, row: number, state: (typeof ABSORBING)[number]): void {
  const c = world.migrants.columns;
  world.ledger.total.leftWith += c.cash[row];
  world.absorbed[ABSORBING.indexOf(state)]++;
  removeRow(world.migrants, row);
}
