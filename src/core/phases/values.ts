/** 6b: what each node is worth to each community: softmax-weighted means over onward legs, so displacement can start far upstream. */
import { exp } from "../math.ts";
import { believedDanger, believedInterception, legReputation } from "../world/belief.ts";
import { paidOn, promiseOf } from "../world/compound.ts";
import { fillFareFactors } from "../world/fare.ts";
import { means } from "../world/person.ts";
import type { Phase } from "../world/phase.ts";
import type { World } from "../world/world.ts";

const CLOSED = 4;
const FIRST_SWEEPS = 24;
const SWEEPS = 3;
const NOWHERE = -50;

export const values: Phase = {
  name: "values",
  about: "onward value, cheapest fare and fear of every node for every community, from beliefs and mean fares",
  equations: [
    "v_leg = V(end of leg) − (`migrants.price` · mean fare · factor / means + danger + abuse + `migrants.interception` · believed interception + `migrants.time` · `legs.*.weeks` + 4 if nobody sails) + promised wage [linear utility; assumed]",
    "V(node) = Σ w v_leg / Σ w, w = exp(v_leg/`migrants.routeNoise`); V(destination) = `communities.*.attraction`; 3 sweeps a week, 24 in the first [softmax-weighted mean]",
    "danger = `migrants.danger` · believed death; abuse = `migrants.abuse` · believed abuse [assumed]",
    "believed death = (w d₀ + deaths)/(w + trips), w = `beliefs.priorDanger`, d₀ = min(1, true order of magnitude · exp(`communities.*.dangerBias`)); believed interception likewise, from `legs.*.interception` of the first week @world/belief.ts [posterior mean of a beta-binomial model]",
    "believed abuse of a leg = (w · 0.3 + abuse)/(w + trips), of a smuggler = (w · that of its leg + abuse_i)/(w + trips_i), w = `beliefs.priorConduct` @world/belief.ts [shrinkage to the leg; prior assumed]",
    "fare factor of a community = clamp(max(0.35, mean means of its applicants / mean over communities)^`smugglers.pricing.discrimination`, 0.35, 3) @world/fare.ts [bounds by evidence]",
    "promised wage: `compounds.promiseWeight` · `compounds.promisedWage` / 100 · (1 − believed abuse), or · share truly paid when deception is off @world/compound.ts [assumed]",
  ],
  writes: ["places.value", "places.cheapest", "places.fear"],
  streams: [],
  run(world) {
    const { model } = world;
    const { legs, nodes, communities } = model;
    refreshOutlook(world);
    const own = new Float64Array(legs.count);
    const fear = new Float64Array(legs.count);
    const fare = new Float64Array(legs.count);
    const place = world.places.columns;
    for (let k = 0; k < communities.count; k++) {
      for (let leg = 0; leg < legs.count; leg++) legCost(world, leg, k, own, fear, fare);
      if (world.week === 0) for (let n = 0; n < nodes.count; n++) place.value[n * communities.count + k] = NOWHERE;
      const sweeps = world.week === 0 ? FIRST_SWEEPS : SWEEPS;
      for (let sweep = 0; sweep < sweeps; sweep++) {
        for (let n = 0; n < nodes.count; n++) valueOfNode(world, n, k, own, fear, fare);
      }
    }
  },
};

function refreshOutlook(world: World): void {
  const { outlook } = world;
  const { legs, communities } = world.model;
  fillFareFactors(world, outlook.fareFactor);
  for (let leg = 0; leg < legs.count; leg++) {
    for (let k = 0; k < communities.count; k++) {
      const at = leg * communities.count + k;
      outlook.danger[at] = believedDanger(world, leg, k);
      outlook.interception[at] = believedInterception(world, leg, k);
      outlook.reputation[at] = legReputation(world, leg, k);
    }
  }
}

/** Cost of a leg in utils for the median person of a community; fear is the part that risk aversion scales. */
function legCost(world: World, leg: number, k: number, own: Float64Array, fear: Float64Array, fare: Float64Array): void {
  const { model, outlook } = world;
  const { communities, legs, migrants: p, mechanism } = model;
  const at = leg * communities.count + k;
  const danger = mechanism["danger-deters"] ? p.danger * outlook.danger[at] : 0;
  const abuse = mechanism.reputation ? p.abuse * outlook.reputation[at] : 0;
  const can = means(world, communities.cash[k], communities.credit[k]);
  const price = world.legs.columns.meanPrice[leg] * outlook.fareFactor[at];
  const closed = world.legs.columns.capacity[leg] > 0 ? 0 : CLOSED;
  fear[leg] = danger + abuse;
  fare[leg] = price;
  own[leg] = (p.price * price) / can + fear[leg] + p.interception * outlook.interception[at] + p.time * legs.weeks[leg] + closed;
  if (legs.compound[leg] === 1) own[leg] -= promiseOf(world, leg, outlook.reputation[at], paidOn(world, leg));
}

function valueOfNode(world: World, n: number, k: number, own: Float64Array, fear: Float64Array, fare: Float64Array): void {
  const { model } = world;
  const { legs, communities, migrants: p, mechanism } = model;
  const place = world.places.columns;
  const count = communities.count;
  const at = n * count + k;
  if (n === communities.destination[k]) {
    place.value[at] = communities.attraction[k];
    place.cheapest[at] = 0;
    place.fear[at] = 0;
    return;
  }
  const leaving = legs.leaving[n];
  let top = Number.NEGATIVE_INFINITY;
  for (const leg of leaving) top = Math.max(top, beyond(world, leg, k, mechanism["onward-values"]) - own[leg]);
  if (leaving.length === 0 || top <= NOWHERE * 2) {
    place.value[at] = NOWHERE;
    return;
  }
  let weights = 0;
  let value = 0;
  let fears = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  for (const leg of leaving) {
    const v = beyond(world, leg, k, mechanism["onward-values"]) - own[leg];
    const w = exp((v - top) / p.routeNoise);
    weights += w;
    value += w * v;
    fears += w * fear[leg];
    if (fare[leg] < cheapest) cheapest = fare[leg];
  }
  place.value[at] = value / weights;
  place.fear[at] = fears / weights;
  place.cheapest[at] = cheapest;
}

/** Value of where a leg leads; without foresight, the destination's value wherever a path exists. */
function beyond(world: World, leg: number, k: number, foresight: boolean): number {
  const { communities, legs } = world.model;
  const value = world.places.columns.value[legs.to[leg] * communities.count + k];
  return foresight || value <= NOWHERE ? value : communities.attraction[k];
}
