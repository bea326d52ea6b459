/** An ecosystem: corridor, actors, parameters and what happened to it from outside, with sources. */
import { z } from "zod";
import { dateSchema, quantity, share } from "../../quantity.ts";
import { MECHANISMS } from "../../world/mechanisms.ts";
import { compoundsSchema } from "./compounds.ts";
import { conductSchemas } from "./conduct.ts";
import { geographySchemas } from "./geography.ts";
import { groupsSchema } from "./groups.ts";
import { migrationSchemas } from "./migrants.ts";
import { name, named, text, title } from "./names.ts";
import { policySchemas } from "./policy.ts";
import { enablersSchema, smugglersSchema } from "./smugglers.ts";

export const mechanismsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(MECHANISMS).map(([mechanism, about]) => [
      mechanism,
      z
        .boolean()
        .default(true)
        .meta({ description: `false switches off: ${about}` }),
    ]),
  ) as Record<keyof typeof MECHANISMS, z.ZodDefault<z.ZodBoolean>>,
);

export const observationSchema = z.strictObject({
  arrivals: share("share of arrivals that are published"),
  deaths: share("share of deaths that are published"),
  prices: quantity({ unit: "sd of ln", about: "error of published fares", min: 0, max: 2 }),
});

/** A published figure, and the band within which a run is asked to lie. */
export const targetSchema = z.strictObject({
  title,
  metric: name.or(z.string().regex(/^[a-z][a-z0-9_]*$/)),
  year: z.int().min(1900).max(2200),
  value: quantity({ unit: "as the metric", about: "published figure with its band" }),
});

const year = z.int().min(1900).max(2200);

/** `shocks` is filled in by strategy.ts, which knows the catalogue of instruments. */
export const ecosystemFields = {
  format: z.literal("corridor/ecosystem@1"),
  extends: z.string().optional().meta({ description: "the ecosystem from which this one differs" }),
  name,
  title,
  about: text,
  start: dateSchema,
  end: dateSchema,
  policyStart: dateSchema.optional().meta({ description: "the day `policy` of strategies; the start when absent" }),
  groups: groupsSchema,
  mechanisms: mechanismsSchema,
  ...geographySchemas,
  ...migrationSchemas,
  ...conductSchemas,
  compounds: compoundsSchema,
  smugglers: smugglersSchema,
  enablers: enablersSchema,
  ...policySchemas,
  observation: observationSchema,
  targets: named(targetSchema).meta({ description: "published figures that a run is shown beside; they steer nothing" }),
  fitting: z
    .strictObject({ from: year, until: year, note: text.optional() })
    .refine(({ from, until }) => from <= until, { error: "from must not lie after until" })
    .optional()
    .meta({
      description:
        "calendar years whose figures a calibration may use; all others are kept for checks that nothing was fitted to",
    }),
};
