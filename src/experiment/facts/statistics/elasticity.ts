import { z } from "zod";
import { log } from "../../../core/index.ts";
import { statistic, valuesOf } from "../statistic.ts";

export const elasticity = statistic({
  kind: "elasticity",
  about: "Logarithm of the ratio of an outcome under an arm and without policy, over the logarithm of the dose, pair by pair.",
  params: z.strictObject({
    kind: z.literal("elasticity"),
    arm: z.string().meta({ description: "arm of the battery" }),
    dose: z
      .number()
      .positive()
      .meta({ description: "factor by which the arm moves what the elasticity is about", unit: "factor" }),
    outcome: z.string().meta({ description: "column of the time series" }),
    period: z.string().meta({ description: "as in level" }),
  }),
  arms: ({ arm }) => [arm],
  weekly: () => [],
  values({ matched }, { arm, dose, outcome, period }) {
    const found = matched(outcome, period);
    if (typeof found === "string") return found;
    return valuesOf(found, arm).map((value, i) => {
      const ratio = value / (found.values[0]?.[i] ?? Number.NaN);
      return ratio > 0 ? log(ratio) / log(dose) : Number.NaN;
    });
  },
});
