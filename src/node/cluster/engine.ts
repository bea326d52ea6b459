/** What starts tasks on other machines: what it is told, what it prepares, what it says afterwards. */

export interface EngineOptions {
  /** Cores of one task. */
  readonly cpus: number;
  readonly time?: string;
  readonly mem?: string;
  readonly atOnce?: number;
  readonly partition?: string;
  readonly account?: string;
  readonly sbatch?: readonly string[];
  readonly hosts?: string;
  readonly image?: string;
  readonly claim?: string;
  readonly mount?: string;
  readonly retries?: number;
}

export type EngineOption = Exclude<keyof EngineOptions, "cpus">;

/** Shards that are to be played somewhere. */
export interface Order {
  /** Absolute path of the sweep. */
  readonly folder: string;
  /** Absolute path of a folder in it, for scripts, lists and logs; it may not be there yet. */
  readonly place: string;
  /** Id of the plan. */
  readonly plan: string;
  /** In ascending order, at least one. */
  readonly shards: readonly number[];
  /** How many there are in all. */
  readonly count: number;
  /** Node, and the program that it runs for `corridor`, as they are called here. */
  readonly node: string;
  readonly program: string;
  /** Version of that program. */
  readonly version: string;
  readonly options: EngineOptions;
}

export interface PreparedCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Which of the files is its standard input. */
  readonly input: string;
  /** Variables that it needs beside those of the caller. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Prepared {
  /** By their names in the place. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Folders that have to be there, by their names in the place. */
  readonly folders?: readonly string[];
  /** One after the other; none when the user has to do it. */
  readonly commands: readonly PreparedCommand[];
  /** What to do then, in words. */
  readonly next: string;
}

export interface ClusterEngine {
  readonly name: string;
  readonly about: string;
  /** Options that mean something to it, beside `cpus`. */
  readonly takes: readonly EngineOption[];
  /** Which shards of the sweep it has in its queue, so that they need not be asked for twice. */
  readonly queued?: (sweep: Pick<Order, "place" | "plan" | "count">) => readonly number[];
  /** @throws Failure with status 2 for options that it would not take */
  prepare(order: Order): Promise<Prepared>;
  /**
   * Reads what a command that ended well has printed, and says in words what it means; when absent the commands speak for
   * themselves, and play the shards before they end.
   */
  readonly submitted?: (order: Order, printed: string) => string;
}
