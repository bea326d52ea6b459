/**
 * A number that knows its unit, its range and where it comes from.
 *
 * In a file it is written `fee: 900` or `fee: { value: 900, low: 500, high: 2000, source: unodc-2018, grade: B }`.
 * `low` and `high` are the plausible range: the default of every sweep, sensitivity study and calibration.
 */
import { z } from "zod";
import { parseDate } from "./calendar.ts";

/** How far a figure can be trusted. */
export const GRADES = {
  A: "official statistics or several independent sources",
  B: "one credible source, read",
  C: "computed from sources, or a non-random sample",
  D: "recalled or order of magnitude",
  assumed: "no source: an assumption, to be varied",
} as const;
export type Grade = keyof typeof GRADES;
export const gradeSchema = z.enum(Object.keys(GRADES) as [Grade, ...Grade[]]);

export interface Quantity {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly source?: string | undefined;
  readonly grade?: Grade | undefined;
  readonly note?: string | undefined;
}

export interface QuantitySpec {
  /** "1" for a pure number, "share" for 0..1, "USD/person", "per year" ... */
  readonly unit: string;
  /** What it is, one clause. */
  readonly about: string;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

const LARGEST = 1e15;

function rangedNumber(spec: QuantitySpec) {
  const number = spec.integer ? z.int() : z.number();
  return number
    .min(spec.min ?? -LARGEST)
    .max(spec.max ?? LARGEST)
    .meta({ unit: spec.unit });
}

/** Schema of one quantity: unit, range and meaning in one place. */
export function quantity(spec: QuantitySpec) {
  const number = rangedNumber(spec);
  return z
    .union([
      number,
      z
        .strictObject({
          value: number,
          low: number.optional(),
          high: number.optional(),
          source: z.string().optional(),
          grade: gradeSchema.optional(),
          note: z.string().optional(),
        })
        .refine((q) => (q.low ?? q.value) <= q.value && q.value <= (q.high ?? q.value), {
          error: "low <= value <= high must hold",
        }),
    ])
    .transform((q): Quantity => (typeof q === "number" ? { value: q } : q))
    .meta({ description: `${spec.about} [${spec.unit}]`, unit: spec.unit, about: spec.about, quantity: true });
}

/** A share between 0 and 1. */
export const share = (about: string) => quantity({ unit: "share", about, min: 0, max: 1 });
/** A probability of one event, 0..1. */
export const probability = (about: string, per: string) => quantity({ unit: `probability per ${per}`, about, min: 0, max: 1 });
/** A non-negative factor, 1 = unchanged. */
export const factor = (about: string, max = 1000) => quantity({ unit: "factor", about, min: 0, max });

/** A calendar date, written YYYY-MM-DD. */
export const dateSchema = z
  .string()
  .refine((text) => parseDate(text) !== undefined, { error: "must be a calendar date that exists, written YYYY-MM-DD" })
  .meta({ description: "calendar date, YYYY-MM-DD", examples: ["2018-06-07"], format: "date" });

/** A quantity that may change on dates: a number, or `{ "2014-01-01": 3, "2016-06-01": 5 }`, held until the next date. */
export interface Series {
  readonly points: readonly { readonly day: number; readonly quantity: Quantity }[];
}

/** Schema of a quantity over time. The first value also holds before its date. `interpolate` draws straight lines between dates. */
export function series(spec: QuantitySpec) {
  const one = quantity(spec);
  return z
    .union([
      one,
      z.strictObject({
        series: z.record(dateSchema, one).refine((r) => Object.keys(r).length > 0, { error: "a series needs at least one date" }),
        interpolate: z.boolean().optional(),
      }),
    ])
    .meta({ description: `${spec.about}, may change on dates [${spec.unit}]`, unit: spec.unit, about: spec.about });
}
export type SeriesInput = z.output<ReturnType<typeof series>>;

interface Point {
  readonly day: number;
  readonly value: number;
}

/** The value of a series on a day: step-wise, or linear between dates when it asks for it. */
export function valueOn(input: SeriesInput, day: number): number {
  return "value" in input ? input.value : valueAt(pointsOf(input.series), input.interpolate === true, day);
}

/** Its values on many days; dates are read once. */
export function valuesOn(input: SeriesInput, days: readonly number[]): Float64Array {
  if ("value" in input) return new Float64Array(days.length).fill(input.value);
  const points = pointsOf(input.series);
  const interpolates = input.interpolate === true;
  return Float64Array.from(days, (day) => valueAt(points, interpolates, day));
}

function pointsOf(series: Readonly<Record<string, Quantity>>): Point[] {
  return Object.entries(series)
    .map(([date, q]) => ({ day: parseDate(date) as number, value: q.value }))
    .sort((a, b) => a.day - b.day);
}

function valueAt(points: readonly Point[], interpolates: boolean, day: number): number {
  let before = points[0] as Point;
  for (const point of points) {
    if (point.day > day) {
      if (!interpolates || before.day > day) return before.value;
      return before.value + ((point.value - before.value) * (day - before.day)) / (point.day - before.day);
    }
    before = point;
  }
  return before.value;
}

/** The same tree with every quantity replaced by its number. */
export type Values<T> = T extends Quantity
  ? number
  : T extends readonly (infer U)[]
    ? Values<U>[]
    : T extends object
      ? { [K in keyof T]: Values<T[K]> }
      : T;

export function isQuantity(node: unknown): node is Quantity {
  return typeof node === "object" && node !== null && "value" in node && typeof node.value === "number";
}

/** Replaces every quantity of a parsed tree by its number. */
export function values<T>(node: T): Values<T> {
  if (isQuantity(node)) return node.value as Values<T>;
  if (Array.isArray(node)) return node.map((item) => values(item)) as Values<T>;
  if (typeof node === "object" && node !== null) {
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, values(child)])) as Values<T>;
  }
  return node as Values<T>;
}
