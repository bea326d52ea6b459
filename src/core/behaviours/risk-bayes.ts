import type { RiskRule } from "../world/behaviour.ts";

export const riskBayes: RiskRule = {
  kind: "bayes",
  about: "The believed hazard counts as it is.",
  equations: ["felt hazard = believed hazard [expected loss]"],
  felt: (hazard) => hazard,
};
