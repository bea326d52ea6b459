import { z } from "zod";
import { statistic } from "../statistic.ts";

const MONTH = "YYYY-".length;

export const season = statistic({
  kind: "season",
  about: "Share of a flow that falls into some months of the year, over whole years, without policy.",
  params: z.strictObject({
    kind: z.literal("season"),
    outcome: z.string().meta({ description: "a flow of the time series" }),
    months: z.array(z.int().min(1).max(12)).min(1).meta({ description: "1 January to 12 December" }),
    years: z.tuple([z.int(), z.int()]).meta({ description: "first and last calendar year" }),
  }),
  arms: () => [],
  weekly: ({ outcome }) => [outcome],
  values({ dates, weekly }, { outcome, months, years: [from, to] }) {
    const rows = dates.map((date, week) => ({
      week,
      year: Number(date.slice(0, MONTH - 1)),
      month: Number(date.slice(MONTH, MONTH + 2)),
    }));
    const within = rows.filter(({ year }) => from <= year && year <= to);
    if (within.length === 0) return `the record has no year from ${from} to ${to}`;
    const runs = weekly(outcome);
    return Float64Array.from(runs, (run) => {
      const sum = (some: typeof rows) => some.reduce((total, { week }) => total + (run[week] ?? Number.NaN), 0);
      return sum(within.filter(({ month }) => months.includes(month))) / sum(within);
    });
  },
});
