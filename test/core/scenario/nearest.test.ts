/** Did you mean ...? */
import { expect, it } from "vitest";
import { nearest } from "../../../src/core/scenario/nearest.ts";

const KEYS = ["weeks", "fee", "perJurisdiction", "asset-freeze", "patrol", "low"];

it.each([
  ["weks", "weeks"],
  ["wekes", "weeks"],
  ["patroll", "patrol"],
  ["per_jurisdiction", "perJurisdiction"],
  ["ASSET_FREEZE", "asset-freeze"],
  ["lo", "low"],
])("%s is meant as %s", (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

it.each(["", "x", "harbour", "y".repeat(100_000)])("nothing is near to %.20s", (word) => {
  expect(nearest(word, KEYS)).toBeUndefined();
});
