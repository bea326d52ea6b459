import { z } from "zod";
import { statistic } from "../statistic.ts";

export const tail = statistic({
  kind: "tail",
  about:
    "Share of the sum of an outcome that its largest weeks make up, of those weeks in which it is above zero, without policy.",
  params: z.strictObject({
    kind: z.literal("tail"),
    outcome: z.string().meta({ description: "column of the time series" }),
    largest: z.number().gt(0).lt(1).meta({ description: "share of weeks that are the largest", unit: "share" }),
    coarsest: z.number().min(1).optional().meta({
      description: "at a coarser scale one simulated person is as large as a usual value, and nothing is told",
      unit: "persons",
    }),
  }),
  arms: () => [],
  weekly: ({ outcome }) => [outcome],
  values({ weekly, scale }, { outcome, largest, coarsest }) {
    if (scale > (coarsest ?? scale)) return `told at a scale of ${coarsest} or finer only; this is ${scale}`;
    const runs = weekly(outcome);
    return Float64Array.from(runs, (run) => {
      const events = [...run].filter((value) => value > 0).sort((a, b) => b - a);
      const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
      return sum(events.slice(0, Math.round(events.length * largest))) / sum(events);
    });
  },
});
