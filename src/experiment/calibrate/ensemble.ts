/** An ensemble: sets of parameters under which the model agrees with published figures about equally well, each with a weight. */
import { z } from "zod";
import { type Ecosystem, name, text, title, values } from "../../core/index.ts";
import { canonicalText } from "../canonical.ts";
import { hexOf } from "../plan.ts";
import type { Calibrated, Tried } from "./calibration.ts";
import { normalised } from "./posterior.ts";
import { freeParameterSchema } from "./schema.ts";

const MOST_SETS = 1000;

const setSchema = z.strictObject({
  weight: z.number().positive().meta({ description: "how often the set is drawn beside the others" }),
  misfit: z.number().min(0).optional().meta({ description: "of the calibration that accepted it" }),
  values: z.array(z.number()).min(1).meta({ description: "values in the order of the parameters" }),
});

export const ensembleSchema = z.strictObject({
  format: z.literal("corridor/ensemble@1"),
  extends: z.string().optional(),
  name,
  title: title.optional(),
  about: text.optional(),
  ecosystem: z.string().meta({ description: "the ecosystem for which the sets were accepted, by its name" }),
  numbers: z
    .string()
    .optional()
    .meta({ description: "mark of the numbers that the ecosystem had then: a warning follows when it has others" }),
  calibration: z.string().optional().meta({ description: "name of the calibration that accepted them" }),
  tolerance: z.number().min(0).optional().meta({ description: "largest misfit of a set" }),
  parameters: z
    .record(z.string(), freeParameterSchema)
    .meta({ description: "the quantities that a set fixes, by path, with the ends of their priors" }),
  sets: z.array(setSchema).min(2).max(MOST_SETS),
});
export type EnsembleDocument = z.output<typeof ensembleSchema>;

/** Words beside numbers: they change nothing that is played or compared. */
const WORDS: ReadonlySet<string> = new Set(["title", "about", "note", "source", "grade"]);

/** Hash of every number, switch and name of an ecosystem that is played or published; of no title, note, source, or range of a quantity. */
export function markOf(ecosystem: Ecosystem): string {
  // years that may be fitted, and what strategies call whom, change no run
  const { fitting: _, policyStart: __, groups: ___, ...played } = ecosystem;
  return `n${hexOf(canonicalText(withoutWords(values(played))))}`;
}

function withoutWords(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => !(WORDS.has(key) && typeof value === "string"));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value)]));
}

/** Of a weight and a misfit. */
const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

/** The document of a finished calibration. @param about what it is and is not, in words */
export function ensembleOf({ plan, state, tried }: Calibrated, about: string): EnsembleDocument {
  const shares = normalised(state.kept);
  return {
    format: "corridor/ensemble@1",
    name: plan.name,
    title: plan.title,
    about,
    ecosystem: plan.ecosystem.name,
    numbers: markOf(plan.ecosystem),
    calibration: plan.name,
    tolerance: short(state.kept.at(-1)?.misfit ?? 0),
    parameters: Object.fromEntries(
      plan.knobs.flatMap(({ dimension }) =>
        dimension.kind === "range"
          ? [[dimension.name, { low: dimension.low, high: dimension.high, scale: dimension.scale }]]
          : [],
      ),
    ),
    sets: state.kept.map(({ index, misfit }, i) => ({
      weight: short(shares[i] as number),
      misfit: short(misfit),
      values: [...(tried[index] as Tried).point],
    })),
  };
}
