/** Which group each smuggler of a pair of runs is in, window by window: the same in both worlds, and never from the future. */
import type { Carried } from "./carried.ts";
import { GROUPS, type Group } from "./parts.ts";

const place = (group: Group): number => GROUPS.indexOf(group);

export interface Groups {
  /** Number, in this pair, of each smuggler of a run. */
  readonly of: (run: Carried) => Int32Array;
  readonly count: number;
  /** Position in `GROUPS` at the start of a window. */
  readonly group: (smuggler: number, window: number) => number;
  /** Position in `GROUPS` of one who was never designated while either run lasted; undefined for others. Knows the future. */
  readonly neverDesignated: (smuggler: number) => number | undefined;
}

/**
 * Designated: on a list in either run before the window, and from then on; being taken off it does not undo what it did.
 * Entrants: entered on `newcomersFrom` or later, which is the first date on which the strategies differ, or earlier: until
 * then there is no difference to split.
 */
export function groupsOf(base: Carried, treated: Carried, newcomersFrom: string): Groups {
  const numbers = new Map<string, number>();
  const since: number[] = [];
  const undesignated: number[] = [];
  const numbersOf = (run: Carried) =>
    Int32Array.from(run.smugglers, ({ uid, entered }) => {
      const known = numbers.get(uid);
      if (known !== undefined) return known;
      numbers.set(uid, since.length);
      since.push(Math.min(base.designated.get(uid) ?? Infinity, treated.designated.get(uid) ?? Infinity));
      return undesignated.push(place(entered !== "" && entered >= newcomersFrom ? "entrant" : "incumbent")) - 1;
    });
  const both = new Map([base, treated].map((run) => [run, numbersOf(run)]));
  return {
    of: (run) => both.get(run) as Int32Array,
    count: since.length,
    group: (smuggler, window) =>
      window >= (since[smuggler] as number) ? place("designated") : (undesignated[smuggler] as number),
    neverDesignated: (smuggler) => (since[smuggler] === Infinity ? undesignated[smuggler] : undefined),
  };
}
