/** The state of one run. */
import type { Columns, Frame } from "../frame.ts";
import { keyOf, type Stream } from "../random/stream.ts";
import type { Key } from "../random/threefry.ts";
import { type Agenda, putDown } from "./agenda.ts";
import type { Cell } from "./cell.ts";
import type {
  AUTHORITY,
  ENABLER,
  HISTORY,
  JURISDICTION,
  LEG,
  LEG_COMMUNITY,
  MIGRANT,
  PLACE,
  PUBLIC,
  SMUGGLER,
} from "./columns.ts";
import type { Conditions } from "./conditions.ts";
import type { Ledger } from "./ledger.ts";
import type { Levers } from "./levers.ts";
import type { Marketplace } from "./marketplace.ts";
import type { Model } from "./model.ts";
import type { Measure, Order, Role } from "./orders.ts";
import type { Outlook } from "./outlook.ts";
import type { Witness } from "./witness.ts";

/** Something that happened to somebody: a row of the event log. */
export interface MarketEvent {
  readonly week: number;
  readonly event: string;
  readonly role: Role | "instrument" | "public";
  readonly actor: string;
  readonly place: string;
  readonly authority: string;
  readonly cause: string;
  readonly value: number;
}

/** A listing or follow-up of this week, as a signal to others. */
export interface Signal {
  readonly role: Role;
  readonly row: number;
  /** Class of conduct (of client, for enablers) as assessed. */
  readonly class: number;
  readonly leg: number;
  readonly jurisdiction: number;
  readonly service: number;
  readonly weight: number;
  readonly clarity: number;
  readonly authority: number;
}

/** A listing that another authority will copy. */
export interface PendingMirror {
  readonly week: number;
  readonly authority: number;
  readonly source: number;
  readonly role: Role;
  readonly uid: number;
  readonly measures: readonly Measure[];
}

export interface World {
  readonly model: Model;
  week: number;
  readonly migrants: Frame<typeof MIGRANT>;
  readonly smugglers: Frame<typeof SMUGGLER>;
  readonly enablers: Frame<typeof ENABLER>;
  readonly legs: Frame<typeof LEG>;
  readonly legCommunities: Frame<typeof LEG_COMMUNITY>;
  readonly places: Frame<typeof PLACE>;
  readonly authorities: Frame<typeof AUTHORITY>;
  readonly jurisdictions: Frame<typeof JURISDICTION>;
  readonly public: Frame<typeof PUBLIC>;
  readonly history: Frame<typeof HISTORY>;
  readonly levers: Levers;
  readonly ledger: Ledger;
  /** Rows of smugglers at work, in order of uid: every sum over smugglers runs in this order. */
  active: Int32Array;
  /** Rows of smugglers by uid. */
  readonly rowOf: Map<number, number>;
  readonly agenda: Agenda;
  /** Enabler rows by jurisdiction x service, in order of slot. */
  readonly market: readonly Int32Array[];
  orders: { readonly order: Order; readonly instrument: number }[];
  signals: Signal[];
  mirrors: PendingMirror[];
  events: MarketEvent[];
  /** Organisers prosecuted this week, by uid: their compounds are opened. */
  readonly raided: Set<number>;
  /** Closed cells of the current recording window. */
  readonly cells: Map<string, Cell>;
  /** Of those on the way: how many in each state, by STATE, and what they owe to smugglers, USD. Simulated persons. */
  readonly census: { readonly inState: Int32Array; debt: number };
  /** Absorbed so far, simulated persons, in the order of ABSORBING. */
  readonly absorbed: Float64Array;
  readonly keys: Map<Stream, Key>;
  /** First belief on the probability of death of a trip, leg x community. */
  readonly firstDanger: Float64Array;
  /** What every trip on a leg meets this week; refreshed when suppliers have chosen whether to work. */
  readonly conditions: Conditions;
  /** How legs look to communities this week; refreshed when places are valued. */
  readonly outlook: Outlook;
  readonly marketplace: Marketplace;
  /** Scratch of the boarding: who boards whom this week. */
  readonly boarding: Boarding;
  /** Told of decisions when somebody asks why. */
  witness: Witness | undefined;
}

/** Passengers of this week; arrays grow, `count` tells how many are valid. */
export interface Boarding {
  count: number;
  migrant: Int32Array;
  smuggler: Int32Array;
  fare: Int32Array;
  /** 0 own money and kin, 1 lender, 2 smuggler's credit */
  payment: Uint8Array;
  /** Passengers by smuggler, as they boarded; those of a smuggler end before end[row]. */
  order: Int32Array;
  end: Int32Array;
}

export function keyFor(world: World, stream: Stream): Key {
  let key = world.keys.get(stream);
  if (key === undefined) {
    key = keyOf(world.model.seed, stream, world.model.rounds);
    world.keys.set(stream, key);
  }
  return key;
}

export type MigrantColumns = Columns<typeof MIGRANT>;
export type SmugglerColumns = Columns<typeof SMUGGLER>;
export type EnablerColumns = Columns<typeof ENABLER>;

/** The last week that a column of weeks can hold: longer than any run, shorter than a large debt takes to work off. */
const FARTHEST_WEEK = 32767;

/** Puts a person on the list of those due in a week; beyond the run, on none. */
export function schedule(world: World, row: number, week: number): void {
  const c = world.migrants.columns;
  if (week >= world.agenda.count.length) {
    c.due[row] = Math.min(week, FARTHEST_WEEK);
    return;
  }
  c.due[row] = week;
  c.next[row] = putDown(world.agenda, week, row) + 1;
}

/** Weighs a share of an exponential mean of a given span in weeks. */
export function gainOf(spanWeeks: number): number {
  return 1 / (spanWeeks < 1 ? 1 : spanWeeks);
}

export function report(world: World, event: Omit<MarketEvent, "week">): void {
  world.events.push({ week: world.week, ...event });
}

/** Class of conduct nearest to a severity. */
export function levelOf(model: Model, severity: number): number {
  const { count, severity: of } = model.levels;
  let nearest = 0;
  for (let l = 1; l < count; l++) if (Math.abs(of[l] - severity) <= Math.abs(of[nearest] - severity)) nearest = l;
  return nearest;
}
