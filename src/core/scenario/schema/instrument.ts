/** What every instrument of a strategy states: when, by whom, on which condition, at what cost. */
import { z } from "zod";
import { dateSchema, quantity } from "../../quantity.ts";
import { INDICATOR_NAMES } from "../../world/indicators.ts";
import { text, title } from "./names.ts";
import { costSchema } from "./policy.ts";
import { ref } from "./reference.ts";

const PERIOD = /^([1-9]\d{0,3}) (week|month|quarter|year)s?$/;
export const period = z
  .string()
  .regex(PERIOD, { error: 'must be a number and a unit, such as "26 weeks", "6 months" or "1 year"' });

export const conditionSchema = z
  .strictObject({
    indicator: z.enum(INDICATOR_NAMES as [(typeof INDICATOR_NAMES)[number], ...(typeof INDICATOR_NAMES)[number][]]),
    above: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((c) => c.above !== undefined || c.below !== undefined, { error: "needs above, below or both" });

export const occasionFields = {
  title: title.optional(),
  note: text.optional(),
  start: dateSchema.meta({ description: "first use, or the date from which it is in force" }),
  until: dateSchema.optional().meta({ description: "last date on which it can be used or is in force" }),
  every: period.optional().meta({ description: 'repeat, such as "6 months"; once when absent' }),
  when: z.array(conditionSchema).optional().meta({ description: "all must hold, on what an authority can observe" }),
  cost: costSchema.partial().optional().meta({ description: "instead of the ecosystem's cost of this kind" }),
};

export const authority = ref("authority");
export const rampWeeks = quantity({ unit: "weeks", about: "time until the full effect, growing evenly", min: 0, max: 1040 });

/** [number, unit] of a period that the schema has accepted. */
export function readPeriod(text: string): { count: number; unit: "week" | "month" | "quarter" | "year" } {
  const found = PERIOD.exec(text);
  if (!found) throw new Error(`period: ${text}`);
  return { count: Number(found[1]), unit: found[2] as "week" | "month" | "quarter" | "year" };
}
