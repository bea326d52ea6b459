import { z } from "zod";
import { monthsOf, ofMonth } from "../months.ts";
import { statistic } from "../statistic.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month such as 2017-06" });

export const step = statistic({
  kind: "step",
  about: "Relative change of a flow from one month to another, without policy: what the dated record did.",
  params: z.strictObject({
    kind: z.literal("step"),
    outcome: z.string().meta({ description: "a flow of the time series" }),
    before: month.meta({ description: "the month that is compared with, such as 2017-06" }),
    after: month.meta({ description: "the later month" }),
  }),
  arms: () => [],
  weekly: ({ outcome }) => [outcome],
  values({ dates, weekly }, { outcome, before, after }) {
    const months = monthsOf(dates);
    const missing = [before, after].find((one) => !months.includes(one));
    if (missing !== undefined) return `the record has no ${missing}`;
    return Float64Array.from(weekly(outcome), (run) => ofMonth(run, months, after) / ofMonth(run, months, before) - 1);
  },
});
