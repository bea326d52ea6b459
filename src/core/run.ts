/** One run: the loop over the phases of a step, and nothing else. (Contract first; the loop follows.) */
import type { Table } from "./table.ts";

export interface RunOptions {
  /** Check conservation after every step; a violation throws. */
  readonly check?: boolean;
  /** Keep a rolling hash of the whole state after every week. */
  readonly hash?: boolean;
  /** Told after every step; must not throw. */
  readonly onWeek?: (week: number, weeks: number) => void;
}

export interface RunResult {
  /** timeseries, harms, market_shares, enablers, events; without run_id, strategy, replicate and seed, which the caller knows. */
  readonly tables: readonly Table[];
  /** One number per end outcome, in the order of `outcomeColumns`. NaN = missing. */
  readonly outcome: Readonly<Record<string, number>>;
  /** Rolling state hash after each week, when asked for; unsigned 32-bit. */
  readonly weeklyHashes?: Uint32Array;
  /** Hash over the final state. */
  readonly finalHash: number;
}
