import { describe, expect, it } from "vitest";
import { replicateSeed } from "../../src/experiment/replicate.ts";

describe("seeds of replicates", () => {
  it("are those of the scenario for the first, and other for each of the others", () => {
    expect(replicateSeed(42, 1)).toBe("42");
    expect(replicateSeed("pilot", 1)).toBe("pilot");
    const seeds = Array.from({ length: 5000 }, (_, i) => replicateSeed(1, i + 1));
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it("are the same for 42 and its text, and other for what only looks alike", () => {
    expect(replicateSeed(42, 7)).toBe(replicateSeed("42", 7));
    const alike = ["1", "11", "111", "1|replicate|1", "base", "basebase", "007", "7"].map((seed) => replicateSeed(seed, 2));
    expect(new Set(alike).size).toBe(alike.length);
  });

  it("stay what they are", () => {
    expect([2, 3, 100].map((replicate) => replicateSeed(1, replicate))).toMatchInlineSnapshot(`
      [
        "992807443737335",
        "871722498864718",
        "128374154409726",
      ]
    `);
  });

  it("have at most fifteen digits, so that a spreadsheet shows them whole", () => {
    for (let i = 2; i < 500; i++) expect(replicateSeed("x", i)).toMatch(/^(0|[1-9]\d{0,14})$/);
  });

  it("refuse a replicate that is none", () => {
    expect(() => replicateSeed(1, 0)).toThrow(RangeError);
    expect(() => replicateSeed(1, 1.5)).toThrow(RangeError);
  });
});
