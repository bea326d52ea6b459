/** Why a smuggler asks its fare, grows or shrinks, sails as it does, pays for a service, moves, takes a new name or leaves. */
import { actorName } from "../world/identity.ts";
import type { Decision, Fact, Flip, Option, Term } from "../world/witness.ts";
import type { World } from "../world/world.ts";
import { flipsOf, largest } from "./flips.ts";

type Told = Pick<Decision, "decision" | "rule" | "unit" | "chosen"> & Partial<Decision>;

/** Tells of one decision of the smuggler of a row; what is not given is empty. */
export function tell(world: World, row: number, told: Told): void {
  const { labels } = world.model;
  const s = world.smugglers.columns;
  world.witness?.hear({
    options: [],
    flips: [],
    flipsHold: "none: it follows from lines and draws, see its situation",
    ...told,
    role: "smuggler",
    uid: s.uid[row],
    state: [
      { name: "leg", value: labels.leg[s.leg[row]] },
      { name: "capital (USD)", value: s.capital[row] },
      { name: "profit (USD/week)", value: s.profit[row] },
      ...(told.state ?? []),
    ],
  });
}

/** The flips of a choice of the largest total. */
export function compare(options: readonly Option[]): { readonly flips: readonly Flip[]; readonly flipsHold: string } {
  const totals = Float64Array.from(options, ({ total }) => total);
  return {
    flips: flipsOf(
      totals,
      largest,
      options.map(({ name }) => name),
    ),
    flipsHold: "found by comparing totals, as the choice does, with every taste as it was",
  };
}

/** A sum of parts as a single option. */
export function sumOf(name: string, terms: readonly Term[]): Option {
  return { name, terms, total: terms.reduce((sum, { value }) => sum + value, 0) };
}

/** A draw against a chance. */
export function drawn(what: string, chance: number, draw: number): Fact[] {
  return [
    { name: `chance of ${what}`, value: chance },
    { name: `draw for ${what}: below the chance it happens`, value: draw },
  ];
}

/** An enabler by name, or none. @param row + 1; 0 not found, -1 not wanted */
export function providerName(world: World, provider: number): string {
  if (provider === 0) return "nobody to be had";
  return provider < 0 ? "do without" : `pay ${actorName(world.enablers.columns.uid[provider - 1])}`;
}
