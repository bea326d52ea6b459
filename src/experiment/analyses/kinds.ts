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
