import { z } from "zod";
import { statistic } from "../statistic.ts";

export const extreme = statistic({
  kind: "extreme",
  about: "The largest of several outcomes in a period without policy, or the largest over the smallest.",
  params: z.strictObject({
    kind: z.literal("extreme"),
    prefix: z.string().min(1).meta({ description: "how the names of these columns begin, such as hhi_" }),
    of: z.enum(["largest", "largest-over-smallest"]),
    period: z.string().meta({ description: "as in level" }),
  }),
  arms: () => [],
  weekly: () => [],
  values({ outcomes, matched }, { prefix, of, period }) {
    const names = outcomes.filter((name) => name.startsWith(prefix));
    const found = names.map((name) => matched(name, period));
    const reason = found.find((one) => typeof one === "string");
    if (typeof reason === "string") return reason;
    if (found.length === 0) return `no outcome begins with ${prefix}`;
    const columns = found.flatMap((one) => (typeof one === "string" ? [] : [one.values[0] ?? new Float64Array()]));
    return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, run) => {
      // Where nobody travels there is no value.
      const here = columns.map((column) => column[run] ?? Number.NaN).filter((value) => !Number.isNaN(value));
      const most = Math.max(...here);
      if (here.length === 0) return Number.NaN;
      return of === "largest" ? most : most / Math.min(...here);
    });
  },
});
