import { z } from "zod";
import { statistic, valuesOf } from "../statistic.ts";

export const change = statistic({
  kind: "change",
  about: "Relative change of an outcome under an arm against no policy, pair by pair.",
  params: z.strictObject({
    kind: z.literal("change"),
    arm: z.string().meta({ description: "arm of the battery" }),
    outcome: z.string().meta({ description: "column of the time series" }),
    period: z.string().meta({ description: "as in level" }),
  }),
  arms: ({ arm }) => [arm],
  weekly: () => [],
  values({ matched }, { arm, outcome, period }) {
    const found = matched(outcome, period);
    if (typeof found === "string") return found;
    return valuesOf(found, arm).map((value, i) => value / (found.values[0]?.[i] ?? Number.NaN) - 1);
  },
});
