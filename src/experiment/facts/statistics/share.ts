import { z } from "zod";
import { statistic } from "../statistic.ts";

export const share = statistic({
  kind: "share",
  about: "One outcome over another in a period, without policy.",
  params: z.strictObject({
    kind: z.literal("share"),
    part: z.string().meta({ description: "column of the time series" }),
    whole: z.string().meta({ description: "column that it is divided by" }),
    period: z.string().meta({ description: "as in level" }),
  }),
  arms: () => [],
  weekly: () => [],
  values({ matched }, { part, whole, period }) {
    const [above, below] = [matched(part, period), matched(whole, period)];
    if (typeof above === "string") return above;
    if (typeof below === "string") return below;
    return (above.values[0] ?? new Float64Array()).map((value, i) => value / (below.values[0]?.[i] ?? Number.NaN));
  },
});
