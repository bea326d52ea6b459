/** 5a: what others can see of a smuggler, and the leg averages that all reviews of this step read. */
import type { Phase } from "../world/phase.ts";
import { reportedHarm, shownSeverity } from "../world/seen.ts";
import { gainOf, type World } from "../world/world.ts";

export const trailing: Phase = {
  name: "trailing",
  about: "trailing conduct, friction and learned evasion of each smuggler; averages of each leg, once per step",
  equations: [
    "x̃′ = x̃ + (x − x̃)/τ: passengers, revenue, shown severity, reported harm per trip with τ = `smugglers.smoothing.trailing`; what authority a knows follows that with τ = `authorities.*.ageWeeks` [exponential smoothing; age of intelligence, own]",
    "shown severity = `conduct.*.severity` · (1 − `smugglers.conductReview.concealment` if concealed) @world/seen.ts [assumed]",
    "reported harm per trip = Σ_h `harms.*.weight` · `harms.*.reported` · `conduct.*.harms.*` · (1 − concealed share) @world/seen.ts [weights and reporting by source]",
    "evasion′ = evasion + e · friction/`smugglers.listing.friction`; friction′ = friction · (1 − e), e = `smugglers.listing.evasionLearning` [assumed]",
    "mean fare and mean cost of a leg: means weighted by usable capacity; markup smoothed over `smugglers.smoothing.markup` within 0.15 to 2.5; without capacity the mean fare returns to `legs.*.price` by `smugglers.pricing.anchor` a week [own]",
    "returns of a leg: Σ profit / Σ (capacity · `legs.*.cost`), smoothed over `smugglers.smoothing.returns`; `smugglers.entryExit.returnReference` where nobody works [own]",
  ],
  writes: [
    "smugglers.trailSeverity",
    "smugglers.trailHarm",
    "smugglers.trailSize",
    "smugglers.trailRevenue",
    "smugglers.knownSeverity",
    "smugglers.knownHarm",
    "smugglers.knownSize",
    "smugglers.knownRevenue",
    "smugglers.friction",
    "smugglers.evasion",
    "legs.meanPrice",
    "legs.meanCost",
    "legs.markup",
    "legs.utilisation",
    "legs.demand",
    "legs.returns",
    "legs.offers",
    "legs.capacity",
  ],
  streams: [],
  run(world) {
    watchSmugglers(world);
    averageLegs(world);
  },
};

function watchSmugglers(world: World): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const { smoothing, listing } = model.smugglers;
  const gain = gainOf(smoothing.trailing);
  const learns = model.mechanism["evasion-learning"];
  const { count, ageWeeks } = model.authorities;
  const harm = Float64Array.from({ length: model.levels.count * 2 }, (_, i) => reportedHarm(world, i >> 1, i & 1));
  for (const row of world.active) {
    const level = c.level[row];
    const conceal = c.conceal[row];
    c.trailSize[row] += gain * (c.served[row] - c.trailSize[row]);
    c.trailRevenue[row] += gain * (c.revenue[row] - c.trailRevenue[row]);
    c.trailSeverity[row] += gain * (shownSeverity(world, level, conceal) - c.trailSeverity[row]);
    c.trailHarm[row] += gain * (harm[level * 2 + conceal] - c.trailHarm[row]);
    for (let a = 0; a < count; a++) {
      const at = row * count + a;
      const fresh = gainOf(ageWeeks[a]);
      c.knownSeverity[at] += fresh * (c.trailSeverity[row] - c.knownSeverity[at]);
      c.knownHarm[at] += fresh * (c.trailHarm[row] - c.knownHarm[at]);
      c.knownSize[at] += fresh * (c.trailSize[row] - c.knownSize[at]);
      c.knownRevenue[at] += fresh * (c.trailRevenue[row] - c.knownRevenue[at]);
    }
    if (c.friction[row] > 0 && learns) {
      c.evasion[row] += listing.evasionLearning * (c.friction[row] / listing.friction);
      c.friction[row] *= 1 - listing.evasionLearning;
    }
  }
}

function averageLegs(world: World): void {
  const { model } = world;
  const c = world.smugglers.columns;
  const g = world.legs.columns;
  const legs = model.legs.count;
  const { smoothing, pricing } = model.smugglers;
  const sums = {
    price: new Float64Array(legs),
    cost: new Float64Array(legs),
    weight: new Float64Array(legs),
    demand: new Float64Array(legs),
    offers: new Float64Array(legs),
    profit: new Float64Array(legs),
    scale: new Float64Array(legs),
  };
  for (const row of world.active) {
    const leg = c.leg[row];
    const weight = c.available[row];
    sums.price[leg] += c.price[row] * weight;
    sums.cost[leg] += c.marginalCost[row] * weight;
    sums.weight[leg] += weight;
    sums.demand[leg] += c.demand[row];
    if (weight > 0) sums.offers[leg]++;
    sums.profit[leg] += c.profit[row];
    sums.scale[leg] += c.capacity[row] * model.legs.cost[leg];
  }
  const keepMarkup = gainOf(smoothing.markup);
  const keepReturns = gainOf(smoothing.returns);
  for (let leg = 0; leg < legs; leg++) {
    const weight = sums.weight[leg];
    g.capacity[leg] = weight;
    g.offers[leg] = sums.offers[leg];
    g.demand[leg] = sums.demand[leg];
    if (weight > 0) {
      g.meanPrice[leg] = sums.price[leg] / weight;
      g.meanCost[leg] = sums.cost[leg] / weight;
      g.utilisation[leg] = Math.min(USELESS, sums.demand[leg] / weight);
      const markup = Math.min(HIGHEST_MARKUP, Math.max(LOWEST_MARKUP, g.meanPrice[leg] / g.meanCost[leg] - 1));
      g.markup[leg] += keepMarkup * (markup - g.markup[leg]);
    } else {
      g.meanPrice[leg] += pricing.anchor * (model.legs.price[leg] - g.meanPrice[leg]);
    }
    const returns = sums.scale[leg] > 0 ? sums.profit[leg] / sums.scale[leg] : model.smugglers.entryExit.returnReference;
    g.returns[leg] += keepReturns * (returns - g.returns[leg]);
  }
}

/** Bounds of smoothed ratios, so that one odd week cannot poison them (model notes, section 2). */
const USELESS = 5;
const LOWEST_MARKUP = 0.15;
const HIGHEST_MARKUP = 2.5;
