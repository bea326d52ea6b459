/** 5h: prosecution, exit, retirement and entry. */
import { removeRow } from "../frame.ts";
import { exp } from "../math.ts";
import { gumbel } from "../random/distribution.ts";
import { stream, u0, u1, u2, uniform } from "../random/stream.ts";
import { block } from "../random/threefry.ts";
import { drawn, tell } from "../reasons/business.ts";
import { perWeek } from "../units.ts";
import { closeCell } from "../world/cells.ts";
import { addSmuggler, refreshActive, TRAITS } from "../world/create.ts";
import { actorName, smugglerUid } from "../world/identity.ts";
import type { Phase } from "../world/phase.ts";
import { lossShare } from "../world/risk.ts";
import { clientClass, createTerms, serviceTerms } from "../world/services.ts";
import { enforcementOf } from "../world/trip.ts";
import { type Fact, isWatched } from "../world/witness.ts";
import { keyFor, report, type World } from "../world/world.ts";

const LEAVING = stream("prosecution, exit and retirement");
const ENTRY = stream("entry of smugglers");

export const turnover: Phase = {
  name: "turnover",
  about: "organisers are prosecuted, go broke, give up, retire; newcomers enter where returns are good",
  equations: [
    "P(arrest this week) = 1 − exp(−h/52), h = `jurisdictions.*.prosecutionHazard` · lever prosecution · enforcement · services · (1 − security); `smugglers.prosecution.capitalLost` of capital is seized, with `smugglers.prosecution.endsBusiness` the business ends [constant hazard; assumed]",
    "leaves when capital < 0; with `smugglers.entryExit.exit` a week when older than `smugglers.entryExit.graceWeeks` and profit < `smugglers.entryExit.returnOut` · full cost; by retirement with 1 − exp(−`smugglers.entryExit.retirement`/52) [assumed]",
    "P(a slot of a leg brings a newcomer) = lever recruits · (`smugglers.entryExit.entryFloor` + `smugglers.entryExit.entry` · min(4, ρ²) · exp(−fear)), ρ = max(0, returns/`smugglers.entryExit.returnReference`), `smugglers.entryExit.slots` slots a week [assumed]",
    "fear = mean over the leg's smugglers of believed hazard (all classes pooled) · loss / (capital + profit of the horizon) [own]",
    "conduct of a newcomer: the largest G(i, l) − ((severity_l − norm)/0.3)²; its beliefs on risk are the mean of the leg's [assumed]",
  ],
  writes: ["smugglers.*"],
  streams: [LEAVING, ENTRY, TRAITS],
  run(world) {
    const leaving = whoLeaves(world);
    const entering = whoEnters(world);
    for (const row of leaving) leave(world, row);
    for (const e of entering) enter(world, e);
    if (leaving.length + entering.length > 0) refreshActive(world);
  },
};

function whoLeaves(world: World): number[] {
  const { model } = world;
  const c = world.smugglers.columns;
  const { prosecution: trial, entryExit } = model.smugglers;
  const key = keyFor(world, LEAVING);
  const terms = createTerms();
  const retires = 1 - exp(-perWeek(entryExit.retirement));
  const rows: number[] = [];
  for (const row of world.active) {
    block(key, c.uid[row], 0, world.week, 0);
    const arrest = u0();
    const end = u1();
    const give = u2();
    const leg = c.leg[row];
    const j = model.legs.jurisdiction[leg];
    let gone = "";
    let chance = 0;
    if (model.mechanism.prosecution) {
      serviceTerms(world, row, clientClass(world, row), terms);
      const hazard =
        model.jurisdictions.prosecution[j] *
        world.levers.prosecution[j] *
        enforcementOf(world, j) *
        terms.prosecution *
        (1 - c.security[row]);
      chance = 1 - exp(-perWeek(hazard));
      if (arrest < chance) {
        const seized = trial.capitalLost * Math.max(0, c.capital[row]);
        c.capital[row] -= seized;
        world.ledger.total.seized += seized;
        world.ledger.total.prosecuted++;
        if (model.compounds !== undefined) world.raided.add(c.uid[row]);
        if (end < trial.endsBusiness) gone = "prosecuted";
        else log(world, row, "prosecuted", "law enforcement");
      }
    }
    const fullCost = model.legs.cost[leg] * c.capacity[row];
    if (gone === "" && c.capital[row] < 0) gone = "debts";
    const old = world.week - c.born[row] > entryExit.graceWeeks;
    if (gone === "" && model.mechanism.exit && old && c.profit[row] < entryExit.returnOut * fullCost && give < entryExit.exit)
      gone = "low returns";
    if (gone === "" && model.mechanism.retirement && end < retires) gone = "retirement";
    if (isWatched(world, "smuggler", c.uid[row])) {
      const draws = [
        ...drawn("being arrested this week", chance, arrest),
        ...drawn("retiring this week", model.mechanism.retirement ? retires : 0, end),
        ...drawn("giving up this week when returns are low", model.mechanism.exit && old ? entryExit.exit : 0, give),
      ];
      tellStaying(world, row, entryExit.returnOut * fullCost, draws, gone);
    }
    if (gone === "") continue;
    if (gone === "retirement") world.ledger.total.retirements++;
    else if (gone !== "prosecuted") world.ledger.total.exits++;
    log(world, row, "left", gone);
    rows.push(row);
  }
  return rows;
}

/** @param line USD a week of profit below which returns are low @param gone cause, "" when it stays */
function tellStaying(world: World, row: number, line: number, draws: readonly Fact[], gone: string): void {
  tell(world, row, {
    decision: "staying",
    rule: "Leaves when arrested for good, in debt, at returns below a line, or by retirement; by draws.",
    unit: "",
    state: [{ name: "returns are low when profit is below (USD/week)", value: line }, ...draws],
    chosen: gone === "" ? "stay in business" : `leave: ${gone}`,
  });
}

function log(world: World, row: number, event: string, cause: string): void {
  const c = world.smugglers.columns;
  report(world, {
    event,
    role: "smuggler",
    actor: actorName(c.uid[row]),
    place: world.model.labels.leg[c.leg[row]],
    authority: "",
    cause,
    value: c.capital[row],
  });
}

function leave(world: World, row: number): void {
  const c = world.smugglers.columns;
  closeCell(world, row);
  world.ledger.total.exitCapital += c.capital[row];
  world.rowOf.delete(c.uid[row]);
  removeRow(world.smugglers, row);
}

interface Entrant {
  readonly leg: number;
  readonly uid: number;
  readonly level: number;
}

/** Newcomers by leg and slot: the probability follows returns, fear, recruitment and a floor. */
function whoEnters(world: World): Entrant[] {
  const { model } = world;
  if (!model.mechanism.entry) return [];
  const { entryExit: p } = model.smugglers;
  const key = keyFor(world, ENTRY);
  const found: Entrant[] = [];
  const fear = meanFears(world);
  for (let leg = 0; leg < model.legs.count; leg++) {
    const relative = world.legs.columns.returns[leg] / p.returnReference;
    const pull = Math.min(4, relative > 0 ? relative * relative : 0);
    const recruits = world.levers.recruits[model.legs.jurisdiction[leg]];
    const chance = recruits * (p.entryFloor + p.entry * pull * exp(-fear[leg]));
    for (let slot = 0; slot < p.slots; slot++) {
      const uid = smugglerUid(leg, world.week, slot);
      if (uniform(key, uid, 0, 0, 0) >= chance) continue;
      found.push({ leg, uid, level: entrantLevel(world, leg, uid) });
    }
  }
  return found;
}

/**
 * Mean over the smugglers of each leg of the hazard per year that they believe in, by the part of the business that a
 * listing would cost; none where there is nobody to tell.
 */
function meanFears(world: World): Float64Array {
  const { model } = world;
  const { prior, priorWeight } = model.smugglers.perceivedRisk;
  const levels = model.levels.count;
  const mean = new Float64Array(model.legs.count);
  if (!model.mechanism["perceived-risk"]) return mean;
  const c = world.smugglers.columns;
  const sum = new Float64Array(model.legs.count);
  const count = new Int32Array(model.legs.count);
  for (const row of world.active) {
    let events = 0;
    let years = 0;
    for (let at = row * levels; at < (row + 1) * levels; at++) {
      events += c.riskEvents[at];
      years += c.riskYears[at];
    }
    sum[c.leg[row]] += ((priorWeight * prior + events) / (priorWeight + years)) * lossShare(world, row);
    count[c.leg[row]]++;
  }
  for (let leg = 0; leg < mean.length; leg++) if (count[leg] > 0) mean[leg] = sum[leg] / count[leg];
  return mean;
}

/** Newcomers begin near the conduct of the leg, by their own taste. */
function entrantLevel(world: World, leg: number, uid: number): number {
  const { levels } = world.model;
  const key = keyFor(world, ENTRY);
  const norm = world.legs.columns.norm[leg];
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < levels.count; l++) {
    const away = (levels.severity[l] - norm) / ENTRANT_SPREAD;
    const score = gumbel(uniform(key, uid, l + 1, 0, 0)) - away * away;
    if (score > most) {
      most = score;
      best = l;
    }
  }
  return best;
}
const ENTRANT_SPREAD = 0.3;

/** Newcomers inherit what their leg believes about risk. */
function enter(world: World, entrant: Entrant): void {
  const { model } = world;
  const { count } = model.levels;
  const peers = world.active.filter(
    (row) => world.rowOf.has(world.smugglers.columns.uid[row]) && world.smugglers.columns.leg[row] === entrant.leg,
  );
  const median = model.legs.smugglerCapacity[entrant.leg] * model.smugglers.entryExit.entryCapacity;
  const row = addSmuggler(world, entrant.leg, entrant.uid, median, entrant.level, world.week);
  const c = world.smugglers.columns;
  for (let l = 0; l < count && peers.length > 0; l++) {
    let events = 0;
    let years = 0;
    for (const peer of peers) {
      events += c.riskEvents[peer * count + l];
      years += c.riskYears[peer * count + l];
    }
    c.riskEvents[row * count + l] = events / peers.length;
    c.riskYears[row * count + l] = years / peers.length;
  }
  world.ledger.total.entries++;
  log(world, row, "entered", "returns");
}
