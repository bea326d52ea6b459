/** The contracts between the catalogue of decision rules and the phases. */
import type { Entry } from "../catalogue.ts";
import type { Model } from "./model.ts";

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
  /** The option of the most profitable peer seen, whether it does better, and whether the actor is in the mood to copy. */
  peer: number;
  peerBetter: boolean;
  copies: boolean;
}

export interface ConductRule extends Entry {
  choose(review: ConductReview): number;
}

export interface RiskRule extends Entry {
  /** The hazard per year as it is felt, from the believed one, the loss and the yearly profit (USD). */
  felt(hazard: number, loss: number, profit: number, parameters: Model["smugglers"]["perceivedRisk"]): number;
}
