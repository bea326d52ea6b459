/** A scenario compiled to numbers: what a run reads and never writes. Names are indices, rates are per week. */
import type { Calendar } from "../calendar.ts";
import type { Values } from "../quantity.ts";
import type { Seed } from "../random/stream.ts";
import type { Ecosystem } from "../scenario/schema/strategy.ts";
import type { Indicator } from "./indicators.ts";
import type { CompiledInstrument, Names } from "./instrument.ts";
import type { Mechanism } from "./mechanisms.ts";

type Parameters = Values<Ecosystem>;

export interface ModelInstrument extends CompiledInstrument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** true: part of the ecosystem, in every strategy alike, and paid by nobody. */
  readonly exogenous: boolean;
  /** Weeks of use, ascending; within the run. */
  readonly uses: readonly number[];
  /** In force from the first week to the last, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly rampWeeks: number;
  readonly when: readonly { indicator: Indicator; above: number; below: number }[];
  readonly cost: { perUse: number; perActor: number; perYear: number; perActorYear: number };
  readonly authority: number;
}

/** Made by `compile`. Opaque to programs but for `calendar`, which `dateOfWeek` takes: the rest may change in any version. */
export interface Model {
  readonly ecosystem: string;
  readonly strategy: string;
  readonly calendar: Calendar;
  readonly seed: Seed;
  readonly rounds: 12 | 20;
  /** Real persons per simulated migrant. */
  readonly scale: number;
  readonly recordWeeks: number;
  /** Steps before the first that is recorded. */
  readonly warmupWeeks: number;
  readonly mechanism: Readonly<Record<Mechanism, boolean>>;
  readonly names: Names;
  /** Names by index, for tables. */
  readonly labels: {
    readonly jurisdiction: readonly string[];
    readonly node: readonly string[];
    readonly leg: readonly string[];
    readonly vessel: readonly string[];
    readonly community: readonly string[];
    readonly nationality: readonly string[];
    readonly level: readonly string[];
    readonly harm: readonly string[];
    readonly service: readonly string[];
    readonly authority: readonly string[];
  };
  /** Behavioural parameters that need no translation. */
  readonly migrants: Parameters["migrants"];
  readonly beliefs: Parameters["beliefs"];
  readonly smugglers: Parameters["smugglers"];
  readonly enablers: Parameters["enablers"];
  readonly public: Parameters["public"];
  readonly observation: Parameters["observation"];

  readonly jurisdictions: {
    readonly count: number;
    readonly corruption: Float64Array;
    readonly enforcement: Float64Array;
    readonly openness: Float64Array;
    readonly reachFreeze: Float64Array;
    readonly reachTravel: Float64Array;
    /** per year */
    readonly prosecution: Float64Array;
    readonly relocationCost: Float64Array;
    /** 1: somebody of the market can live here: a leg starts here, or it is a haven. */
    readonly home: Uint8Array;
  };
  readonly nodes: {
    readonly count: number;
    readonly jurisdiction: Int32Array;
    readonly origin: Uint8Array;
    readonly destination: Uint8Array;
    readonly work: Uint8Array;
    /** USD/week, node x week. */
    readonly wage: Float64Array;
    readonly workValue: Float64Array;
    /** per year */
    readonly returnHazard: Float64Array;
    readonly settleHazard: Float64Array;
  };
  /** Undefined where there are no compounds. */
  readonly compounds: Parameters["compounds"];
  readonly legs: {
    readonly count: number;
    readonly from: Int32Array;
    readonly to: Int32Array;
    readonly jurisdiction: Int32Array;
    readonly weeks: Int32Array;
    readonly cost: Float64Array;
    readonly price: Float64Array;
    readonly wreck: Float64Array;
    readonly death: Float64Array;
    /** leg x week, probability per trip */
    readonly interception: Float64Array;
    readonly rescue: Float64Array;
    readonly capacity: Float64Array;
    readonly season: Float64Array;
    readonly detained: Float64Array;
    readonly territorial: Uint8Array;
    readonly escrow: Uint8Array;
    readonly sea: Uint8Array;
    /** 1: ends in a compound. */
    readonly compound: Uint8Array;
    readonly vessels: readonly Int32Array[];
    readonly services: readonly Int32Array[];
    readonly smugglers: Int32Array;
    readonly smugglerCapacity: Float64Array;
    /** leg x community: 1 when people of the community can come this way to their destination. */
    readonly onTheWay: Uint8Array;
    /** Legs that leave a node. */
    readonly leaving: readonly Int32Array[];
  };
  readonly vessels: {
    readonly count: number;
    readonly size: Float64Array;
    readonly cost: Float64Array;
    readonly trips: Float64Array;
    readonly danger: Float64Array;
    readonly rescueGain: Float64Array;
    readonly fatality: Float64Array;
    readonly boats: Uint8Array;
    /** First week of use; 0 when it was always there. */
    readonly from: Int32Array;
  };
  readonly communities: {
    readonly count: number;
    readonly origin: Int32Array;
    readonly destination: Int32Array;
    readonly nationality: Int32Array;
    /** persons per week, community x week */
    readonly births: Float64Array;
    readonly cash: Float64Array;
    readonly credit: Float64Array;
    readonly reservation: Float64Array;
    readonly attraction: Float64Array;
    readonly dangerBias: Float64Array;
    readonly vulnerability: Float64Array;
    /** persons, community x node */
    readonly stock: Float64Array;
  };
  readonly levels: {
    readonly count: number;
    readonly severity: Float64Array;
    readonly cost: Float64Array;
    readonly guards: Float64Array;
    readonly death: Float64Array;
    readonly ransom: Float64Array;
    readonly captivity: Float64Array;
    readonly resale: Float64Array;
    readonly lends: Uint8Array;
    readonly holds: Uint8Array;
    /** Inside a compound. */
    readonly confines: Uint8Array;
    readonly drive: Float64Array;
    /** USD/week for one person */
    readonly upkeep: Float64Array;
    readonly pays: Float64Array;
    readonly guarded: Float64Array;
    /** probability per trip, level x harm */
    readonly harm: Float64Array;
    /** expected harm of a trip against that of the worst level, 0..1 */
    readonly abuse: Float64Array;
  };
  readonly harms: {
    readonly count: number;
    readonly weight: Float64Array;
    readonly reported: Float64Array;
    /** Index of the harm with this effect, -1 when the ecosystem has none. */
    readonly death: number;
    readonly ransom: number;
    readonly captivity: number;
    readonly trafficking: number;
    readonly bondage: number;
    readonly detention: number;
    readonly forced: number;
    /** Harms drawn for each trip from the level's probabilities. */
    readonly perTrip: Int32Array;
    /** Expected harm of a trip of the worst level, index points. */
    readonly worst: number;
  };
  readonly services: {
    readonly count: number;
    readonly sector: readonly string[];
    readonly fee: Float64Array;
    readonly perJurisdiction: Int32Array;
    /** persons per week at the usual fee */
    readonly capacity: Float64Array;
    readonly capital: Float64Array;
    readonly legitimate: Float64Array;
    readonly exposure: Float64Array;
    readonly replacementWeeks: Float64Array;
    readonly withoutCapacity: Float64Array;
    readonly withoutCollection: Float64Array;
    readonly withoutVisibility: Float64Array;
    readonly withoutInterception: Float64Array;
    readonly withoutProsecution: Float64Array;
    readonly withoutBoatCost: Float64Array;
    readonly protects: Uint8Array;
    readonly escrow: Uint8Array;
    readonly lends: Uint8Array;
  };
  readonly authorities: {
    readonly count: number;
    readonly strength: Float64Array;
    readonly legitimacy: Float64Array;
    readonly coverage: Float64Array;
    readonly noise: Float64Array;
    readonly ageWeeks: Int32Array;
    readonly listingsPerYear: Float64Array;
    /** copier x source: delay in weeks, and share copied (0 = does not copy) */
    readonly mirrorDelay: Float64Array;
    readonly mirrorShare: Float64Array;
  };
  /** Shocks and instruments, by id. */
  readonly instruments: readonly ModelInstrument[];
}
