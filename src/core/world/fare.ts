/** Fares by nationality. */
import { exp, log } from "../math.ts";
import type { World } from "./world.ts";

/** Fills in the fare factor of every community on every leg: fares follow the means of a nationality. */
export function fillFareFactors(world: World, factors: Float64Array): void {
  const { model } = world;
  const { legs, communities } = model;
  const share = model.smugglers.pricing.discrimination;
  factors.fill(1);
  if (!model.mechanism["price-discrimination"] || share === 0) return;
  const { means } = world.legCommunities.columns;
  for (let leg = 0; leg < legs.count; leg++) {
    // strangers to the leg are no measure of its passengers
    let sum = 0;
    let passing = 0;
    for (let k = 0; k < communities.count; k++) {
      const at = leg * communities.count + k;
      if (legs.onTheWay[at] === 0) continue;
      sum += means[at];
      passing++;
    }
    const mean = sum / Math.max(1, passing);
    for (let k = 0; k < communities.count; k++) {
      const ratio = mean > 0 ? means[leg * communities.count + k] / mean : 1;
      factors[leg * communities.count + k] = Math.min(DEAREST, Math.max(CHEAPEST, exp(share * log(Math.max(CHEAPEST, ratio)))));
    }
  }
}

/** Bounds of discrimination: evidence reports 3 to 8 between dearest and cheapest on a route. */
const CHEAPEST = 0.35;
const DEAREST = 3;
