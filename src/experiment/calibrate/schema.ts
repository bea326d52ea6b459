/** A calibration: which published figures of which years decide over which uncertain quantities, by which method. */
import { z } from "zod";
import { name, runSchema, targetSchema, text, title } from "../../core/index.ts";

const MOST_RUNS = 1_000_000;
const LONGEST_RUN_MINUTES = 1440;

const year = z.int().min(1900).max(2200);

/** The terms on which a target counts; what it says stands in the ecosystem, or here when the ecosystem has no such figure. */
export const fittedTargetSchema = z.strictObject({
  discrepancy: z.number().min(0).max(5).optional().meta({
    description:
      "share of the published figure by which even the best parameters may miss it; that of the calibration when absent",
    unit: "share",
  }),
  weight: z.number().positive().max(1000).default(1).meta({ description: "how much it counts beside the others" }),
  figure: targetSchema.optional().meta({
    description: "a published figure that the ecosystem does not have: metric, year, value with low, high and source",
  }),
});

export const freeParameterSchema = z.strictObject({
  low: z.number().optional().meta({ description: "lower end of the prior; that of the quantity in its file when absent" }),
  high: z.number().optional().meta({ description: "upper end of the prior; that of the quantity in its file when absent" }),
  scale: z.enum(["linear", "log"]).default("linear").meta({ description: "log: the prior is even in the logarithm" }),
});

const DEFAULT_SETS = 60;
const DEFAULT_FIRST = 120;
const DEFAULT_LUCK = 8;
const DEFAULT_RUNS = 600;
const DEFAULT_PACE = 0.05;

export const methodSchema = z.strictObject({
  kind: z.literal("abc-smc").meta({
    description: "approximate Bayesian computation by adaptive population Monte Carlo (Lenormand, Jabot and Deffuant 2013)",
  }),
  first: z.int().min(8).max(100_000).default(DEFAULT_FIRST).meta({ description: "sets of the first wave, drawn from the prior" }),
  keep: z
    .int()
    .min(4)
    .max(50_000)
    .default(DEFAULT_SETS)
    .meta({ description: "sets that are kept after each wave, the best: the ensemble" }),
  luck: z
    .int()
    .min(2)
    .max(1000)
    .default(DEFAULT_LUCK)
    .meta({ description: "runs of the defaults, from whose spread the part of luck is told" }),
  runs: z
    .int()
    .min(8)
    .max(MOST_RUNS)
    .default(DEFAULT_RUNS)
    .meta({ description: "budget: runs of all waves together, without the checks" }),
  tolerance: z.number().min(0).default(0).meta({ description: "stop when every kept set has a misfit of at most this" }),
  pace: z.number().min(0).max(1).default(DEFAULT_PACE).meta({
    description: "stop when a smaller share of a wave comes among the best",
    unit: "share",
  }),
});
export type Method = z.output<typeof methodSchema>;

export const calibrationSchema = z.strictObject({
  format: z.literal("corridor/calibration@1"),
  extends: z.string().optional().meta({ description: "the calibration from which this one differs" }),
  name,
  title: title.optional(),
  about: text.optional(),
  ecosystem: z.string().meta({ description: "name of a shipped ecosystem, or a path" }),
  strategy: z.string().meta({ description: "name of a shipped strategy, or a path: what was done in the years that are fitted" }),
  years: z.strictObject({ from: year, until: year }).meta({
    description: "calendar years whose figures are fitted; they must lie within `fitting` of the ecosystem",
  }),
  targets: z.record(z.string(), fittedTargetSchema).default({}).meta({
    description: "terms of single figures, by their name in the ecosystem; those without an entry count once",
  }),
  leaveOut: z
    .array(z.string())
    .default([])
    .meta({ description: "figures of those years that are not fitted; they are checked at the end" }),
  parameters: z.record(z.string(), freeParameterSchema).meta({
    description: "quantities that are free, by path; {} takes the prior from low to high in the file",
  }),
  discrepancy: z.number().min(0).max(5).default(0.1).meta({
    description: "model discrepancy: share of a published figure by which even the best parameters may miss it",
    unit: "share",
  }),
  set: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "fixed changes by path, such as legs.north-coast.weeks: 2" }),
  method: methodSchema.prefault({ kind: "abc-smc" }),
  check: z
    .strictObject({
      until: year
        .optional()
        .meta({ description: "last year that is played by the accepted sets, to check them; the last fitted one when absent" }),
      sets: z
        .int()
        .min(2)
        .max(50_000)
        .optional()
        .meta({ description: "accepted sets that are played for it, drawn by weight; all when absent" }),
      replicates: z
        .int()
        .min(1)
        .max(1000)
        .default(1)
        .meta({ description: "runs of each accepted set, with luck that was not fitted to" }),
    })
    .prefault({}),
  run: runSchema.prefault({}),
  timeoutMinutes: z.number().positive().max(LONGEST_RUN_MINUTES).default(60).meta({
    description: "a run that takes longer is given up; its set is then not accepted",
    unit: "minutes",
  }),
});
export type CalibrationDocument = z.output<typeof calibrationSchema>;
