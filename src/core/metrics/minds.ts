import { perWeek } from "../units.ts";
import { believedDanger } from "../world/belief.ts";
import { columnName, type Metric, over, signed, stock } from "../world/metric.ts";
import { believedHazard, lossIfListed } from "../world/risk.ts";
import type { World } from "../world/world.ts";

export const minds: Metric = {
  kind: "minds",
  about: "What actors believe: perceived risk by conduct, norms, danger, support; the deterrence number and the norm gain.",
  columns: (model) => [
    ...model.labels.level.map((level) =>
      stock(
        columnName("perceived_risk", level),
        "per year",
        `believed hazard of being listed for ${level} conduct, mean over smugglers`,
      ),
    ),
    signed(
      stock(
        "deterrence_number",
        "logit",
        "what the believed listing risk adds to the logit between the worst and the mildest conduct",
      ),
    ),
    stock("norm_gain", "factor", "feedback of norms; above 1 the market can tip by itself"),
    stock("norm", "severity", "conduct of peers, mean over legs by passengers", "down"),
    stock("disapproval", "share", "disapproval of abuse, mean over legs by passengers", "up"),
    signed(stock("elasticity", "ln demand per abuse index", "what smugglers have learned of how demand punishes abuse")),
    stock(
      "believed_danger",
      "probability per trip",
      "believed probability of death on legs that end at a destination, mean over communities",
    ),
    stock("support", "share", "public support for the policy"),
  ],
  measure(world, put) {
    const { model } = world;
    const { levels } = model;
    const s = world.smugglers.columns;
    const hazard = new Float64Array(levels.count);
    const mean = new Float64Array(levels.count);
    let deterrence = 0;
    let elasticity = 0;
    let severity = 0;
    let squares = 0;
    const count = world.active.length;
    const { sharpness, peerNorm, disapproval } = model.smugglers.conductReview;
    for (const row of world.active) {
      believedHazard(world, row, hazard);
      for (let l = 0; l < levels.count; l++) mean[l] += hazard[l];
      const revenue = s.capacity[row] * s.price[row];
      deterrence +=
        revenue > 0 ? (sharpness * perWeek(hazard[levels.count - 1] - hazard[0]) * lossIfListed(world, row)) / revenue : 0;
      elasticity += s.elasticity[row];
      const at = levels.severity[s.level[row]];
      severity += at;
      squares += at * at;
    }
    for (let l = 0; l < levels.count; l++) put(over(mean[l], count));
    put(over(deterrence, count));
    const variance = count > 0 ? squares / count - (severity / count) * (severity / count) : Number.NaN;
    put(sharpness * (2 * peerNorm + disapproval) * variance);
    put(weighted(world, world.legs.columns.norm));
    put(weighted(world, world.legs.columns.disapproval));
    put(over(elasticity, count));
    put(danger(world));
    put(world.public.columns.support[0]);
  },
};

/** Mean over legs by smoothed demand. */
function weighted(world: Readonly<World>, values: Float64Array): number {
  const { demand } = world.legs.columns;
  let sum = 0;
  let weight = 0;
  for (let leg = 0; leg < world.model.legs.count; leg++) {
    sum += values[leg] * demand[leg];
    weight += demand[leg];
  }
  return over(sum, weight);
}

function danger(world: Readonly<World>): number {
  const { legs, nodes, communities } = world.model;
  let sum = 0;
  let count = 0;
  for (let leg = 0; leg < legs.count; leg++) {
    if (nodes.destination[legs.to[leg]] === 0) continue;
    for (let k = 0; k < communities.count; k++) {
      sum += believedDanger(world, leg, k);
      count++;
    }
  }
  return over(sum, count);
}
