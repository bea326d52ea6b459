/** Numbers of pieces that lie in a store. */
import { type Plan, pieceKeys } from "../../experiment/plan.ts";
import type { PieceNumbers } from "../../experiment/readings-of.ts";
import { numbersIn } from "./piece-numbers.ts";
import type { Store } from "./store.ts";

export function storedNumbers(plan: Plan, store: Store): PieceNumbers {
  const keysOf = pieceKeys(plan);
  return (trial, piece, name) => {
    const key = keysOf(trial)[piece];
    return key !== undefined && store.has(key) ? numbersIn(store.read(key), name) : undefined;
  };
}
