import { z } from "zod";
import { statistic } from "../statistic.ts";

export const level = statistic({
  kind: "level",
  about: "An outcome in a period, without policy.",
  params: z.strictObject({
    kind: z.literal("level"),
    outcome: z.string().meta({ description: "column of the time series" }),
    period: z.string().meta({ description: '"whole span", "2 years", "year 2" of policy, or a calendar year such as "2016"' }),
  }),
  arms: () => [],
  weekly: () => [],
  values({ matched }, { outcome, period }) {
    const found = matched(outcome, period);
    return typeof found === "string" ? found : (found.values[0] ?? new Float64Array());
  },
});
