/** A scenario: one ecosystem, one strategy, run settings. */
import { z } from "zod";
import { dateSchema } from "../../quantity.ts";
import { name, text, title } from "./names.ts";

export const LARGEST_SCALE = 100000;
export const MOST_REPLICATES = 100000;
export const MOST_RECORD_WEEKS = 520;

/** Of the key `run` of a scenario; what it accepts is `RunSettings`. */
export const runSchema = z.strictObject({
  start: dateSchema.optional().meta({ description: "first day; the ecosystem's when absent" }),
  end: dateSchema.optional().meta({ description: "last day; the ecosystem's when absent" }),
  seed: z
    .union([z.string().min(1).max(200), z.int().min(0)])
    .default(1)
    .meta({ description: 'any text or whole number; 42 and "42" are the same seed' }),
  warmupWeeks: z.int().min(0).max(1040).default(156).meta({
    description: "weeks played before the start, under the conditions of the start, so that the market has settled",
    unit: "weeks",
  }),
  scale: z.number().min(1).max(LARGEST_SCALE).default(10).meta({
    description:
      "real persons per simulated migrant; 1 = full scale. A coarser run is quicker and noisier, and biased where the usual smuggler of a leg has less than one seat a week",
    unit: "persons",
  }),
  replicates: z.int().min(1).max(MOST_REPLICATES).default(1).meta({ description: "runs that differ only by luck" }),
  recordWeeks: z.int().min(1).max(MOST_RECORD_WEEKS).default(4).meta({
    description: "weeks per row of the tables by actor (harms, market shares, enablers); the time series is weekly",
    unit: "weeks",
  }),
  rounds: z
    .union([z.literal(12), z.literal(20)])
    .default(12)
    .meta({
      description: "rounds of the random function; 20 checks that results do not hang on it",
    }),
});

export const scenarioSchema = z.strictObject({
  format: z.literal("corridor/scenario@1"),
  extends: z.string().optional(),
  name,
  title: title.optional(),
  about: text.optional(),
  ecosystem: z.string().meta({ description: "name of a shipped ecosystem, or a path" }),
  strategy: z.string().default("none").meta({ description: "name of a shipped strategy, or a path" }),
  run: runSchema.prefault({}),
  set: z.record(z.string(), z.unknown()).optional().meta({
    description: "changes to the ecosystem by path, such as legs.north-coast.weeks: 2",
  }),
});
export type ScenarioDocument = z.output<typeof scenarioSchema>;
/** How long, how coarse and with which seed a run plays. */
export type RunSettings = z.output<typeof runSchema>;
