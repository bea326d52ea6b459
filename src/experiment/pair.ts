/** Two runs with the same luck under two strategies: until when they were the same, and when actors were listed. */
import type { Strategy } from "../core/index.ts";
import { type Table, textsOf } from "../core/table.ts";
import { canonicalText } from "./canonical.ts";
import { weekOf } from "./periods.ts";

export interface Identity {
  /** First date of an instrument that only one has; nothing when the strategies are the same. */
  readonly firstDifferent: string | undefined;
  /** First recorded week in which anything differs; -1 when nothing does. */
  readonly diverged: number;
  /** What differs in that week, by the names of metrics: the first few; empty when only the state behind them does. */
  readonly differing: readonly string[];
  /** Nothing differs before the first different date. */
  readonly holds: boolean;
  readonly proof: "state" | "series";
}

/** What is compared: the weekly series of two runs, or better their weekly hashes. */
export interface PlayedWeeks {
  readonly series: Table;
  readonly weeklyHashes?: Uint32Array;
}

export function firstDifferentDate(a: Strategy, b: Strategy): string | undefined {
  const unshared = (one: Strategy, other: Strategy): string[] =>
    Object.entries(one.instruments).flatMap(([name, instrument]) => {
      const twin = other.instruments[name];
      return twin && canonicalText(twin) === canonicalText(instrument) ? [] : [String(instrument.start)];
    });
  return [...unshared(a, b), ...unshared(b, a)].sort()[0];
}

export function identityOf(base: PlayedWeeks, other: PlayedWeeks, firstDifferent: string | undefined): Identity {
  const hashes = base.weeklyHashes && other.weeklyHashes ? ([base.weeklyHashes, other.weeklyHashes] as const) : undefined;
  const diverged = hashes ? firstUnequal(...hashes) : firstUnequalRow(base.series, other.series);
  const dates = textsOf(base.series, "date");
  const allowed = firstDifferent === undefined ? dates.length : weekOf(firstDifferent, dates);
  const differing = diverged < 0 ? [] : differingIn(diverged, base.series, other.series).slice(0, NAMED);
  return { firstDifferent, diverged, differing, holds: diverged < 0 || diverged >= allowed, proof: hashes ? "state" : "series" };
}

/** Metrics that are named of a first divergence. */
const NAMED = 5;

function differingIn(week: number, a: Table, b: Table): string[] {
  return a.spec.columns.flatMap(({ name }, i) => (Object.is(a.data[i]?.[week], b.data[i]?.[week]) ? [] : [name]));
}

function firstUnequal(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return i;
  return -1;
}

function firstUnequalRow(a: Table, b: Table): number {
  const firsts = a.data.flatMap((column, i) => {
    const other = b.data[i];
    const at = column instanceof Float64Array && other instanceof Float64Array ? firstUnequal(column, other) : -1;
    return at < 0 ? [] : [at];
  });
  return firsts.length === 0 ? -1 : Math.min(...firsts);
}

export interface Listings {
  readonly count: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** The word of the table of events for an actor put on a list. */
const LISTED = "listed";

/** @param events the table of events of a run */
export function listingsOf(events: Table): Listings {
  const dates = textsOf(events, "date");
  const listed = textsOf(events, "event").flatMap((event, row) => (event === LISTED ? [dates[row] as string] : []));
  return { count: listed.length, first: listed[0], last: listed.at(-1) };
}
