/** An experiment: ecosystems x strategies x points of a design x replicates, and what is kept of each run. */
import { z } from "zod";
import { dateSchema, name, runSchema, text, title } from "../core/index.ts";
import { ANALYSIS_KINDS } from "./analyses/kinds.ts";
import { DESIGNS } from "./designs/index.ts";
import { questionSchema } from "./question.ts";

const MOST_PARTS = 100;
const LONGEST_RUN_MINUTES = 1440;

const scalars = z.array(z.union([z.number(), z.boolean(), z.string()]));

export const uncertaintySchema = z.strictObject({
  low: z.number().optional().meta({ description: "lower end; that of the quantity in its file when absent" }),
  high: z.number().optional().meta({ description: "upper end; that of the quantity in its file when absent" }),
  scale: z.enum(["linear", "log"]).default("linear").meta({ description: "log: evenly in the logarithm" }),
  values: scalars.min(1).optional().meta({ description: "these values instead of a range; also for switches and words" }),
});

const PER_WEEKS = /^([1-9]\d{0,2}) weeks?$/;
/** Weeks per row of the series; "year" is a calendar year. */
export type Interval = "end" | "year" | number;

const interval = z
  .string()
  .refine((words) => words === "end" || words === "year" || PER_WEEKS.test(words), {
    error: 'must be "end", "year" or a number of weeks, such as "4 weeks"',
  })
  .meta({ description: 'rows of the time series: "end" (none), "year" (calendar years) or such as "4 weeks"' });

/** Reads what the schema has accepted. */
export function readInterval(words: string): Interval {
  const weeks = PER_WEEKS.exec(words)?.[1];
  return weeks === undefined ? (words as "end" | "year") : Number(weeks);
}

/** Tables by actor that a run can leave beside its series. */
export const ACTOR_TABLES = ["harms", "market_shares", "enablers", "events"] as const;

export const recordSchema = z.strictObject({
  outcomes: z.array(z.string()).min(1).optional().meta({ description: "columns of the time series to keep; all when absent" }),
  every: interval.default("year"),
  tables: z.array(z.enum(ACTOR_TABLES)).default([]).meta({ description: "tables by actor to keep as well; they are large" }),
  from: dateSchema.optional().meta({
    description: "date from which horizons of 1, 2, 5 and 10 years are counted; the first instrument of any strategy when absent",
  }),
  weekly: z.array(z.string()).default([]).meta({
    description: "outcomes of which every week is kept, to tell when an effect becomes visible and how it decays",
  }),
  decompose: z.boolean().default(false).meta({
    description: "split the difference to the baseline, run by run, into disruption, shaping, volume, route and environment",
  }),
});

const designs = DESIGNS.map((entry) => entry.params.meta({ description: entry.about }));

export const experimentSchema = z.strictObject({
  format: z.literal("corridor/experiment@1"),
  extends: z.string().optional().meta({ description: "the experiment from which this one differs" }),
  name,
  title: title.optional(),
  about: text.optional(),
  ecosystems: z.array(z.string()).min(1).max(MOST_PARTS).meta({ description: "names of shipped ecosystems, or paths" }),
  strategies: z
    .array(z.string())
    .min(1)
    .max(MOST_PARTS)
    .default(["none"])
    .meta({ description: "names of shipped strategies, or paths; every one meets the same luck" }),
  baseline: z.string().optional().meta({
    description: "the strategy with which the others are compared; the first when absent",
  }),
  uncertainties: z.record(z.string(), uncertaintySchema).default({}).meta({
    description:
      "quantities to vary, by path, such as enablers.reviewWeeks; {} takes low and high from the file; paths that begin with instruments belong to strategies",
  }),
  design: z
    .discriminatedUnion("kind", designs as [z.ZodObject, ...z.ZodObject[]])
    .optional()
    .meta({ description: "how points are chosen; one point, the defaults, when absent" }),
  set: z.record(z.string(), z.unknown()).optional().meta({
    description: "fixed changes by path, such as legs.north-coast.weeks: 2",
  }),
  run: runSchema.prefault({}),
  record: recordSchema.prefault({}),
  analyses: z
    .array(z.enum(ANALYSIS_KINDS))
    .default([])
    .meta({ description: "what is made of the runs at the end; corridor analyse makes more of them later" }),
  question: questionSchema.prefault({}).meta({ description: "what ranking, regret, boundary, boxes and information are about" }),
  timeoutMinutes: z.number().positive().max(LONGEST_RUN_MINUTES).default(60).meta({
    description: "a run that takes longer is given up and listed in failures.csv",
    unit: "minutes",
  }),
});
export type ExperimentDocument = z.output<typeof experimentSchema>;
