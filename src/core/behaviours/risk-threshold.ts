import { exp, logistic } from "../math.ts";
import type { RiskRule } from "../world/behaviour.ts";

/** Loughran et al. 2012: perceived risk deters above roughly 0.3-0.4 only. */
export const riskThreshold: RiskRule = {
  kind: "threshold",
  about: "The hazard is hardly felt while the yearly probability is below a threshold.",
  equations: [
    "felt hazard = h · logistic((1 − exp(−h) − `smugglers.perceivedRisk.threshold`)/`smugglers.perceivedRisk.thresholdWidth`) [Loughran et al. 2012]",
  ],
  felt: (hazard, _loss, _profit, p) => hazard * logistic((1 - exp(-hazard) - p.threshold) / p.thresholdWidth),
};
