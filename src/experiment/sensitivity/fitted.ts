/** What every method does that fits the outcome to all inputs at once: it looks whether the sample allows it. */
import { UNKNOWN } from "../stats/interval.ts";
import { type Column, sampleOf } from "./columns.ts";
import { type Fit, leastSquares } from "./least-squares.ts";
import { list, nothing } from "./phrases.ts";
import { type Analysis, type Index, isConstant, type Study } from "./study.ts";

export interface Fitted {
  readonly columns: readonly Column[];
  readonly fit: Fit;
  readonly n: number;
}

/** Points per input below which a fit says little. */
const FEW_PER_INPUT = 10;

/**
 * @param transform of inputs and outcome before the fit, such as ranks
 * @param say what the fit tells: indices of the inputs that vary, and sentences
 */
export function fitted(
  method: string,
  study: Study,
  transform: (values: Float64Array) => Float64Array,
  say: (fitted: Fitted) => Pick<Analysis, "indices" | "reading">,
): Analysis {
  const { columns, fixed, outcome, dropped } = sampleOf(study);
  const n = outcome.length;
  const base = { method, of: "points", used: n, dropped };
  const k = columns.length;
  if (n === 0) return { ...base, ...nothing("no point has a value") };
  if (isConstant(outcome)) return { ...base, ...nothing("the outcome is the same at every point") };
  if (k === 0) return { ...base, ...nothing("no input varies") };
  if (n < k + 2)
    return {
      ...base,
      ...nothing(`${n} points with values are too few for ${k} inputs: at least ${k + 2}, better ${FEW_PER_INPUT * k}`),
    };
  const fit = leastSquares(
    columns.map(({ values }) => transform(values)),
    transform(outcome),
  );
  if ("dependent" in fit) {
    const name = columns[fit.dependent]?.name;
    return {
      ...base,
      ...nothing(
        `${name} is a combination of ${list(columns.slice(0, fit.dependent).map((one) => one.name))}, so their effects cannot be told apart`,
      ),
    };
  }
  const { indices, reading } = say({ columns, fit, n });
  const cautions = [
    ...(fixed.length > 0 ? [`Not varied, so nothing is known: ${list(fixed)}.`] : []),
    ...(n < FEW_PER_INPUT * k ? [`Indicative only: ${n} points for ${k} inputs, better ${FEW_PER_INPUT * k}.`] : []),
  ];
  const unknown = fixed.map(
    (parameter): Index => ({ ...UNKNOWN, parameter, with: "", index: method, unit: "1", n, note: "not varied" }),
  );
  return { ...base, indices: [...indices, ...unknown], refusal: "", reading: [...reading, ...cautions] };
}
