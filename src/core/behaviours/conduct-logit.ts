import type { ConductRule } from "../world/behaviour.ts";

export const conductLogit: ConductRule = {
  kind: "logit",
  about: "The best option by profit, risk, norm and taste; permanent tastes dominate fresh noise.",
  choose({ count, utility, taste }) {
    let best = 0;
    for (let o = 1; o < count; o++) if (utility[o] + taste[o] > utility[best] + taste[best]) best = o;
    return best;
  },
};
