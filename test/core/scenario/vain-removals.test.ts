/** Keys without a value: what they take out must be there. */
import { expect, it } from "vitest";
import { z } from "zod";
import { formatPath } from "../../../src/core/scenario/path.ts";
import { vainRemovals } from "../../../src/core/scenario/vain-removals.ts";

const quantity = z.strictObject({ value: z.number(), low: z.number().optional(), high: z.number().optional() });
const schema = z.strictObject({
  rounds: z.record(z.string(), z.strictObject({ cost: quantity })),
  switches: z.strictObject({ freeze: z.boolean().optional() }).optional(),
  fee: z.union([z.number(), quantity]),
});
const below = { rounds: { first: { cost: { value: 1, low: 0 } } }, fee: 3 };

const said = (over: unknown) => vainRemovals(below, over, schema).map(({ path, suggestion }) => [formatPath(path), suggestion]);

it("what is there can be taken out, at every depth", () => {
  expect(said({ rounds: { first: null }, fee: null })).toEqual([]);
  expect(said({ rounds: { first: { cost: { low: null } } } })).toEqual([]);
});

it("a key that takes nothing out is a mistake, each of them, with what was meant", () => {
  expect(said({ rounds: { frist: null, second: { bogus: null } }, feee: null, no: null })).toEqual([
    ["rounds.frist", "first"],
    ["rounds.second.bogus", undefined],
    ["feee", "fee"],
    ["no", undefined],
  ]);
});

it("names that only the schema knows are guessed too", () => {
  expect(said({ switches: { freze: null }, fee: { value: 2, hihg: null } })).toEqual([
    ["switches.freze", "freeze"],
    ["fee.hihg", "high"],
  ]);
});

it("says what can be taken out, and that a text with a comma needs quotes", () => {
  expect(vainRemovals(below, { rounds: { frist: null } })[0]).toMatchObject({
    message: '"frist" has no value, and below there is none in rounds to take out',
    allowed: "a value, or one of first to take it out",
  });
  expect(vainRemovals(below, { fee: { "by worker": null } })[0]?.allowed).toContain("in quotes");
});

it("is silent about what is no map", () => {
  expect(vainRemovals(below, null)).toEqual([]);
  expect(vainRemovals(undefined, [null, { a: null }])).toEqual([]);
});
