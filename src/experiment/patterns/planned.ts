/** What a plan keeps of the battery it was made for. */
import type { Try } from "./points.ts";
import type { Pattern } from "./schema.ts";

export interface PatternsPlan {
  /** First day of policy. */
  readonly start: string;
  readonly patterns: Readonly<Record<string, Pattern>>;
  /** What each point of the plan is, in their order. */
  readonly tries: readonly Try[];
  /** Names of the quantities of the box. */
  readonly box: readonly string[];
}
