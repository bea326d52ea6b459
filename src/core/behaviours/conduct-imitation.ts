import type { ConductRule } from "../world/behaviour.ts";

export const conductImitation: ConductRule = {
  kind: "imitation",
  about: "Now and then copies the most profitable of a few peers on the same leg, if it does better.",
  equations: [
    "copies the most profitable (profit per seat) of `smugglers.conductReview.peersSeen` peers of the leg drawn at random, if it earns more, when u < `smugglers.conductReview.imitation`; else stays [assumed]",
  ],
  choose({ current, peer }) {
    if (peer === undefined || peer.conduct < 0 || peer.mood >= peer.copiesBelow) return current;
    return peer.profit > peer.own ? peer.conduct : current;
  },
};
