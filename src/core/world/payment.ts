/** What a passenger pays for a trip, and gets back. */
import { kinCanSend } from "./person.ts";
import type { Voyage } from "./voyage.ts";
import type { World } from "./world.ts";

/** The passenger pays what it can; kin, a lender or the smuggler's credit bear the rest. Returns what the smuggler got, USD. */
export function pay(world: World, v: Voyage, passenger: number): number {
  const { model, ledger, boarding: b } = world;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const { row, leg, services } = v;
  const person = b.migrant[passenger];
  const share = services.escrow || model.levels.holds[v.level] === 1 ? 1 : services.collection;
  const fare = Math.round(b.fare[passenger] * share);
  const own = Math.min(fare, c.cash[person]);
  c.cash[person] -= own;
  const kin = Math.min(fare - own, kinCanSend(world, c.credit[person]));
  c.credit[person] -= kin;
  ledger.total.kinSent += kin;
  const gap = fare - own - kin;
  let paid = own + kin;
  if (gap > 0 && b.payment[passenger] === 1) {
    ledger.total.lent += gap;
    ledger.total.lenderLoans++;
    paid += gap;
  } else if (gap > 0) {
    c.debt[person] += gap;
    world.census.debt += gap;
    c.creditor[person] = v.uid;
    ledger.total.onCredit++;
    s.indebted[row]++;
  }
  s.fares[row] += paid;
  const nationality = model.communities.nationality[c.community[person]];
  const nationalities = model.labels.nationality.length;
  ledger.fares[leg] += paid;
  ledger.fareBy[leg * nationalities + nationality] += b.fare[passenger];
  ledger.tripsBy[leg * nationalities + nationality]++;
  return paid;
}

export function refund(world: World, v: Voyage, person: number, amount: number): void {
  if (amount <= 0) return;
  world.smugglers.columns.refunded[v.row] += amount;
  world.ledger.total.refunds += amount;
  world.migrants.columns.cash[person] += amount;
}
