/** One thing that is wrong with an input, said so that its author can mend it. */
export interface Issue {
  /** Keys from the root of the document to the place, e.g. ["legs", "north-coast", "weeks"]. */
  readonly path: readonly (string | number)[];
  /** What is wrong, in one clause, lower case, no full stop; echoes what was found. */
  readonly message: string;
  /** What would be right: allowed values, range with unit, or an example. */
  readonly allowed?: string;
  /** The nearest thing that would have been right, when one is near. */
  readonly suggestion?: string;
  /** Where, filled in at the edge that knows the text. 1-based. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** "error" stops a run, "warning" advises. */
  readonly severity: "error" | "warning";
}
