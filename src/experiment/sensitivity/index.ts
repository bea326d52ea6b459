/**
 * Sensitivity: from the points of a design and what the model answered there to which inputs matter.
 *
 *   points + replicates --responsesOf--> Responses --analyse--> Analysis[] --> sensitivity.csv and sentences
 */
import { byKind } from "../../core/index.ts";
import { elementaryEffects } from "./elementary-effects.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { regression } from "./regression.ts";
import { sobolIndices } from "./sobol-indices.ts";
import type { Analysis, Study } from "./study.ts";

export { noiseShare, type Responses, replicatesFor, responsesOf } from "./responses.ts";
export type { Analysis, Index, Method, Study } from "./study.ts";
export { type SensitivityRow, type Subject, sensitivityTable } from "./table.ts";
export { sensitivityWords } from "./words.ts";

export const METHODS = [elementaryEffects, sobolIndices, rankCorrelation, regression] as const;
export const METHOD_BY_KIND = byKind(METHODS);

/** Every method that can work with the layout of the points. */
export function sensitivity(study: Study): Analysis[] {
  return METHODS.filter(({ shapes }) => shapes.includes(study.layout.shape)).map((method) => method.analyse(study));
}
