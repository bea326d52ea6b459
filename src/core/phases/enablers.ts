/** 4: enablers review clients and fees; lost ones are replaced; protectors choose between taxing and stopping departures. */
import { exp } from "../math.ts";
import { gumbel } from "../random/distribution.ts";
import { stream, u0, u1, uniform } from "../random/stream.ts";
import { block } from "../random/threefry.ts";
import { tellClients, tellFees, tellProtection, tellStaying } from "../reasons/enabler.ts";
import { WEEKS_PER_YEAR } from "../units.ts";
import { actorName, enablerUid } from "../world/identity.ts";
import type { Phase } from "../world/phase.ts";
import { CLEAN, DESIGNATED, refreshFees } from "../world/services.ts";
import { refreshConditions } from "../world/trip.ts";
import { isWatched } from "../world/witness.ts";
import { keyFor, report, type World } from "../world/world.ts";

const RESOLVE = stream("enabler resolve when listed");
const AT_WORK = stream("enabler at work under short supply");
const REPLACEMENT = stream("enabler replacement");
const CONTAINMENT = stream("protector business");

export const enablers: Phase = {
  name: "enablers",
  about:
    "enablers weigh risk by class of client, set premiums, refuse, quit; lost ones are replaced; protectors choose their business",
  equations: [
    "believed hazard of serving class k: h_k = (w₀ h_prior + events_k) / (w₀ + years_k), w₀ = `enablers.priorWeight`, h_prior = `enablers.prior` for the first class and h_{k−1} for the next, and h_k ≥ h_{k−1} (risk-hierarchy) [posterior mean of a gamma-Poisson model; hierarchy own]",
    "premium_k = h_k · loss / `enablers.unitsPerYear`, loss = reach · (exposure · capital + `services.*.legitimate` · `enablers.stake` · 52 · income), reach that of freezes with lever reach; clean clients pay none [assumed]",
    "refuses class k > clean when premium_k > `enablers.refusal` · `services.*.fee`, or when k is designated and `services.*.legitimate` · reach > 0.15 [assumed]",
    "fee_k = max(b, b · `enablers.reservation` + premium_k), b = own fee · max(1, trade / `services.*.capacity`) @world/services.ts [own]",
    "a listed enabler leaves when u < `services.*.legitimate` · friction, u its own permanent draw; P(an empty place is filled this week) = 1 − exp(−1/`services.*.replacementWeeks`) [assumed]",
    "a protector stops departures when `enablers.containSharpness` · ((pay − `enablers.containment` · tax) / max(1, tax + pay) ± `enablers.containSwitching`) + (G₁ − G₂) > 0, pay = lever containment-pay, + if it did before; then it lets (1 − `enablers.containment`) of its trade through [binary logit, permanent tastes; assumed]",
    "without a provider, capacity, collection of fares, visibility, interception, prosecution and the price of boats are multiplied by `services.*.without.*`; capacity by 0 without a protector where territory is held @world/services.ts [assumed]",
    "interception per vessel = `legs.*.interception` · lever interception · enforcement, enforcement = `jurisdictions.*.enforcement` · (1 + (lever enforcement − 1)(1 − `jurisdictions.*.corruption`)); rescue = r + add − r · add, r = `legs.*.rescue` @world/trip.ts [own]",
    "price of boats = max(0.05, share of boat suppliers at work)^(−`smugglers.operations.boatPriceGain`) @world/trip.ts [assumed]",
  ],
  writes: [
    "enablers.premium",
    "enablers.refuses",
    "enablers.alive",
    "enablers.working",
    "enablers.contains",
    "enablers.allowance",
    "enablers.uid",
    "enablers.generation",
    "enablers.listedBy",
    "enablers.everListed",
    "enablers.friction",
    "enablers.trade",
    "enablers.income",
    "enablers.taxIncome",
    "enablers.capital",
    "enablers.assessedWeek",
  ],
  streams: [RESOLVE, AT_WORK, REPLACEMENT, CONTAINMENT],
  run(world) {
    const { model } = world;
    const c = world.enablers.columns;
    const work = keyFor(world, AT_WORK);
    const every = model.enablers.reviewWeeks;
    for (let row = 0; row < world.enablers.used; row++) {
      if (c.alive[row] === 0) replace(world, row);
      else if ((world.week + c.uid[row]) % every === 0) review(world, row);
      const supply = world.levers.supply[c.service[row]];
      c.working[row] = c.alive[row] === 1 && (supply >= 1 || uniform(work, c.uid[row], 0, 0, 0) < supply) ? 1 : 0;
    }
    refreshFees(world);
    if (world.witness) tellOfFees(world);
    refreshConditions(world);
  },
};

function tellOfFees(world: World): void {
  const { alive, uid } = world.enablers.columns;
  for (let row = 0; row < world.enablers.used; row++)
    if (alive[row] === 1 && isWatched(world, "enabler", uid[row])) tellFees(world, row);
}

/** Believed hazard of being listed for serving a class; a worse class is at least as risky. */
function hazard(world: World, row: number, clientClass: number): number {
  const c = world.enablers.columns;
  const { prior, priorWeight } = world.model.enablers;
  const classes = world.enablers.widths.riskEvents;
  let belief = prior;
  for (let k = 0; k <= clientClass; k++) {
    const at = row * classes + k;
    const next = (priorWeight * belief + c.riskEvents[at]) / (priorWeight + c.riskYears[at]);
    belief = k === 0 || !world.model.mechanism["risk-hierarchy"] ? next : Math.max(belief, next);
  }
  return belief;
}

function review(world: World, row: number): void {
  const { model } = world;
  const { services, jurisdictions } = model;
  const c = world.enablers.columns;
  const s = c.service[row];
  const at = c.jurisdiction[row];
  const classes = world.enablers.widths.premium;
  const { stake, unitsPerYear, refusal } = model.enablers;
  const reach = jurisdictions.reachFreeze[at] + world.levers.reach[at] * (1 - jurisdictions.reachFreeze[at]);
  const lawful = services.legitimate[s] * stake * c.income[row] * WEEKS_PER_YEAR;
  const loss = reach * c.exposure[row] * c.capital[row] + reach * lawful;
  const watched = isWatched(world, "enabler", c.uid[row]);
  for (let k = 0; k < classes; k++) {
    const believed = hazard(world, row, k);
    const premium = (believed * loss) / unitsPerYear;
    c.premium[row * classes + k] = model.mechanism["enabler-premium"] && k > CLEAN ? premium : 0;
    const tooRisky = premium > refusal * services.fee[s];
    const told = k === DESIGNATED && services.legitimate[s] * reach > RESOLVE_LINE;
    const refuses = model.mechanism["enabler-refusal"] && k > CLEAN && (tooRisky || told);
    c.refuses[row * classes + k] = refuses ? 1 : 0;
    if (watched) {
      const line = refusal * services.fee[s];
      tellClients(world, row, { class: k, hazard: believed, loss, premium, line, told, refuses, mayRefuse: k > CLEAN });
    }
  }
  if (c.listedBy[row] !== 0) {
    const resolve = uniform(keyFor(world, RESOLVE), c.uid[row], 0, 0, 0);
    const line = services.legitimate[s] * c.friction[row];
    if (watched) tellStaying(world, row, resolve, line, resolve < line);
    if (resolve < line) {
      leave(world, row);
      return;
    }
  }
  if (services.protects[s] === 1) chooseBusiness(world, row);
}

/** An enabler obeys a ban on serving listed clients when the lawful income within reach is above this share: assumed. */
const RESOLVE_LINE = 0.15;

function leave(world: World, row: number): void {
  const c = world.enablers.columns;
  c.alive[row] = 0;
  c.contains[row] = 0;
  world.ledger.total.enablersLost++;
  world.ledger.total.exitCapital += c.capital[row];
  c.capital[row] = 0;
  report(world, {
    event: "enabler left",
    role: "enabler",
    actor: actorName(c.uid[row]),
    place: world.model.labels.jurisdiction[c.jurisdiction[row]],
    authority: "",
    cause: "listed, with lawful income at stake",
    value: 0,
  });
}

/** An empty place is taken by the next generation, after a while that depends on the service. */
function replace(world: World, row: number): void {
  const { model } = world;
  if (!model.mechanism["enabler-replacement"]) return;
  const c = world.enablers.columns;
  const s = c.service[row];
  if (uniform(keyFor(world, REPLACEMENT), c.uid[row], 0, world.week, 0) >= 1 - exp(-1 / model.services.replacementWeeks[s]))
    return;
  c.generation[row]++;
  c.uid[row] = enablerUid(c.jurisdiction[row], s, c.slot[row], c.generation[row]);
  c.alive[row] = 1;
  c.listedBy[row] = 0;
  c.everListed[row] = 0;
  c.friction[row] = 0;
  c.income[row] = 0;
  c.taxIncome[row] = 0;
  c.capital[row] = model.services.capital[s];
  const classes = world.enablers.widths.trade;
  c.trade.fill(0, row * classes, (row + 1) * classes);
  c.refuses.fill(0, row * classes, (row + 1) * classes);
  const authorities = model.authorities.count;
  c.assessedWeek.fill(0, row * authorities, (row + 1) * authorities);
  world.ledger.total.enablersReplaced++;
  world.ledger.total.seedCapital += c.capital[row];
}

/** Taxing departures against being paid for stopping them. */
function chooseBusiness(world: World, row: number): void {
  const { model } = world;
  const c = world.enablers.columns;
  const pay = model.mechanism.containment ? world.levers["containment-pay"][c.jurisdiction[row]] : 0;
  const before = c.contains[row];
  const tax = c.taxIncome[row];
  let advantage = 0;
  let taste = 0;
  if (pay <= 0) {
    c.contains[row] = 0;
  } else {
    const { containSharpness, containSwitching, containment } = model.enablers;
    const scale = Math.max(1, tax + pay);
    advantage = (pay - containment * tax) / scale + (before === 1 ? containSwitching : -containSwitching);
    block(keyFor(world, CONTAINMENT), c.uid[row], 0, 0, 0);
    taste = gumbel(u0()) - gumbel(u1());
    c.contains[row] = containSharpness * advantage + taste > 0 ? 1 : 0;
  }
  if (isWatched(world, "enabler", c.uid[row])) tellProtection(world, row, { pay, tax, advantage, taste, before });
  if (c.contains[row] !== before) {
    const classes = world.enablers.widths.trade;
    const trade = c.trade[row * classes] + c.trade[row * classes + 1] + c.trade[row * classes + 2];
    c.allowance[row] = (1 - model.enablers.containment) * trade;
    report(world, {
      event: c.contains[row] === 1 ? "began to stop departures" : "began to tax departures",
      role: "enabler",
      actor: actorName(c.uid[row]),
      place: model.labels.jurisdiction[c.jurisdiction[row]],
      authority: "",
      cause: "payment",
      value: pay,
    });
  }
}
