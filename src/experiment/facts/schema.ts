/** Stylised facts as checks: a statement, a statistic, a band, a source. */
import { z } from "zod";
import { gradeSchema, name, named, text, title } from "../../core/index.ts";
import { STATISTICS } from "./statistics/index.ts";

const statistics = STATISTICS.map((entry) => entry.params.meta({ description: entry.about }));

export const factSchema = z
  .strictObject({
    statement: title.meta({ description: "what is known, in one sentence" }),
    ecosystems: z.array(name).optional().meta({ description: "where it is known of; everywhere when absent" }),
    statistic: z.discriminatedUnion("kind", statistics as [z.ZodObject, ...z.ZodObject[]]),
    low: z.number().meta({ description: "lower end of the band" }),
    high: z.number().meta({ description: "upper end of the band" }),
    source: text,
    grade: gradeSchema,
    knownToFail: text.optional().meta({ description: "why the model fails it, if it is known to: then failing is no surprise" }),
  })
  .refine(({ low, high }) => low <= high, {
    error: "the lower end of the band is above the upper end",
    path: ["low"],
    params: { allowed: "at most the value of high" },
  });
export type Fact = z.output<typeof factSchema>;

export const checksSchema = z.strictObject({
  format: z.literal("corridor/checks@1"),
  extends: z.string().optional().meta({ description: "the checks from which these differ" }),
  name,
  title,
  about: text,
  battery: z.string().default("field").meta({ description: "battery of patterns whose arms are used" }),
  facts: named(factSchema),
  years: z.int().min(1).max(30).default(2).meta({ description: "years of policy that are played" }),
  replicates: z.int().min(2).max(1000).default(5),
  scale: z.number().min(1).default(30).meta({ description: "real persons per simulated migrant", unit: "persons" }),
});
export type ChecksDocument = z.output<typeof checksSchema>;

/** What a plan keeps of the checks it was made for. */
export interface FactsPlan {
  readonly start: string;
  readonly facts: Readonly<Record<string, Fact>>;
}
