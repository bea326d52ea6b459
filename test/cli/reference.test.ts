import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { referencePage } from "../../src/cli/present/reference-page.ts";
import { scopeOf } from "../../src/cli/scope.ts";

describe("the reference page", () => {
  it("is the one in scenarios (corridor reference --write scenarios)", async () => {
    expect(await referencePage(scopeOf(undefined))).toBe(await readFile("scenarios/README.md", "utf8"));
  });
});
