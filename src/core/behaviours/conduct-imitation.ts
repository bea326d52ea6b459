import type { ConductRule } from "../world/behaviour.ts";

export const conductImitation: ConductRule = {
  kind: "imitation",
  about: "Now and then copies the most profitable of a few peers on the same leg, if it does better.",
  choose({ current, peer, peerBetter, copies }) {
    return copies && peerBetter ? peer : current;
  },
};
