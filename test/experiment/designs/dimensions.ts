/** Uncertainties of every sort, for tests of designs. */
import fc from "fast-check";
import type { Dimension } from "../../../src/experiment/designs/index.ts";

type Range = Extract<Dimension, { kind: "range" }>;

export function range(name: string, low: number, high: number, more: Partial<Range> = {}): Range {
  return { kind: "range", name, value: low, low, high, scale: "linear", integer: false, ...more };
}

export function words(name: string, values: readonly (number | boolean | string)[], value = 0): Dimension {
  return { kind: "list", name, values, value };
}

/** A range of each sort and a list. */
export const MIXED: readonly Dimension[] = [
  range("share", 0, 1, { value: 0.5 }),
  range("fee", 1, 1000, { value: 10, scale: "log" }),
  range("boats", 1, 6, { value: 2, integer: true }),
  words("rule", ["logit", "imitation", "satisficing"], 1),
];

export const anyDimension: fc.Arbitrary<Dimension> = fc.oneof(
  fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }))
    .map(([low, width]) => range("real", low, low + width)),
  fc
    .tuple(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }))
    .map(([low, factor]) => range("scale", low, low * factor, { scale: "log" })),
  fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(1000))
    .map(([low, width]) => range("whole", low, low + width, { integer: true })),
  fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000))
    .map(([low, width]) => range("whole scale", low, low + width, { integer: true, scale: "log" })),
  fc.integer({ min: 1, max: 12 }).map((length) =>
    words(
      "words",
      Array.from({ length }, (_, i) => `word ${i}`),
    ),
  ),
);
