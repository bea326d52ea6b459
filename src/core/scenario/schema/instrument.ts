/** What every instrument of a strategy states: when, by whom, on which condition, at what cost. */
import { z } from "zod";
import { parseDate } from "../../calendar.ts";
import { quantity } from "../../quantity.ts";
import { INDICATOR_NAMES } from "../../world/indicators.ts";
import { isPolicyDay, PERIOD } from "../period.ts";
import { text, title } from "./names.ts";
import { costSchema } from "./policy.ts";
import { ref } from "./reference.ts";

export const period = z
  .string()
  .regex(PERIOD, { error: 'must be a number and a unit, such as "26 weeks", "6 months" or "1 year"' });

/** A date, or a day counted from the `policyStart` of the ecosystem, so that a strategy fits every corridor. */
const day = (about: string) =>
  z
    .string()
    .refine((text) => parseDate(text) !== undefined || isPolicyDay(text), {
      error: 'must be a calendar date that exists, written YYYY-MM-DD, or counted from the start of policy: "policy + 13 weeks"',
    })
    .meta({ description: about, examples: ["2018-06-07"], policyDay: true });

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
  start: day("first use, or the date from which it is in force"),
  until: day("last date on which it can be used or is in force").optional(),
  every: period.optional().meta({ description: 'repeat, such as "6 months"; once when absent' }),
  when: z.array(conditionSchema).optional().meta({ description: "all must hold, on what an authority can observe" }),
  cost: costSchema.partial().optional().meta({ description: "instead of the ecosystem's cost of this kind" }),
};

export const authority = ref("authority");
export const rampWeeks = quantity({ unit: "weeks", about: "time until the full effect, growing evenly", min: 0, max: 1040 });
