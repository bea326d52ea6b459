import { z } from "zod";
import { monthsOf, ofMonth } from "../months.ts";
import { statistic } from "../statistic.ts";

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));

export const swing = statistic({
  kind: "swing",
  about: "A flow in the largest month of a year over its smallest, mean over whole years, without policy.",
  params: z.strictObject({
    kind: z.literal("swing"),
    outcome: z.string().meta({ description: "a flow of the time series" }),
    years: z.tuple([z.int(), z.int()]).meta({ description: "first and last calendar year" }),
  }),
  arms: () => [],
  weekly: ({ outcome }) => [outcome],
  values({ dates, weekly }, { outcome, years: [from, to] }) {
    const months = monthsOf(dates);
    const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
    const missing = years.find((year) => MONTHS.some((month) => !months.includes(`${year}-${month}`)));
    if (missing !== undefined) return `the record has not the whole year ${missing}`;
    return Float64Array.from(weekly(outcome), (run) => {
      const ratios = years.map((year) => {
        const flows = MONTHS.map((month) => ofMonth(run, months, `${year}-${month}`));
        return Math.max(...flows) / Math.min(...flows);
      });
      const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
      return Number.isFinite(mean) ? mean : Number.NaN;
    });
  },
});
