/** 5b: partners on onward legs: they send each other clients and learn from each other's fate. */
import { stream, uniform } from "../random/stream.ts";
import type { Phase } from "../world/phase.ts";
import { keyFor, type World } from "../world/world.ts";

const FORMATION = stream("forming a tie");
const LOSS = stream("cutting a tie to a listed partner");
const HALF = 0.5;

export const ties: Phase = {
  name: "ties",
  about: "smugglers look for partners on onward legs, nearest in size and conduct first; ties to listed partners may be cut",
  equations: [
    "an empty place for a partner is filled with probability `smugglers.moves.tieFormation` a week; a tie to a known listed partner is cut with probability `smugglers.moves.tieLoss` [assumed]",
    "partner = the onward smuggler with the smallest |severity_i − severity_j| + ½ (1 − smaller/larger size) + u_ij, u_ij a permanent uniform draw of the pair, sizes plus 1 [assumed]",
  ],
  writes: ["smugglers.partner"],
  streams: [FORMATION, LOSS],
  run(world) {
    const { model } = world;
    if (!model.mechanism.ties || model.smugglers.moves.partners === 0) return;
    const c = world.smugglers.columns;
    const slots = world.smugglers.widths.partner;
    const { tieFormation, tieLoss } = model.smugglers.moves;
    const [forming, losing] = [keyFor(world, FORMATION), keyFor(world, LOSS)];
    for (const row of world.active) {
      for (let p = 0; p < slots; p++) {
        const at = row * slots + p;
        const partner = c.partner[at];
        if (partner !== 0) {
          const other = world.rowOf.get(partner);
          if (other === undefined) c.partner[at] = 0;
          else if (
            c.listedBy[other] !== 0 &&
            c.hidden[other] === 0 &&
            uniform(losing, c.uid[row], partner, world.week, 0) < tieLoss
          )
            c.partner[at] = 0;
          continue;
        }
        if (uniform(forming, c.uid[row], p, world.week, 0) < tieFormation) c.partner[at] = findPartner(world, row, p);
      }
    }
  },
};

/** The onward smuggler nearest by trust: like conduct, like size, by a permanent draw of the pair. */
function findPartner(world: World, row: number, slot: number): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const slots = world.smugglers.widths.partner;
  const node = model.legs.to[c.leg[row]];
  const key = keyFor(world, FORMATION);
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of world.active) {
    if (model.legs.from[c.leg[other]] !== node || other === row) continue;
    let known = false;
    for (let p = 0; p < slots; p++) if (p !== slot && c.partner[row * slots + p] === c.uid[other]) known = true;
    if (known || (c.listedBy[other] !== 0 && c.hidden[other] === 0)) continue;
    const size = (c.trailSize[row] + 1) / (c.trailSize[other] + 1);
    const apart = Math.abs(c.trailSeverity[row] - c.trailSeverity[other]) + HALF * Math.abs(size > 1 ? 1 - 1 / size : 1 - size);
    const distance = apart + uniform(key, c.uid[row], c.uid[other], 0, 0);
    if (distance < nearest) {
      nearest = distance;
      best = c.uid[other];
    }
  }
  return best;
}
