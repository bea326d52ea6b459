import type { ConductRule } from "../world/behaviour.ts";

export const conductSatisficing: ConductRule = {
  kind: "satisficing",
  about: "Stays while the return is good enough; else takes the first option, in the order of its taste, that is; else the best.",
  equations: [
    "stays when U_current ≥ A = `smugglers.conductReview.aspiration` · `smugglers.conductReview.sharpness`; else the option with U_o ≥ A that it likes best; else the largest U_o [Simon 1955]",
  ],
  choose({ count, utility, taste, sharpness, current, aspiration }) {
    const enough = aspiration * sharpness;
    if (utility[current] >= enough) return current;
    let chosen = -1;
    for (let o = 0; o < count; o++) {
      if (utility[o] >= enough && (chosen < 0 || taste[o] > taste[chosen])) chosen = o;
    }
    if (chosen >= 0) return chosen;
    let best = 0;
    for (let o = 1; o < count; o++) if (utility[o] > utility[best]) best = o;
    return best;
  },
};
