/** A discovery with all that is needed to tell of it. */
import { type Dimension, valueAt } from "../../designs/index.ts";
import type { Discovery } from "./discover.ts";

export interface Sought {
  /** Completes "the cases in which ...": "lists does worse than none (deaths, 5 years)". */
  readonly cases: string;
  readonly dimensions: readonly Dimension[];
  readonly found: Discovery;
  /** From `byChance`; NaN when that was not asked. */
  readonly chance: number;
}

/** A value of a list; its default may stand outside the list. */
export function labelOf(dimension: Dimension | undefined, at: number): string {
  return String((dimension && valueAt(dimension, at)) ?? "as in the file");
}
