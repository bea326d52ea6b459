/** 5c: smugglers review their conduct, staggered; all read the state at the start of the phase. */
import { CONDUCT_RULES, RISK_RULES } from "../behaviours/index.ts";
import { entryOf } from "../catalogue.ts";
import { log } from "../math.ts";
import { stream, uniform } from "../random/stream.ts";
import { tellConduct } from "../reasons/conduct.ts";
import type { ConductReview, Peer } from "../world/behaviour.ts";
import { closeCell } from "../world/cells.ts";
import { createScores, FRESH_TASTE, reputationOf, scoreConduct } from "../world/conduct-score.ts";
import { CONDUCT_TASTE } from "../world/create.ts";
import type { Phase } from "../world/phase.ts";
import { isWatched } from "../world/witness.ts";
import { keyFor, type World } from "../world/world.ts";

const PEERS = stream("peers seen at a conduct review");
const COPYING = stream("mood to copy a peer");
const YOUNG_WEEKS = 4;
/** Evidence on elasticity counts per squared change of belief of this size, abuse index: assumed. */
const USUAL_CHANGE = 0.1;
const STEEPEST = 10;
const FORGETTING = 0.98;

export const conduct: Phase = {
  name: "conduct",
  about: "each smuggler weighs conduct and concealment: fares, ransom, cost, perceived risk, norms, tastes",
  equations: [
    "U_o = `smugglers.conductReview.sharpness` · Σ of ten terms, each a share of full revenue R (usable capacity · (fare + worth of an arrival in a compound)) @world/conduct-score.ts [own]",
    "fares and ransom: q · fare · collected + q · (P(ransom) · `conduct.*.ransom` · yield + P(sale) · `conduct.*.resale`); costs: −q · (trip + fees + `conduct.*.guards` + interception loss); compounds: q · P(arrives) · worth of an arrival @world/conduct-score.ts [own]",
    "q = min(capacity · (1 − friction) · services, demand · exp(−clamp(η · (abuse_l(1 − hidden) − reputation) + `smugglers.operations.deathElasticity` · Δ death, −3, 3))) @world/conduct-score.ts [constant semi-elasticity, assumed]",
    "perceived risk: −felt hazard of the class it would be assessed as / 52 · loss; the off-ramp + delistings/(1 + listed years) · friction · profit · `smugglers.listing.horizon`, for mild conduct of the listed @world/conduct-score.ts [own]",
    "believed hazard: h_l = (w₀ h_{l−1} + events_l) / (w₀ + years_l), h_{−1} = `smugglers.perceivedRisk.prior`, w₀ = `smugglers.perceivedRisk.priorWeight`, and h_l ≥ h_{l−1} @world/risk.ts [posterior mean of a gamma-Poisson model; hierarchy own]",
    "loss = reach_freeze · (1 − bound) · exposure · capital + F · max(0, 1 − friction/F) · 52 · profit · `smugglers.listing.horizon` / (1 + 0.5 · evasion), F = `smugglers.listing.friction` · reach_travel · (f + (1 − f) · exposure), f = `smugglers.listing.frictionWithoutAssets` @world/risk.ts [assumed]",
    "norm: −`smugglers.conductReview.peerNorm` · (severity_l − norm)²; disapproval: −`smugglers.conductReview.disapproval` · disapproval · told severity; concealment: −`smugglers.conductReview.concealmentCost`; change: −`smugglers.conductReview.switching` @world/conduct-score.ts [assumed]",
    "tastes: `smugglers.conductReview.permanentTaste` · G(i, option) + `smugglers.conductReview.freshTaste` · G(i, option, week), added after sharpness @world/conduct-score.ts [random utility; McFadden 1974]",
    "η = clamp((w x₀² η₀ + Σ x y) / (w x₀² + Σ x²), 0, 10), x the change of reputation since the last review, y the fall of ln(own demand / demand of the leg), old sums · 0.98, η₀ = `smugglers.conductReview.elasticity`, w = `smugglers.conductReview.elasticityWeight`, x₀ = 0.1 [recursive least squares with a prior]",
    "reviewed every `smugglers.conductReview.reviewWeeks` weeks, staggered by identity, not in the first 4 weeks; all read the state at the start of the phase [assumed]",
  ],
  writes: [
    "smugglers.level",
    "smugglers.conceal",
    "smugglers.elasticity",
    "smugglers.sumXX",
    "smugglers.sumXY",
    "smugglers.lastBelief",
    "smugglers.lastDemand",
    "smugglers.cellTrips",
    "smugglers.cellHarm",
    "smugglers.cellSeen",
  ],
  streams: [CONDUCT_TASTE, FRESH_TASTE, PEERS, COPYING],
  run(world) {
    const { model } = world;
    const { conductReview: p } = model.smugglers;
    const c = world.smugglers.columns;
    const rule = entryOf(CONDUCT_RULES, p.rule);
    const risk = entryOf(RISK_RULES, model.smugglers.perceivedRisk.rule);
    const scores = createScores(model.levels.count);
    const taste = new Float64Array(scores.options);
    const chosen = new Int16Array(world.active.length).fill(-1);
    world.active.forEach((row, i) => {
      if (!isDue(world, row, world.week)) return;
      learnElasticity(world, row);
      if (!model.mechanism["conduct-choice"]) return;
      scoreConduct(world, row, risk, scores);
      for (let o = 0; o < scores.options; o++) taste[o] = scores.permanent[o] + scores.fresh[o];
      const review = reviewOf(world, row, scores.options, scores.utility, taste);
      chosen[i] = rule.choose(review);
      if (isWatched(world, "smuggler", c.uid[row])) tellConduct(world, row, rule, review, scores);
    });
    world.active.forEach((row, i) => {
      const option = chosen[i];
      if (option < 0 || option === c.level[row] * 2 + c.conceal[row]) return;
      closeCell(world, row);
      c.level[row] = option >> 1;
      c.conceal[row] = option & 1;
      world.ledger.total.conductChanges++;
    });
  },
};

/** Whether a smuggler reviews its conduct in a week: staggered, and not in its first weeks. */
function isDue(world: World, row: number, week: number): boolean {
  const { uid, born } = world.smugglers.columns;
  return (week + uid[row]) % world.model.smugglers.conductReview.reviewWeeks === 0 && week - born[row] >= YOUNG_WEEKS;
}

/** What the rule of an actor sees. */
function reviewOf(world: World, row: number, count: number, utility: Float64Array, taste: Float64Array): ConductReview {
  const { conductReview: p } = world.model.smugglers;
  const c = world.smugglers.columns;
  return {
    count,
    utility,
    taste,
    sharpness: p.sharpness,
    current: c.level[row] * 2 + c.conceal[row],
    aspiration: p.aspiration,
    ...(p.rule === "imitation" ? { peer: peerOf(world, row) } : {}),
  };
}

function peerOf(world: World, row: number): Peer {
  const c = world.smugglers.columns;
  const best = bestPeer(world, row);
  return {
    conduct: best < 0 ? -1 : c.level[best] * 2 + c.conceal[best],
    profit: best < 0 ? Number.NaN : profitRate(world, best),
    own: profitRate(world, row),
    mood: uniform(keyFor(world, COPYING), c.uid[row], 0, world.week, 0),
    copiesBelow: world.model.smugglers.conductReview.imitation,
  };
}

function profitRate(world: World, row: number): number {
  const c = world.smugglers.columns;
  return c.capacity[row] > 0 ? c.profit[row] / c.capacity[row] : 0;
}

/** The most profitable of a few peers on the same leg; drawn by pairs, so that one more peer disturbs nobody else's. */
function bestPeer(world: World, row: number): number {
  const c = world.smugglers.columns;
  const key = keyFor(world, PEERS);
  const seen = world.model.smugglers.conductReview.peersSeen;
  const peers: { row: number; draw: number }[] = [];
  for (const other of world.active) {
    if (other !== row && c.leg[other] === c.leg[row])
      peers.push({ row: other, draw: uniform(key, c.uid[row], c.uid[other], world.week, 0) });
  }
  peers.sort((x, y) => x.draw - y.draw);
  let best = -1;
  for (const peer of peers.slice(0, seen)) if (best < 0 || profitRate(world, peer.row) > profitRate(world, best)) best = peer.row;
  return best;
}

/** How demand moved against reputation since the last review, relative to the leg: recursive least squares with a prior. */
function learnElasticity(world: World, row: number): void {
  const { model } = world;
  const { conductReview: p } = model.smugglers;
  const c = world.smugglers.columns;
  const belief = reputationOf(world, row);
  const demand = log(Math.max(1e-3, c.demand[row])) - log(Math.max(1e-3, world.legs.columns.demand[c.leg[row]]));
  if (model.mechanism["elasticity-learning"] && !Number.isNaN(c.lastBelief[row])) {
    const x = belief - c.lastBelief[row];
    const y = c.lastDemand[row] - demand;
    c.sumXX[row] = FORGETTING * c.sumXX[row] + x * x;
    c.sumXY[row] = FORGETTING * c.sumXY[row] + x * y;
    const prior = p.elasticityWeight * USUAL_CHANGE * USUAL_CHANGE;
    c.elasticity[row] = Math.min(STEEPEST, Math.max(0, (prior * p.elasticity + c.sumXY[row]) / (prior + c.sumXX[row])));
  }
  c.lastBelief[row] = belief;
  c.lastDemand[row] = demand;
}
