/**
 * Who asks why. A witness is told of the decisions of those it sees, by the code that decides and while it decides; an
 * ordinary run has none, and having one changes no bit of it.
 */

/** Every decision that can be told, by who makes it. */
export const DECISIONS = {
  smuggler: {
    services: "which enabler to pay for each service, or to do without",
    conduct: "how to treat passengers, and whether to conceal it",
    vessel: "which vessel, how crowded, by which route",
    fare: "what to ask for a passage",
    capacity: "whether to grow or to shrink",
    home: "whether to live where listings reach less far",
    name: "whether to take a new name",
    leg: "whether to work on another leg",
    keeping: "whether to keep, ransom, sell or let go of somebody in its compound",
    staying: "whether to stay in business",
  },
  enabler: {
    clients: "whom to serve, and what for, by class of client",
    fee: "what to ask of each class of client",
    staying: "whether to stay in business when listed",
    protection: "whether to tax departures or to be paid for stopping them",
  },
  migrant: {
    journey: "whether to leave home",
    work: "whether to keep working at a hub",
    passage: "which offer to take, or to wait, work, settle or turn back",
    seat: "whether there was a seat",
    escape: "whether to try to get out of a compound",
  },
} as const;

export type Decider = keyof typeof DECISIONS;
export type DecisionName = { [D in Decider]: keyof (typeof DECISIONS)[D] }[Decider];

export interface Fact {
  readonly name: string;
  readonly value: number | string;
}

export interface Term {
  readonly name: string;
  readonly value: number;
}

export interface Option {
  readonly name: string;
  /** Parts of the total, in the unit of the decision; a part that speaks against the option is negative. */
  readonly terms: readonly Term[];
  readonly total: number;
  /** Probability over the draws of this decision alone, everything else as it was; missing when nothing is drawn or it has no closed form. */
  readonly chance?: number;
}

/** A smallest change of one option's total that changes the choice. */
export interface Flip {
  readonly option: string;
  /** In the unit of the decision; negative when the option would have to be worth less. */
  readonly change: number;
  readonly to: string;
  /** The same change in other units: each alone. */
  readonly same: readonly Term[];
}

export interface Decision {
  readonly role: Decider;
  readonly uid: number;
  readonly decision: DecisionName;
  /** In words, how the choice follows from the totals. */
  readonly rule: string;
  /** Unit of terms and totals. */
  readonly unit: string;
  readonly state: readonly Fact[];
  readonly options: readonly Option[];
  /** How things stood; missing when the decision starts from nothing. */
  readonly before?: string;
  readonly chosen: string;
  readonly flips: readonly Flip[];
  /** For which rule the flips hold, or why there are none. */
  readonly flipsHold: string;
}

export interface Witness {
  /** Whether it wants to be told. @param node,community of a migrant; -1 for others */
  sees(role: Decider, uid: number, node: number, community: number): boolean;
  hear(decision: Decision): void;
  /** A migrant's way has ended. */
  lose(uid: number, how: string): void;
}

/** Whether somebody asks about a smuggler or an enabler. */
export function isWatched(world: { readonly witness: Witness | undefined }, role: "smuggler" | "enabler", uid: number): boolean {
  return world.witness?.sees(role, uid, -1, -1) === true;
}
