import type { ConductRule } from "../world/behaviour.ts";

export const conductImitation: ConductRule = {
  kind: "imitation",
  about: "Now and then copies the most profitable of a few peers on the same leg, if it does better.",
  choose({ current, peer }) {
    if (peer === undefined || peer.conduct < 0 || peer.mood >= peer.copiesBelow) return current;
    return peer.profit > peer.own ? peer.conduct : current;
  },
};
