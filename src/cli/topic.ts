/** Something that `corridor describe` can explain: a table whose first column is the name of each thing. */
import type { Ecosystem, Model } from "../core/index.ts";

export interface TopicTable {
  /** The last column may be long. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Topic {
  readonly name: string;
  readonly about: string;
  table(scope: Scope): Promise<TopicTable>;
  /** More about one thing than its row; nothing when the row is all. */
  detail?(name: string, scope: Scope): Promise<TopicTable | undefined>;
}

/** What a description may be about; loaded when it is asked for. */
export interface Scope {
  /** Of the ecosystem that the user named, or the first shipped one. */
  model(): Promise<{ readonly model: Model; readonly ecosystem: Ecosystem }>;
}
