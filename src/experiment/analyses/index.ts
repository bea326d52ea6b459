/** The catalogue of analyses: a new one is a file, a name in `kinds.ts` and a line here. */
import { byKind } from "../../core/index.ts";
import { decomposition } from "./decomposition.ts";
import { effects } from "./effects.ts";

export type { Analysed, Analysis } from "./analysis.ts";

export const ANALYSES = [effects, decomposition] as const;
export const ANALYSIS_BY_KIND = byKind(ANALYSES);
