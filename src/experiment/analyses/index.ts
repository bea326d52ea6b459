/** The catalogue of analyses: a new one is a file, a name in `kinds.ts` and a line here. */
import { byKind } from "../../core/index.ts";
import type { Readings } from "../readings.ts";
import type { Analysed } from "./analysis.ts";
import { boundary } from "./boundary.ts";
import { boxes } from "./boxes.ts";
import { contributions } from "./contributions.ts";
import { course } from "./course.ts";
import { decomposition } from "./decomposition.ts";
import { doubt } from "./doubt.ts";
import { effects } from "./effects.ts";
import { facts } from "./facts.ts";
import { horizon } from "./horizon.ts";
import { information } from "./information.ts";
import { patterns } from "./patterns.ts";
import { ranking } from "./ranking.ts";
import { regret } from "./regret.ts";
import { sensitivity } from "./sensitivity.ts";

export type { Analysed, Analysis } from "./analysis.ts";

export const ANALYSES = [
  effects,
  decomposition,
  horizon,
  course,
  ranking,
  regret,
  boundary,
  boxes,
  information,
  contributions,
  sensitivity,
  patterns,
  facts,
  doubt,
] as const;
export const ANALYSIS_BY_KIND = byKind(ANALYSES);

/** What the analyses of a plan make of its finished runs, in the order of the catalogue. */
export function analysed(readings: Readings): { readonly kind: string; readonly analysed: Analysed }[] {
  const asked = ANALYSES.filter(({ kind }) => readings.plan.analyses.includes(kind));
  return asked.map((analysis) => ({ kind: analysis.kind, analysed: analysis.make(readings) }));
}
