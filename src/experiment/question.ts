/** What a decision turns on: one outcome over one period, and how small a difference is too small to care about. */
import { z } from "zod";
import { WHOLE_SPAN } from "./periods.ts";

export const questionSchema = z.strictObject({
  outcome: z.string().default("harm_index_expected").meta({ description: "column of the time series that is to be low or high" }),
  period: z.string().default(WHOLE_SPAN).meta({ description: 'a horizon such as "5 years", "whole span", or a calendar year' }),
  direction: z.enum(["up", "down"]).optional().meta({ description: "which way is better; that of the outcome when absent" }),
  delta: z.number().min(0).default(0).meta({ description: "a difference too small to care about, in the unit of the outcome" }),
  over: z
    .array(z.string())
    .max(2)
    .optional()
    .meta({ description: "one or two uncertainties: the axes of the boundary map; the first ranges when absent" }),
});
export type Question = z.output<typeof questionSchema>;
