/** A strategy: a named list of dated, repeated or conditional instruments. */
import { z } from "zod";
import { INSTRUMENTS } from "../../instruments/index.ts";
import { ecosystemFields } from "./ecosystem.ts";
import { name, named, text, title } from "./names.ts";

const branches = INSTRUMENTS.map((entry) => entry.params.meta({ description: entry.about }));
export const instrumentSchema = z.discriminatedUnion("kind", branches as [z.ZodObject, ...z.ZodObject[]]);

/** What every instrument has; the rest belongs to its kind. */
export interface InstrumentDocument {
  readonly kind: string;
  readonly title?: string;
  readonly note?: string;
  readonly start: string;
  readonly until?: string;
  readonly every?: string;
  readonly when?: readonly { indicator: string; above?: number; below?: number }[];
  readonly cost?: Readonly<Record<string, { value: number }>>;
  readonly by?: string;
  readonly rampWeeks?: { value: number };
}

/** Of the document of a strategy; what it accepts is a `Strategy`. References into an ecosystem are checked by `loadScenario`. */
export const strategySchema = z.strictObject({
  format: z.literal("corridor/strategy@1"),
  extends: z.string().optional().meta({ description: "the strategy from which this one differs" }),
  name,
  title,
  about: text.meta({ description: "in words: what it stands for" }),
  instruments: named(instrumentSchema).meta({ description: "by name; their order in the file means nothing" }),
});

/** Of the document of an ecosystem; what it accepts is an `Ecosystem`. References within it are checked by `loadScenario`. */
export const ecosystemSchema = z.strictObject({
  ...ecosystemFields,
  shocks: named(instrumentSchema).meta({ description: "what happened from outside, in every strategy alike" }),
});

/** A market and its surroundings as a document that was checked and has its defaults; `corridor schema ecosystem` has every key. */
export type Ecosystem = z.output<typeof ecosystemSchema>;
/** What authorities do, as a document that was checked: instruments by name, with their dates. */
export type Strategy = z.output<typeof strategySchema>;
