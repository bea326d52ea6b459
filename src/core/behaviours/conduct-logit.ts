import type { ConductRule } from "../world/behaviour.ts";

export const conductLogit: ConductRule = {
  kind: "logit",
  about: "The best option by profit, risk, norm and taste; permanent tastes dominate fresh noise.",
  equations: [
    "chooses argmax over options of U_o + permanent taste + fresh taste [random utility; McFadden 1974; tastes mostly permanent, own]",
  ],
  choose({ count, utility, taste }) {
    let best = 0;
    for (let o = 1; o < count; o++) if (utility[o] + taste[o] > utility[best] + taste[best]) best = o;
    return best;
  },
};
