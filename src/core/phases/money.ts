/** 8: money moves: what smugglers earn, pay, lose and take out; what enablers earn. Sums run in order of uid. */
import type { Phase } from "../world/phase.ts";
import { clientClass, createTerms, feeOf, serviceTerms } from "../world/services.ts";
import { createTrip, presentTrip } from "../world/trip.ts";
import { gainOf, type World } from "../world/world.ts";

export const money: Phase = {
  name: "money",
  about: "fares, ransoms, costs, fees, bribes and payouts; smoothed profit, demand and utilisation",
  equations: [
    "profit = fares − refunds + ransoms, sales and debts − vessels − served · (trip cost without vessel + `conduct.*.guards`) − `smugglers.capacity.fixedCost` · `legs.*.cost` · capacity − fees; capital′ = capital + profit [bookkeeping]",
    "payout = `smugglers.capacity.payoutShare` · max(0, capital − `smugglers.capacity.payoutWeeks` · weekly full cost) [assumed]",
    "smoothed profit and income over `smugglers.smoothing.profit`; demand and offered capacity over `smugglers.smoothing.utilisation`, slower where a week has less than one simulated seat; use = min(2, demand/offered) [exponential smoothing]",
  ],
  writes: [
    "smugglers.revenue",
    "smugglers.capital",
    "smugglers.profit",
    "smugglers.demand",
    "smugglers.utilisation",
    "smugglers.offered",
    "smugglers.extorted",
    "enablers.served",
    "enablers.earned",
    "enablers.income",
    "enablers.taxIncome",
    "enablers.trade",
  ],
  streams: [],
  run(world) {
    const e = world.enablers.columns;
    e.served.fill(0);
    e.earned.fill(0);
    settleSmugglers(world);
    settleEnablers(world);
  },
};

function settleSmugglers(world: World): void {
  const { model } = world;
  const s = world.smugglers.columns;
  const { capacity: p, smoothing } = model.smugglers;
  const terms = createTerms();
  const trip = createTrip();
  const total = world.ledger.total;
  const profitGain = gainOf(smoothing.profit);
  for (const row of world.active) {
    const leg = s.leg[row];
    const served = s.served[row];
    const asClass = clientClass(world, row);
    serviceTerms(world, row, asClass, terms);
    presentTrip(world, row, terms, trip);
    const fares = s.fares[row] * model.scale;
    const refunds = s.refunded[row] * model.scale;
    const vessel = model.vessels.trips[s.vessel[row]];
    const lostVessels = model.mechanism["interception-costs"]
      ? s.boatsLost[row] * trip.vesselCost * trip.aboard * vessel * (1 - 1 / vessel)
      : 0;
    const vessels = served * trip.vesselCost + lostVessels;
    const fixed = p.fixedCost * model.legs.cost[leg] * s.capacity[row];
    const operating = served * (trip.cost - trip.vesselCost + model.levels.guards[s.level[row]]) + fixed;
    const fees = payEnablers(world, row, asClass, served);
    const revenue = fares - refunds + s.extorted[row];
    const profit = revenue - vessels - operating - fees;
    total.fares += fares;
    total.operating += operating;
    total.vessels += vessels;
    s.revenue[row] = revenue;
    s.extorted[row] = 0;
    s.capital[row] += profit;
    s.profit[row] += profitGain * (profit - s.profit[row]);
    smoothDemand(world, row, smoothing.utilisation);
    if (model.mechanism.payout) payOut(world, row, fixed);
  }
}

/** What is applied for against what could be carried, in real persons: fluid, so that scale does not matter. */
function smoothDemand(world: World, row: number, gain: number): void {
  const { model } = world;
  const s = world.smugglers.columns;
  const available = s.available[row];
  const seats = available / model.scale;
  const weight = gain * Math.min(1, seats > 0 ? seats : 1);
  s.demand[row] += weight * (s.applied[row] - s.demand[row]);
  s.offered[row] += weight * (available - s.offered[row]);
  s.utilisation[row] = s.offered[row] > 0 ? Math.min(FULLEST, s.demand[row] / s.offered[row]) : 0;
}
const FULLEST = 2;

/** Fees of the week; returns USD. */
function payEnablers(world: World, row: number, asClass: number, served: number): number {
  if (served === 0) return 0;
  const { model } = world;
  const { services } = model;
  const s = world.smugglers.columns;
  const e = world.enablers.columns;
  const classes = world.enablers.widths.served;
  let fees = 0;
  for (const service of model.legs.services[s.leg[row]]) {
    const hired = s.provider[row * services.count + service];
    if (hired <= 0) continue;
    const enabler = hired - 1;
    if (e.working[enabler] === 0 || e.refuses[enabler * classes + asClass] === 1) continue;
    const fee = feeOf(world, enabler, asClass) * served;
    fees += fee;
    e.earned[enabler] += fee;
    e.served[enabler * classes + asClass] += served;
    if (services.sector[service] === "official") world.ledger.total.bribes += fee;
    else world.ledger.total.fees += fee;
  }
  return fees;
}

/** Owners take out what exceeds some weeks of cost, else what a freeze can reach would grow without bound. */
function payOut(world: World, row: number, fixed: number): void {
  const { capacity: p } = world.model.smugglers;
  const s = world.smugglers.columns;
  const weekly = world.model.legs.cost[s.leg[row]] * s.capacity[row] + fixed;
  const excess = s.capital[row] - p.payoutWeeks * weekly;
  if (excess <= 0) return;
  const paid = p.payoutShare * excess;
  s.capital[row] -= paid;
  world.ledger.total.payouts += paid;
}

function settleEnablers(world: World): void {
  const { model } = world;
  const e = world.enablers.columns;
  const classes = world.enablers.widths.trade;
  const gain = gainOf(model.smugglers.smoothing.profit);
  for (let row = 0; row < world.enablers.used; row++) {
    if (e.alive[row] === 0) continue;
    for (let k = 0; k < classes; k++)
      e.trade[row * classes + k] += gain * (e.served[row * classes + k] - e.trade[row * classes + k]);
    e.income[row] += gain * (e.earned[row] - e.income[row]);
    if (e.contains[row] === 0) e.taxIncome[row] += gain * (e.earned[row] - e.taxIncome[row]);
    else world.ledger.total.containmentPay += world.levers["containment-pay"][e.jurisdiction[row]];
  }
}
