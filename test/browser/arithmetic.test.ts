/** Arithmetic and draws have the same bits in Node and in a browser: nothing in the core depends on the engine. */
import { expect, it } from "vitest";
import { arithmeticHashes } from "./arithmetic.ts";
import { runInChromium } from "./harness.ts";

const EXTENT = { seed: "arithmetic", values: 100_000 };

it("computes the same bits in Node and Chromium", async () => {
  const inChromium = await runInChromium("test/browser/arithmetic.ts", "arithmeticHashes", EXTENT);
  expect(inChromium).toEqual(arithmeticHashes(EXTENT));
});

it("tells one value from another", () => {
  const hashes = Object.values(arithmeticHashes({ ...EXTENT, values: 1000 }));
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(arithmeticHashes({ ...EXTENT, values: 1001 })).not.toEqual(arithmeticHashes({ ...EXTENT, values: 1000 }));
});

it("says what went wrong in the page", async () => {
  await expect(runInChromium("test/browser/arithmetic.ts", "missing", null)).rejects.toThrow(/not a function/);
});
