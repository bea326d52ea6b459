/** The reference of the library is that of its sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { libraryReference } from "../../src/setup/library-reference.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const page = libraryReference(ROOT);

it("is the one in docs (npm run library-reference)", () => {
  expect(readFileSync(join(ROOT, "docs", "library-reference.md"), "utf8")).toBe(page);
});

it("has every name that the entries export as values", async () => {
  const entries = [await import("../../src/index.ts"), await import("../../src/node/index.ts")];
  const values = entries.flatMap((entry) => Object.keys(entry));
  expect(values.filter((name) => !page.includes(`\n### ${name}\n`))).toEqual([]);
  expect(values.length).toBeGreaterThan(10);
});
