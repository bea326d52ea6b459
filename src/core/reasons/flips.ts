/** What would have changed a choice, found by asking the rule itself: so it holds for any rule. */
import type { Flip, Term } from "../world/witness.ts";

export interface Change {
  readonly option: number;
  readonly change: number;
  readonly to: number;
}

const FIRST = 1e-6;
const LARGEST = 1e9;
const FASTER = 4;
const HALVINGS = 60;

/**
 * The smallest fall of the chosen option's total, and the smallest rise of another's, that make the rule choose otherwise; either
 * may be missing. Halving is enough because what has won keeps winning when it gets still better, under every rule.
 */
export function findChanges(totals: Float64Array, choose: (totals: Float64Array) => number): Change[] {
  const chosen = choose(totals);
  const fall = leastChange(totals, chosen, -1, chosen, choose);
  let rise: Change | undefined;
  for (let o = 0; o < totals.length; o++) {
    if (o === chosen || totals[o] === Number.NEGATIVE_INFINITY) continue;
    const found = leastChange(totals, o, 1, chosen, choose);
    if (found && (rise === undefined || found.change < rise.change)) rise = found;
  }
  return [fall, rise].filter((one) => one !== undefined);
}

function leastChange(
  totals: Float64Array,
  option: number,
  sign: 1 | -1,
  chosen: number,
  choose: (totals: Float64Array) => number,
): Change | undefined {
  const trial = Float64Array.from(totals);
  const choiceAt = (change: number) => {
    trial[option] = totals[option] + sign * change;
    return choose(trial);
  };
  let below = 0;
  let above = FIRST;
  while (choiceAt(above) === chosen) {
    below = above;
    above *= FASTER;
    if (above > LARGEST) return undefined;
  }
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (below + above) / 2;
    if (choiceAt(middle) === chosen) below = middle;
    else above = middle;
  }
  return { option, change: sign * above, to: choiceAt(above) };
}

/** The first of the largest. */
export function largest(totals: Float64Array): number {
  let best = 0;
  for (let o = 1; o < totals.length; o++) if (totals[o] > totals[best]) best = o;
  return best;
}

/** The same with names, and in other units. */
export function flipsOf(
  totals: Float64Array,
  choose: (totals: Float64Array) => number,
  names: readonly string[],
  same: (change: Change) => readonly Term[] = () => [],
): Flip[] {
  return findChanges(totals, choose).map((found) => ({
    option: names[found.option] ?? "",
    change: found.change,
    to: names[found.to] ?? "",
    same: same(found),
  }));
}
