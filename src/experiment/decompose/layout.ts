/** Where each number of the result of one pair of runs stands: thousands of pairs are kept as one array each. */
import { columnName, type Model } from "../../core/index.ts";
import type { Period } from "../matched.ts";
import { GROUPS, PARTS } from "./parts.ts";

export interface Subject {
  readonly legs: readonly string[];
  readonly conducts: readonly { readonly name: string; readonly severity: number }[];
  /** Weights are those of the harm index. */
  readonly harms: readonly { readonly name: string; readonly weight: number }[];
  /** Weeks of a recording window. Four: longer ones count the days between listing and the next window among the not yet listed. */
  readonly recordWeeks: number;
}

export function subjectOf({ labels, levels, harms, recordWeeks }: Model): Subject {
  return {
    legs: labels.leg,
    conducts: labels.level.map((name, level) => ({ name, severity: levels.severity[level] ?? Number.NaN })),
    harms: labels.harm.map((name, h) => ({ name, weight: harms.weight[h] ?? Number.NaN })),
    recordWeeks,
  };
}

/** A leg, a conduct or a status: what displacement is looked at by. */
export interface Place {
  readonly by: "leg" | "conduct" | "status";
  readonly name: string;
}

/** 0 base, 1 treated */
export const WORLDS = [0, 1] as const;
export type WorldIndex = (typeof WORLDS)[number];

/** Of those never designated, in the order of the layout. */
export const MATCHED_GROUPS = GROUPS.filter((group) => group !== "designated");

export interface Layout {
  readonly periods: readonly Period[];
  /** Columns of the time series: expected incidents of each harm, and last the expected harm index. */
  readonly outcomes: readonly string[];
  readonly places: readonly Place[];
  /** Numbers of a pair. */
  readonly size: number;
  /** Difference of an outcome in a period that a part accounts for. */
  part(period: number, outcome: number, part: number): number;
  /** The same for the outcome per person who left. */
  perDeparture(period: number, outcome: number, part: number): number;
  /** An outcome of a world in a period, outside trips included. */
  total(period: number, outcome: number, world: WorldIndex): number;
  /** Persons who left their origin. */
  departures(period: number, world: WorldIndex): number;
  /** Measure 0: trips; 1 and more: outcomes. Measures are neighbours. */
  place(period: number, place: number, world: WorldIndex, measure: number): number;
  /** Never designated, carrying in both worlds. Measure 0: mean severity of conduct; 1 and more: outcomes per trip. */
  matched(period: number, group: number, world: WorldIndex, measure: number): number;
  /** How many they are. */
  actors(period: number, group: number): number;
}

export const HARM_INDEX = "harm_index_expected";

/** @throws RangeError for a period in which no recording window ends */
export function layoutOf(subject: Subject, periods: readonly Period[]): Layout {
  for (const { name, from, to } of periods) {
    if (Math.floor(from / subject.recordWeeks) < Math.floor(to / subject.recordWeeks)) continue;
    throw new RangeError(`period ${name}: no window of ${subject.recordWeeks} weeks ends in weeks ${from} to ${to - 1}`);
  }
  const outcomes = [...subject.harms.map(({ name }) => columnName("expected", name)), HARM_INDEX];
  const places: Place[] = [
    ...subject.legs.map((name): Place => ({ by: "leg", name })),
    ...subject.conducts.map(({ name }): Place => ({ by: "conduct", name })),
    ...GROUPS.map((name): Place => ({ by: "status", name })),
  ];
  const measures = 1 + outcomes.length;
  const perDeparture = outcomes.length * PARTS.length;
  const totals = 2 * perDeparture;
  const departures = totals + outcomes.length * WORLDS.length;
  const placed = departures + WORLDS.length;
  const matched = placed + places.length * WORLDS.length * measures;
  const actors = matched + MATCHED_GROUPS.length * WORLDS.length * measures;
  const perPeriod = actors + MATCHED_GROUPS.length;
  return {
    periods,
    outcomes,
    places,
    size: periods.length * perPeriod,
    part: (period, outcome, part) => period * perPeriod + outcome * PARTS.length + part,
    perDeparture: (period, outcome, part) => period * perPeriod + perDeparture + outcome * PARTS.length + part,
    total: (period, outcome, world) => period * perPeriod + totals + outcome * WORLDS.length + world,
    departures: (period, world) => period * perPeriod + departures + world,
    place: (period, place, world, measure) => period * perPeriod + placed + (place * WORLDS.length + world) * measures + measure,
    matched: (period, group, world, measure) =>
      period * perPeriod + matched + (group * WORLDS.length + world) * measures + measure,
    actors: (period, group) => period * perPeriod + actors + group,
  };
}
