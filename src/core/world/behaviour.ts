/** The contracts between the catalogue of decision rules and the phases. */
import type { Entry } from "../catalogue.ts";
import type { Model } from "./model.ts";
import type { Equation } from "./phase.ts";

/** One actor's conduct review, as its rule sees it. Options are conduct x (open, concealed). */
export interface ConductReview {
  count: number;
  /** Sharpness times (profit share - risk - norms - switching), by option. */
  utility: Float64Array;
  /** Permanent and fresh taste, by option. */
  taste: Float64Array;
  sharpness: number;
  current: number;
  aspiration: number;
  /** What it sees of others; missing under rules that look at nobody. */
  peer?: Peer;
}

/** The most profitable of the peers that an actor sees, and whether it is in the mood to copy. */
export interface Peer {
  /** Option; -1 when nobody is seen. */
  readonly conduct: number;
  /** USD a week per seat, the peer's and the actor's own. */
  readonly profit: number;
  readonly own: number;
  /** Draw in (0, 1); it copies when it is below `copiesBelow`. */
  readonly mood: number;
  readonly copiesBelow: number;
}

export interface ConductRule extends Entry {
  readonly equations: readonly Equation[];
  choose(review: ConductReview): number;
}

export interface RiskRule extends Entry {
  readonly equations: readonly Equation[];
  /** The hazard per year as it is felt, from the believed one, the loss and the yearly profit (USD). */
  felt(hazard: number, loss: number, profit: number, parameters: Model["smugglers"]["perceivedRisk"]): number;
}
