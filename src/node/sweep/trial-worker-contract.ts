/** What goes to a thread that plays trials. */

export interface TrialTask {
  readonly trials: readonly {
    readonly index: number;
    /** Pieces that are wanted. */
    readonly pieces: readonly number[];
    /** Runs that cannot be played, by strategy, and why. */
    readonly given: readonly (readonly [strategy: number, message: string])[];
  }[];
  /** Bytes that a run may take, those of the thread included; one that takes more fails. */
  readonly memoryBytes: number;
  /** What the other thread reads when it likes; see `WATCH`. */
  readonly watch: Int32Array;
}

/** Places of the watch: runs begun; of the current run its trial and strategy, weeks played and weeks in all. */
export const WATCH = { begun: 0, trial: 1, strategy: 2, week: 3, weeks: 4 } as const;
