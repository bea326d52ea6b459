import type { RiskRule } from "../world/behaviour.ts";

export const riskBayes: RiskRule = {
  kind: "bayes",
  about: "The believed hazard counts as it is.",
  felt: (hazard) => hazard,
};
