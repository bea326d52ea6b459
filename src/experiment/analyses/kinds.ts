/** Names of analyses, apart from what they do: the schema of experiments needs no more. */
export const ANALYSIS_KINDS = [
  "effects",
  "decomposition",
  "horizon",
  "course",
  "ranking",
  "regret",
  "boundary",
  "boxes",
  "information",
  "contributions",
  "sensitivity",
  "patterns",
  "facts",
  "doubt",
] as const;
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];

/** What `corridor compare` asks of finished runs. */
export const COMPARISON_ANALYSES: readonly AnalysisKind[] = ["effects", "decomposition", "horizon", "course", "ranking"];
