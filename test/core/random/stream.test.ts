/** Addressed draws: what may change a draw, and what may not. */
import { describe, expect, test } from "vitest";
import { hashText } from "../../../src/core/random/hash.ts";
import { assertDistinct, keyOf, seedOf, stream, u0, u1, u2, u3, uniform, uniformOf } from "../../../src/core/random/stream.ts";
import { block } from "../../../src/core/random/threefry.ts";

const depart = stream("migrant.depart");
const key = keyOf(seedOf(42), depart);

describe("seeds", () => {
  const first = (seed: string | number): number => uniform(keyOf(seedOf(seed), depart), 0, 0, 0, 0);

  test("a number and its text are one seed", () => {
    expect(seedOf(42)).toEqual(seedOf("42"));
    expect(seedOf(-0)).toEqual(seedOf(0));
  });

  test("zero is a seed like any other", () => {
    expect(first(0)).toBe(first("0"));
    expect(first(0)).not.toBe(first(1));
  });

  test("texts that look alike are different seeds", () => {
    const texts = ["7", "007", "07", "7 ", "7.0", "1", "11", "111", "base", "basebase", "Base", "base\0", "\0", "é", "e"];
    expect(new Set(texts.map(first)).size).toBe(texts.length);
  });

  test("repetition of one letter at every length up to 64, across the blocks of the hash", () => {
    const draws = Array.from({ length: 64 }, (_, i) => first("a".repeat(i + 1)));
    expect(new Set(draws).size).toBe(64);
  });

  test("0 to 9999 have distinct first draws, spread evenly", () => {
    const draws = Array.from({ length: 10_000 }, (_, seed) => first(seed));
    expect(new Set(draws).size).toBe(10_000);
    const mean = draws.reduce((sum, u) => sum + u, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 0.00289); // four standard errors
  });

  test("refuses what is not a seed, and says what to write", () => {
    expect(() => seedOf("")).toThrow('invalid seed: "", use a number or a text');
    expect(() => seedOf(NaN)).toThrow("invalid seed: NaN");
    expect(() => seedOf(2 ** 53)).toThrow("or a text in quotes");
  });

  test("keeps these hashes", () => {
    // Frozen: every stored result hangs on them. They may be replaced only on purpose.
    expect(seedOf(42)).toEqual({ text: "42", lo: 1_660_523_643, hi: -359_884_545 });
    expect(depart.id).toBe(-1_034_779_596);
    expect(hashText("")).toEqual({ lo: -1_670_600_342, hi: -511_791_514 });
    expect(hashText("eight un")).toEqual({ lo: -1_274_536_192, hi: -626_402_968 }); // a whole block, and nothing after it
  });
});

describe("streams", () => {
  test("the same name is the same stream", () => {
    expect(stream("a")).toEqual(stream("a"));
    expect(stream("a").id).not.toBe(stream("b").id);
  });

  test("a shared id or name stops the program and names both", () => {
    expect(() => assertDistinct([stream("a"), stream("b"), depart])).not.toThrow();
    expect(() => assertDistinct([stream("a"), stream("b"), stream("a")])).toThrow('streams "a" and "a"');
    const clash = { name: "smuggler.price", id: depart.id };
    expect(() => assertDistinct([depart, clash])).toThrow('streams "migrant.depart" and "smuggler.price"');
  });

  test("10,000 names give 10,000 ids", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => stream(`decision-${i}`));
    expect(() => assertDistinct(names)).not.toThrow();
  });
});

describe("addresses", () => {
  test("neither order nor number of calls changes a draw", () => {
    const addresses = Array.from({ length: 500 }, (_, i) => [i * 7919, i % 3, i % 50, i % 9] as const);
    const forward = addresses.map(([who, other, week, which]) => uniform(key, who, other, week, which));
    const backward = [...addresses]
      .reverse()
      .map(([who, other, week, which]) => uniform(key, who, other, week, which))
      .reverse();
    expect(backward).toEqual(forward);
    expect(new Set(forward).size).toBe(forward.length);
  });

  test("each part of the address changes the draw, and so do seed, stream and rounds", () => {
    const draws = [
      uniform(key, 5, 6, 7, 8),
      uniform(key, 6, 6, 7, 8),
      uniform(key, 5, 7, 7, 8),
      uniform(key, 5, 6, 8, 8),
      uniform(key, 5, 6, 7, 9),
      uniform(key, 5, 6, 7, 12),
      uniform(keyOf(seedOf(43), depart), 5, 6, 7, 8),
      uniform(keyOf(seedOf(42), stream("migrant.choose")), 5, 6, 7, 8),
      uniform(keyOf(seedOf(42), depart, 20), 5, 6, 7, 8),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  test("the seed changes a draw through each of its two words", () => {
    const seed = seedOf(42);
    const draws = [seed, { ...seed, lo: seed.lo ^ 1 }, { ...seed, hi: seed.hi ^ 1 }].map((one) =>
      uniform(keyOf(one, depart), 0, 0, 0, 0),
    );
    expect(new Set(draws).size).toBe(3);
  });

  test("a block holds the draws which = 0 to 3, then 4 to 7", () => {
    block(key, 3, 1, 20, 0);
    expect([u0(), u1(), u2(), u3()]).toEqual([0, 1, 2, 3].map((which) => uniform(key, 3, 1, 20, which)));
    block(key, 3, 1, 20, 1);
    expect([u0(), u1(), u2(), u3()]).toEqual([4, 5, 6, 7].map((which) => uniform(key, 3, 1, 20, which)));
  });

  test("a uniform is never 0 or 1, and symmetric", () => {
    expect(uniformOf(0)).toBe(2 ** -33);
    expect(uniformOf(-1)).toBe(1 - 2 ** -33);
    expect(uniformOf(1 << 31)).toBe(0.5 + 2 ** -33);
  });

  test("uniforms fill 64 cells evenly along who, other, week and which", () => {
    const along: ((i: number) => number)[] = [
      (i) => uniform(key, i, 0, 0, 0),
      (i) => uniform(key, 0, i, 0, 0),
      (i) => uniform(key, 0, 0, i, 0),
      (i) => uniform(key, 0, 0, 0, i),
    ];
    for (const draw of along) {
      const cells = new Array<number>(64).fill(0);
      for (let i = 0; i < 20_000; i++) cells[Math.floor(draw(i) * 64)]++;
      const expected = 20_000 / 64;
      const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquare).toBeLessThan(119); // 63 degrees of freedom, one chance in 25,000
      expect(chiSquare).toBeGreaterThan(29); // nor more even than chance
    }
  });
});
