import { exp, log } from "../math.ts";
import type { RiskRule } from "../world/behaviour.ts";

const CERTAIN = 0.999999;

/** Bordalo et al., as used by NarcoLogic: the more salient of two states gets full weight, the other the weight `salience`. */
export const riskSalience: RiskRule = {
  kind: "salience",
  about: "The state that differs more from the average draws attention: large losses are overweighted, small ones ignored.",
  equations: [
    "felt hazard = −ln(1 − min(0.999999, weight)); p = 1 − exp(−h), m = profit − p · loss, salience(x) = |x − m| / (|x| + |m| + 1), δ = `smugglers.perceivedRisk.salience`; weight = p/(p + δ(1 − p)) if the loss is the more salient, else δp/(δp + 1 − p) [Bordalo et al. 2012, as in Magliocca et al. 2019]",
  ],
  felt(hazard, loss, profit, p) {
    const probability = 1 - exp(-hazard);
    const mean = profit - probability * loss;
    const salience = (x: number) => Math.abs(x - mean) / (Math.abs(x) + Math.abs(mean) + 1);
    const hit = salience(profit - loss) >= salience(profit);
    const weight = hit
      ? probability / (probability + p.salience * (1 - probability))
      : (p.salience * probability) / (p.salience * probability + (1 - probability));
    return -log(1 - Math.min(CERTAIN, weight));
  },
};
