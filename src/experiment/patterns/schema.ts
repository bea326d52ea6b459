/** A battery of patterns: what a model of such markets should show, as data that can fail. */
import { z } from "zod";
import { name, named, text, title } from "../../core/index.ts";
import { uncertaintySchema } from "../schema.ts";
import { armSchema } from "./arm.ts";

const relative = (description: string) => z.number().min(-10).max(100).meta({ description, unit: "share" });

/** Parts of the exact split of a difference of expected harm. */
export const CLAIMED_PARTS = ["volume", "route", "share", "coercion", "shaping-both"] as const;

export const claimSchema = z
  .strictObject({
    title: title.meta({ description: "in words: what should be seen" }),
    arm: z.string().meta({ description: "the arm that is claimed to do something" }),
    against: z.string().default("none").meta({ description: "the arm it is compared with, pair by pair" }),
    outcome: z.string().meta({ description: "column of the time series" }),
    period: z
      .string()
      .meta({ description: '"1 year", "2 years", "5 years", "whole span", or "year 4": the fourth calendar year of policy' }),
    expect: z.enum(["lower", "higher", "little", "between"]).meta({
      description: "lower or higher than the other arm; little: within a band around nothing; between: within a stated band",
    }),
    least: relative(
      "lower, higher: a change smaller than this would be none; the claim fails once the interval excludes it",
    ).default(0.02),
    within: relative("little: half width of the band").default(0.05),
    low: relative("between: lower end of the relative change").optional(),
    high: relative("between: upper end of the relative change").optional(),
    part: z.enum(CLAIMED_PARTS).optional().meta({
      description:
        "only this part of the split of a difference of harm_index_expected: the baseline plus that part is what is compared",
    }),
    perSpend: z.boolean().default(false).meta({
      description: "what each arm takes off the baseline's outcome for a million spent in the same pair is compared",
    }),
  })
  .refine(({ expect, low, high }) => expect !== "between" || (low !== undefined && high !== undefined && low < high), {
    error: "between needs low < high",
    path: ["low"],
  });
export type Claim = z.output<typeof claimSchema>;

export const patternSchema = z.strictObject({
  title,
  about: text,
  source: text.meta({ description: "where the expectation comes from" }),
  claims: named(claimSchema).meta({ description: "the pattern holds when all of them do" }),
  placebo: z.string().optional().meta({
    description: "an arm that should not do it: its row of the first claim is shown, and a placebo that does it too is said",
  }),
  probe: claimSchema.optional().meta({
    description:
      "shows that the pattern could have failed: the same outcome under an arm that must move it; if that does not, the verdict is by construction",
  }),
  byConstruction: text
    .optional()
    .meta({ description: "why it cannot but hold, if so: the verdict is then by construction, never holds" }),
});
export type Pattern = z.output<typeof patternSchema>;

const setting = z.strictObject({
  about: text,
  source: text.optional(),
  set: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
    .meta({ description: "changes to the ecosystem by path" }),
  main: z
    .boolean()
    .default(false)
    .meta({ description: "one of the main ones: tried by quick budgets, and the box is tried under it too" }),
});

export const TRIES = ["defaults", "main-rules", "rules", "mechanisms", "alternatives", "box"] as const;

export const budgetSchema = z.strictObject({
  about: text,
  tries: z.array(z.enum(TRIES)).meta({ description: "what is tried beside the defaults" }),
  replicates: z.int().min(2).max(1000),
  points: z.int().min(0).max(10_000).meta({ description: "points of the box" }),
  years: z.int().min(1).max(30).meta({ description: "years of policy that are played" }),
  scale: z.number().min(1).meta({ description: "real persons per simulated migrant", unit: "persons" }),
});
export type Budget = z.output<typeof budgetSchema>;

export const patternsSchema = z.strictObject({
  format: z.literal("corridor/patterns@1"),
  extends: z.string().optional().meta({ description: "the battery from which this one differs" }),
  name,
  title,
  about: text,
  start: z.number().min(0).max(1).default(0.33).meta({
    description: "policy begins on the first Monday of the year that begins after this share of the ecosystem's span",
    unit: "share",
  }),
  arms: named(armSchema),
  patterns: named(patternSchema),
  rules: named(setting).meta({ description: "other decision rules; each is tried with everything else at its default" }),
  alternatives: named(setting).meta({ description: "other structures, where the literature disagrees" }),
  box: z
    .record(z.string(), uncertaintySchema)
    .meta({ description: "quantities over which the patterns are tried, as in an experiment" }),
  budgets: z.strictObject({ quick: budgetSchema, full: budgetSchema }),
});
export type PatternsDocument = z.output<typeof patternsSchema>;
