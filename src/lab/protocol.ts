/**
 * What page and engine say to each other. The page wants a state of affairs, the engine answers with everything it finds out
 * about it, as it finds it out; a later wish ends work on an earlier one.
 *
 *   page --wish, question--> engine (worker) --world, strategy, windows, done, answer--> page
 */
import type { Asked, Explanation, MetricColumn, WhyProblem } from "../core/index.ts";
import type { Issue } from "../core/issue.ts";

/** A number or switch of the ecosystem that is not as shipped; a path as `--set` takes it. */
export interface Assumption {
  readonly path: string;
  readonly value: number | boolean;
}

export interface RunWish {
  readonly seed: string;
  /** Real persons per simulated migrant. */
  readonly scale: number;
  /** Last day; that of the ecosystem when absent. */
  readonly end?: string;
  /** Pairs to play; the first is played at once. */
  readonly replicates: number;
}

/** Everything that decides what is played. */
export interface Wish {
  readonly type: "wish";
  readonly ecosystem: string;
  readonly assumptions: readonly Assumption[];
  readonly run: RunWish;
  /** YAML of the strategies, in the order of their slots. The first in `order` is played first. */
  readonly strategies: readonly string[];
  readonly order: readonly number[];
}

export type Question =
  | { readonly type: "market"; readonly id: number; readonly run: number; readonly leg: string; readonly date: string }
  | { readonly type: "life"; readonly id: number; readonly run: number; readonly actor: string }
  | { readonly type: "listed"; readonly id: number; readonly run: number }
  | { readonly type: "enablers"; readonly id: number; readonly run: number; readonly date: string }
  | { readonly type: "table"; readonly id: number; readonly run: number; readonly table: string }
  | {
      readonly type: "why";
      readonly id: number;
      readonly run: number;
      readonly who: Asked;
      readonly date: string;
    };

export type ToEngine = Wish | Question;

/** The run without policy. Runs under strategies are numbered by slot, from 0. */
export const BASELINE = -1;

export interface Place {
  readonly name: string;
  readonly title: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly kind: string;
}

export interface Way {
  readonly name: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly mode: string;
}

/** A number that is assumed, with its range. */
export interface AssumptionInfo {
  readonly path: string;
  readonly about: string;
  readonly unit: string;
  /** As shipped. */
  readonly value: number | boolean;
  readonly low?: number;
  readonly high?: number;
  readonly min: number;
  readonly max: number;
  readonly grade: string;
}

export interface Named {
  readonly name: string;
  readonly title: string;
  /** Of a group: the names that it stands for. */
  readonly members?: readonly string[];
}

export interface WorldInfo {
  readonly ecosystem: { readonly name: string; readonly title: string; readonly about: string };
  readonly start: string;
  readonly end: string;
  /** Last day that the ecosystem knows. */
  readonly longest: string;
  /** From which days such as "policy + 13 weeks" count. */
  readonly policyStart: string;
  /** First day of each recording window, and weeks in it. */
  readonly windows: readonly string[];
  readonly windowWeeks: number;
  readonly columns: readonly MetricColumn[];
  readonly places: readonly Place[];
  readonly legs: readonly Way[];
  /** Levels of conduct, mildest first. */
  readonly levels: readonly string[];
  readonly harms: readonly string[];
  /** Names by scope, for fields that refer to something of the ecosystem. */
  readonly names: Readonly<Record<string, readonly Named[]>>;
  readonly assumptions: readonly AssumptionInfo[];
}

/** One field of the form of an instrument, derived from its schema. */
export interface Field {
  readonly path: readonly string[];
  readonly type: "number" | "text" | "date" | "choice" | "choices" | "switch" | "conditions";
  readonly about: string;
  readonly unit: string;
  readonly optional: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Words to choose from, or the scope whose names they are. */
  readonly words?: readonly string[];
  readonly scope?: string;
}

export interface InstrumentForm {
  readonly kind: string;
  readonly about: string;
  readonly fields: readonly Field[];
}

/** An outcome over a period, one number for each; NaN for missing. */
export interface PeriodValues {
  readonly outcome: string;
  readonly period: string;
  readonly value: number;
}

export type FromEngine =
  | { readonly type: "forms"; readonly forms: readonly InstrumentForm[]; readonly version: string }
  | { readonly type: "world"; readonly world: WorldInfo | undefined; readonly issues: readonly Issue[] }
  | { readonly type: "strategy"; readonly run: number; readonly issues: readonly Issue[] }
  /** A run begins, or what is known of it is told again. */
  | { readonly type: "begin"; readonly run: number; readonly replicate: number; readonly key: string }
  /** How much of a run has been played, its warm-up included. */
  | { readonly type: "reached"; readonly run: number; readonly replicate: number; readonly key: string; readonly share: number }
  /** Outcomes of windows from `first` on: row by row, a column after the other. */
  | {
      readonly type: "windows";
      readonly run: number;
      readonly replicate: number;
      readonly key: string;
      readonly first: number;
      /** How many columns there are. */
      readonly width: number;
      readonly values: Float64Array;
    }
  | {
      readonly type: "done";
      readonly run: number;
      readonly replicate: number;
      readonly key: string;
      readonly seed: string;
      readonly runId: string;
      readonly hash: string;
      readonly periods: readonly PeriodValues[];
      /** Trips by window and leg, of the first replicate. */
      readonly trips?: Float64Array;
      /** Expected harms by window and leg, index points, of the first replicate. */
      readonly harms?: Float64Array;
      /** Where the run was taken up, as a date: what came before is the same as in another run. */
      readonly forkedAt: string | undefined;
    }
  | { readonly type: "failed"; readonly run: number; readonly replicate: number; readonly key: string; readonly message: string }
  | { readonly type: "idle" }
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer };

export interface MarketRow {
  readonly actor: string;
  readonly conduct: string;
  readonly status: string;
  readonly trips: number;
  readonly share: number;
  readonly harm: number;
}

export interface LifeRow {
  readonly date: string;
  readonly leg: string;
  readonly conduct: string;
  readonly status: string;
  readonly trips: number;
  readonly share: number;
}

export interface LifeEvent {
  readonly date: string;
  readonly event: string;
  readonly place: string;
  readonly authority: string;
  readonly cause: string;
}

/** An enabler at work: what a reader can choose it by. */
export interface EnablerRow {
  readonly actor: string;
  readonly service: string;
  readonly jurisdiction: string;
  readonly status: string;
  /** Persons a week whom it serves, of all classes of clients. */
  readonly served: number;
}

export type Answer =
  | { readonly type: "market"; readonly date: string; readonly rows: readonly MarketRow[] }
  | { readonly type: "life"; readonly rows: readonly LifeRow[]; readonly events: readonly LifeEvent[] }
  | { readonly type: "listed"; readonly actors: readonly string[] }
  | { readonly type: "enablers"; readonly rows: readonly EnablerRow[] }
  | { readonly type: "table"; readonly csv: string }
  | { readonly type: "why"; readonly found: Explanation | WhyProblem }
  | { readonly type: "none"; readonly reason: string };
