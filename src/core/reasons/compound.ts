/** Why an organiser keeps, ransoms, sells or lets go of somebody in its compound, and why that person tries to get out or stays. */
import { actorName, migrantName } from "../world/identity.ts";
import type { Option } from "../world/witness.ts";
import type { World } from "../world/world.ts";
import { tell } from "./business.ts";
import { flipsOf, largest } from "./flips.ts";

/** What can become of somebody who is kept, in the order in which equals are taken. */
export const FATES = ["ransom", "let go", "keep", "sell"] as const;
export type Fate = (typeof FATES)[number];

/** Worth of each, USD, in the order of FATES; without a claim to ransom or a bid that way is not open (minus infinity). */
export type FateWorths = Float64Array;

/** The best of what is open; the first of equals. */
export function bestFate(worths: FateWorths): number {
  return largest(worths);
}

/** @param output,costs of keeping over the span that is counted on, USD; costs below 0 @param bidder row; -1 nobody */
export interface KeepingReview {
  readonly person: number;
  readonly keeper: number;
  readonly worths: FateWorths;
  readonly output: number;
  readonly costs: number;
  readonly weeks: number;
  readonly asked: boolean;
  readonly bidder: number;
  readonly chosen: Fate;
}

export function tellKeeping(world: World, review: KeepingReview): void {
  const { person, keeper, worths, output, costs, weeks, asked, bidder, chosen } = review;
  const c = world.migrants.columns;
  const s = world.smugglers.columns;
  const names = FATES.map((fate) => (fate === "sell" && bidder >= 0 ? `sell to ${actorName(s.uid[bidder])}` : fate));
  const options = names.flatMap((name, i): Option[] => {
    const total = worths[i] as number;
    if (total === Number.NEGATIVE_INFINITY) return [];
    const terms =
      FATES[i] === "keep"
        ? [
            { name: "what the person will bring in", value: output },
            { name: "food, room, guards and pay", value: costs },
          ]
        : [];
    return [{ name, terms, total }];
  });
  tell(world, keeper, {
    decision: "keeping",
    rule: "The largest total wins; of equals ransom before letting go, keeping and selling. Ransom is asked once.",
    unit: "USD",
    state: [
      { name: "person", value: migrantName(c.uid[person]) },
      { name: "in the compound for (weeks)", value: weeks },
      { name: "was asked for ransom before", value: asked ? "yes" : "no" },
    ],
    options,
    before: "keep",
    chosen: names[FATES.indexOf(chosen)] ?? chosen,
    flips: flipsOf(worths, bestFate, names),
    flipsHold: "found by comparing totals, as the choice does, with bids as they were",
  });
}

export interface EscapeReview {
  /** Utils of freedom, and of the fear of being caught, each by its chance. */
  readonly gain: number;
  readonly fear: number;
  readonly chance: number;
  readonly draw: number;
  readonly chosen: "stay" | "try, and get out" | "try, and be caught";
}

export function tellEscape(world: World, person: number, { gain, fear, chance, draw, chosen }: EscapeReview): void {
  const c = world.migrants.columns;
  const keeper = world.rowOf.get(c.creditor[person]);
  const names = ["stay", "try"];
  world.witness?.hear({
    role: "migrant",
    uid: c.uid[person],
    decision: "escape",
    rule: "Tries when freedom, by its chance, outweighs the fear of punishment; a draw tells whether it gets out.",
    unit: "utils",
    state: [
      { name: "kept by", value: keeper === undefined ? "nobody" : actorName(world.smugglers.columns.uid[keeper]) },
      { name: "aversion to risk", value: c.risk[person] },
      { name: "chance of getting out", value: chance },
      { name: "draw for getting out: below the chance it happens", value: draw },
    ],
    options: [
      { name: "stay", terms: [{ name: "punishment that is avoided, by its chance", value: fear }], total: fear },
      { name: "try", terms: [{ name: "freedom, by its chance", value: gain }], total: gain },
    ],
    before: "stay",
    chosen,
    flips: flipsOf(Float64Array.of(fear, gain), largest, names),
    flipsHold: "found by comparing totals, as the choice does; they say whether it tries, not whether it gets out",
  });
}
