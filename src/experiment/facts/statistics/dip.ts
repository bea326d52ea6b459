import { z } from "zod";
import { statistic } from "../statistic.ts";

export const dip = statistic({
  kind: "dip",
  about:
    "Relative change of a flow under an arm against no policy, pair by pair, in that stretch of weeks in which it is lowest on average over the pairs.",
  params: z.strictObject({
    kind: z.literal("dip"),
    arm: z.string().meta({ description: "arm of the battery" }),
    outcome: z.string().meta({ description: "a flow of the time series" }),
    weeks: z.int().positive().meta({ description: "length of a stretch", unit: "weeks" }),
  }),
  arms: ({ arm }) => [arm],
  weekly: ({ outcome }) => [outcome],
  values({ dates, weekly }, { arm, outcome, weeks }) {
    const [without, under] = [weekly(outcome), weekly(outcome, arm)];
    const sum = (run: Float64Array | undefined, from: number) =>
      run?.subarray(from, from + weeks).reduce((total, value) => total + value, 0) ?? Number.NaN;
    const changes = (from: number) => Float64Array.from(without, (run, pair) => sum(under[pair], from) / sum(run, from) - 1);
    let lowest: { readonly mean: number; readonly values: Float64Array } | undefined;
    for (let from = 0; from + weeks <= dates.length; from++) {
      // A stretch in which one of the worlds has no flow has no change.
      const values = changes(from).map((value) => (Number.isFinite(value) ? value : Number.NaN));
      const mean = values.reduce((total, value) => total + value, 0) / values.length;
      if (!Number.isNaN(mean) && (lowest === undefined || mean < lowest.mean)) lowest = { mean, values };
    }
    return lowest?.values ?? `no stretch of ${weeks} weeks with ${outcome} in every run`;
  },
});
