/** What the snippets of test/formats do not show: other schemas, no schema, checks of one's own, any value. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { explainZod } from "../../../src/core/scenario/explain.ts";
import { formatPath, valueAt } from "../../../src/core/scenario/path.ts";
import { SCHEMA } from "../../formats/bad-snippets.ts";
import { documents, maps } from "./documents.ts";

function explain(schema: z.ZodType, value: unknown, known = true) {
  const { error } = schema.safeParse(value);
  if (!error) throw new Error("accepted");
  return explainZod(error, value, known ? schema : undefined);
}

it("says what it can without the schema", () => {
  const found = explain(SCHEMA, { weks: 1, weeks: "25%", legs: { a: { weeks: { value: "x" } } } }, false);
  expect(found.map(({ path, message }) => `${formatPath(path)}: ${message}`)).toEqual([
    'weeks: expected a number, found "25%": write 0.25',
    'legs.a.weeks.value: expected a number, found "x"',
    'weks: unknown key "weks"',
  ]);
});

it("passes on what checks of one's own say", () => {
  const schema = z.strictObject({
    a: z.number().refine((a) => a > 1, { error: "must be above one", params: { suggestion: "2", allowed: "2, 3" } }),
    b: z.number().superRefine((_, context) => {
      context.addIssue({ code: "custom", message: "is not wanted", params: { on: "key" } });
    }),
    c: z.any().refine(() => false),
  });
  expect(
    explain(
      schema.refine(() => false, { error: "do not fit", path: ["d"] }),
      { a: 1, b: 2, c: [] },
    ),
  ).toMatchObject([
    { path: ["a"], message: "1 must be above one", suggestion: "2", allowed: "2, 3", on: "value" },
    { path: ["b"], message: "2 is not wanted", on: "key" },
    { path: ["c"], message: "is not accepted" },
    { path: ["d"], message: "do not fit" },
  ]);
});

it("picks the branch of a union that the author meant", () => {
  const byMode = z.union([
    z.strictObject({ mode: z.literal("sea"), boats: z.number() }),
    z.strictObject({ mode: z.literal("land"), cars: z.number(), drivers: z.number() }),
  ]);
  expect(explain(byMode, { mode: "land", cars: "x", drivers: 1 })).toMatchObject([{ path: ["cars"] }]);
  expect(explain(byMode, { mode: "sea" })).toMatchObject([{ path: [], message: 'key "boats" is missing or empty', on: "key" }]);
  const listOrOne = z.union([z.number(), z.array(z.number())]);
  expect(explain(listOrOne, [1, "x"])).toMatchObject([{ path: [1], message: 'expected a number, found "x"' }]);
  expect(explain(listOrOne, "x")).toMatchObject([{ path: [], message: 'expected a number or a list, found "x": write [x]' }]);
});

it("looks through wrappers: lazy, transformed, nested, intersected", () => {
  const inner = z.strictObject({ weeks: z.number().meta({ unit: "weeks" }) });
  const schema = z.strictObject({
    lazy: z.lazy(() => inner.optional()),
    piped: z.preprocess((value) => value, inner).readonly(),
    both: z.object({ a: z.number() }).and(z.object({ b: z.number().max(3) })),
  });
  const found = explain(schema, { lazy: { weks: 1 }, piped: { weeks: "2" }, both: { a: 1, b: 4 } });
  expect(found).toMatchObject([
    { path: ["lazy", "weks"], suggestion: "weeks" },
    { path: ["piped", "weeks"], allowed: "a number (weeks)" },
    { path: ["both", "b"], message: "4 is too large", allowed: "a number of at most 3" },
  ]);
});

it("says which key was misspelt where the choice of a branch hangs on it", () => {
  const schema = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("boat"), size: z.number() }),
    z.strictObject({ kind: z.literal("bus"), size: z.number() }),
  ]);
  expect(explain(schema, { "k!n!": [] })).toMatchObject([{ path: ["k!n!"], suggestion: "kind", on: "key" }]);
});

it("names the words of keys that are a choice", () => {
  const schema = z.partialRecord(z.enum(["deaths", "arrivals"]), z.number());
  expect(explain(schema, { death: 1 })).toMatchObject([
    {
      path: ["death"],
      message: 'unknown key "death"',
      allowed: "deaths, arrivals",
      suggestion: "deaths",
      on: "key",
    },
  ]);
});

it("shortens what it echoes and shows what cannot be seen", () => {
  const [long] = explain(z.number(), "y".repeat(10_000));
  expect(long?.message.length).toBeLessThan(120);
  const [hidden] = explain(z.number(), "2\u00a0\u200b\u001b");
  expect(hidden?.message).toContain('"2\\u{a0}\\u{200b}\\u{1b}"');
});

it("any document has issues that point into it, and none is lost", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        documents,
        maps.map((legs) => ({ legs })),
        maps.map((one) => ({ instruments: [one] })),
      ),
      (document) => {
        const { error } = SCHEMA.safeParse(document);
        if (!error) return;
        const found = explainZod(error, document, SCHEMA);
        expect(found.length).toBeGreaterThan(0);
        for (const { path, message, on } of found) {
          expect(message).not.toBe("");
          expect(["key", "value"]).toContain(on);
          expect(valueAt(document, path)).toBeDefined();
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it("keeps to a branch however many of its keys are wrong", () => {
  const schema = z.strictObject({ fee: z.union([z.number(), z.strictObject({ value: z.number() })]) });
  const fee = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`valu${index}`, 1]));
  expect(explain(schema, { fee })[1]).toMatchObject({ path: ["fee", "valu0"], suggestion: "value" });
});

it("stops at two thousand mistakes, and says how many it left out", () => {
  const found = explain(z.array(z.number()), Array(2500).fill("x"));
  expect(found).toHaveLength(2001);
  expect(found.at(-1)).toMatchObject({ path: [], message: "500 more mistakes were left out" });
});

it("ten thousand unknown keys are ten thousand issues", () => {
  const document = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`week${index}`, 1]));
  expect(explain(SCHEMA, document)).toHaveLength(10_000);
});
