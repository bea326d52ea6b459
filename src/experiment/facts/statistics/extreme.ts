import { z } from "zod";
import { type Subject, statistic } from "../statistic.ts";

export const extreme = statistic({
  kind: "extreme",
  about: "The largest of several outcomes in a period without policy, or the largest over the smallest.",
  params: z.strictObject({
    kind: z.literal("extreme"),
    prefix: z.string().min(1).meta({ description: "how the names of these columns begin, such as hhi_" }),
    of: z.enum(["largest", "largest-over-smallest"]),
    period: z.string().meta({ description: "as in level" }),
    traffic: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "how the names of the flows begin that belong to these columns, such as trips_on_" }),
    least: z
      .number()
      .gt(0)
      .lt(1)
      .default(0.01)
      .meta({ description: "columns whose flow is a smaller share of all of them are left out", unit: "share" }),
  }),
  arms: () => [],
  weekly: () => [],
  values({ outcomes, matched }, { prefix, of, period, traffic, least }) {
    const names = outcomes.filter((name) => name.startsWith(prefix));
    const found = columnsOf(matched, names, period);
    if (typeof found === "string") return found;
    if (found.length === 0) return `no outcome begins with ${prefix}`;
    const flows =
      traffic === undefined
        ? []
        : columnsOf(
            matched,
            names.map((name) => traffic + name.slice(prefix.length)),
            period,
          );
    if (typeof flows === "string") return flows;
    return Float64Array.from({ length: found[0]?.length ?? 0 }, (_, run) => {
      const all = flows.reduce((sum, flow) => sum + (flow[run] ?? Number.NaN), 0);
      const isUsed = (column: number) => flows.length === 0 || (flows[column]?.[run] ?? Number.NaN) >= least * all;
      // Where nobody travels there is no value.
      const here = found.map((column) => column[run] ?? Number.NaN).filter((value, i) => !Number.isNaN(value) && isUsed(i));
      const most = Math.max(...here);
      if (here.length === 0) return Number.NaN;
      return of === "largest" ? most : most / Math.min(...here);
    });
  },
});

/** Columns without policy, replicate by replicate; or why one is not there. */
function columnsOf(matched: Subject["matched"], names: readonly string[], period: string): Float64Array[] | string {
  const found = names.map((name) => matched(name, period));
  const reason = found.find((one) => typeof one === "string");
  if (typeof reason === "string") return reason;
  return found.flatMap((one) => (typeof one === "string" ? [] : [one.values[0] ?? new Float64Array()]));
}
