import { z } from "zod";
import { statistic, valuesOf } from "../statistic.ts";

export const share = statistic({
  kind: "share",
  about: "One outcome over another in a period, or what is left of one, without policy or under an arm.",
  params: z.strictObject({
    kind: z.literal("share"),
    part: z.string().meta({ description: "column of the time series" }),
    whole: z.string().meta({ description: "column that it is divided by" }),
    rest: z.boolean().default(false).meta({ description: "one minus this share" }),
    arm: z.string().optional().meta({ description: "arm of the battery; without policy when absent" }),
    period: z.string().meta({ description: "as in level" }),
  }),
  arms: ({ arm }) => (arm === undefined ? [] : [arm]),
  weekly: () => [],
  values({ matched }, { part, whole, rest, arm, period }) {
    const [above, below] = [matched(part, period), matched(whole, period)];
    if (typeof above === "string") return above;
    if (typeof below === "string") return below;
    const [numerators, denominators] = [above, below].map((found) =>
      arm === undefined ? (found.values[0] ?? new Float64Array()) : valuesOf(found, arm),
    ) as [Float64Array, Float64Array];
    return numerators.map((value, i) => {
      const quotient = value / (denominators[i] ?? Number.NaN);
      return rest ? 1 - quotient : quotient;
    });
  },
});
