/** The parts into which a difference of harm is split, and the groups of smugglers whose conduct is told apart. */

/** As of the start of a recording window; "designated" by either of the two runs that are compared. */
export const GROUPS = ["designated", "incumbent", "entrant"] as const;
export type Group = (typeof GROUPS)[number];

export interface Part {
  readonly name: string;
  readonly about: string;
}

/** One part for the conduct of each group, in the order of the groups. */
const CONDUCT: Readonly<Record<Group, Part>> = {
  designated: { name: "coercion", about: "the designated behave differently" },
  incumbent: { name: "shaping-incumbents", about: "those who were there before and are not designated behave differently" },
  entrant: { name: "shaping-entrants", about: "newcomers who are not designated behave differently" },
};

/** Players of the Shapley value: what can change from the base run to the treated one. */
export const PLAYERS: readonly Part[] = [
  { name: "volume", about: "more or fewer trips: the rebound, where trips became safer" },
  { name: "route", about: "trips on other legs" },
  { name: "share", about: "on each leg, other groups of smugglers carry the passengers" },
  ...GROUPS.map((group) => CONDUCT[group]),
  { name: "environment", about: "another harm per trip at the same leg, group and conduct" },
];

/** Where they stand; the conduct of the first group, and then that of the others. */
export const VOLUME = 0;
export const ROUTE = 1;
export const SHARE = 2;
export const FIRST_CONDUCT = 3;
export const ENVIRONMENT = FIRST_CONDUCT + GROUPS.length;

/** What adds up to the difference: the players, and two lines that no player explains. */
export const PARTS: readonly Part[] = [
  ...PLAYERS,
  { name: "outside-trips", about: "harm that no smuggler's trip causes" },
  { name: "residual", about: "what is left: rounding only" },
];

export const OUTSIDE = PLAYERS.length;
export const RESIDUAL = OUTSIDE + 1;

/** Sums of parts that have an interval of their own, because parts move together. */
export const SUMS: readonly (Part & { readonly of: readonly number[] })[] = [
  {
    name: "shaping-both",
    about: "both groups that are not designated behave differently",
    of: [FIRST_CONDUCT + GROUPS.indexOf("incumbent"), FIRST_CONDUCT + GROUPS.indexOf("entrant")],
  },
  { name: "total", about: "the whole difference", of: PARTS.map((_, part) => part) },
];
