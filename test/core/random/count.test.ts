/** Poisson and binomial counts: exact at the steps of the cumulative distribution, monotone, safe at the edges. */
import { describe, expect, test } from "vitest";
import { binomial, poisson } from "../../../src/core/random/distribution.ts";
import { keyOf, seedOf, stream, uniform } from "../../../src/core/random/stream.ts";
import reference from "../../reference/counts.json" with { type: "json" };

const key = keyOf(seedOf("counts"), stream("count"));
const draw = (who: number): number => uniform(key, who, 0, 0, 0);
const WIDTH = 1e-12; // half the width about a step in which rounding may decide; a uniform is 2.3e-10 from the next

describe("steps where the summed masses say", () => {
  test("poisson", () => {
    expect(reference.poisson.length).toBeGreaterThan(60);
    for (const [mean, k, cumulative] of reference.poisson) {
      expect(poisson(cumulative - WIDTH, mean), `mean ${mean}, below ${cumulative}`).toBe(k);
      expect(poisson(cumulative + WIDTH, mean), `mean ${mean}, above ${cumulative}`).toBe(k + 1);
    }
  });

  test("binomial", () => {
    expect(reference.binomial.length).toBeGreaterThan(60);
    for (const [trials, p, k, cumulative] of reference.binomial) {
      expect(binomial(cumulative - WIDTH, trials, p), `${trials} x ${p}, below ${cumulative}`).toBe(k);
      expect(binomial(cumulative + WIDTH, trials, p), `${trials} x ${p}, above ${cumulative}`).toBe(k + 1);
    }
  });
});

describe("every draw is the plain sum of masses from zero", () => {
  const countBySumming = (u: number, first: number, ratio: (k: number) => number): number => {
    let mass = first;
    let total = mass;
    let k = 0;
    while (total < u) {
      k++;
      mass *= ratio(k);
      total += mass;
    }
    return k;
  };

  test("poisson", () => {
    for (const mean of [0.01, 1, 7.3, 60, 149, 151, 320, 650]) {
      for (let who = 0; who < 500; who++) {
        const u = draw(who);
        expect(poisson(u, mean)).toBe(countBySumming(u, Math.exp(-mean), (k) => mean / k));
      }
    }
  });

  test("binomial", () => {
    for (const [n, p] of [
      [1, 0.5],
      [12, 0.25],
      [60, 0.5],
      [700, 0.3],
      [1000, 0.4],
    ] as const) {
      for (let who = 0; who < 500; who++) {
        const u = draw(who);
        const odds = p / (1 - p);
        expect(binomial(u, n, p)).toBe(countBySumming(u, (1 - p) ** n, (k) => ((n - k + 1) / k) * odds));
      }
    }
  });
});

describe("monotone, so that strategies that share draws stay comparable", () => {
  const uniforms = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);

  test("in the uniform", () => {
    for (const mean of [0.5, 20, 150, 151, 3000]) {
      const counts = uniforms.map((u) => poisson(u, mean));
      expect(counts).toEqual([...counts].sort((one, other) => one - other));
    }
    for (const p of [0.001, 0.3, 0.5, 0.7, 0.999]) {
      const counts = uniforms.map((u) => binomial(u, 2000, p));
      expect(counts).toEqual([...counts].sort((one, other) => one - other));
    }
  });

  test("in the mean, the probability and the number of trials", () => {
    for (let who = 0; who < 40; who++) {
      const u = draw(who);
      for (let i = 0; i < 120; i++) {
        const mean = 1.05 ** i;
        expect(poisson(u, mean * 1.001)).toBeGreaterThanOrEqual(poisson(u, mean));
        const p = i / 120;
        expect(binomial(u, 900, p + 1 / 240)).toBeGreaterThanOrEqual(binomial(u, 900, p));
        expect(binomial(u, 10 * i + 1, 0.45)).toBeGreaterThanOrEqual(binomial(u, 10 * i, 0.45));
      }
    }
  });
});

describe("large counts have the mean and variance they should", () => {
  const spread = (counts: number[], mean: number, variance: number): void => {
    const n = counts.length;
    const found = counts.reduce((sum, k) => sum + k - mean, 0) / n;
    const square = counts.reduce((sum, k) => sum + (k - mean) ** 2, 0) / n;
    expect(Math.abs(found)).toBeLessThan(4 * Math.sqrt(variance / n));
    expect(Math.abs(square / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  };
  const whos = Array.from({ length: 2000 }, (_, who) => who);

  test("poisson", () => {
    spread(
      whos.map((who) => poisson(draw(who), 1e6)),
      1e6,
      1e6,
    );
  });

  test("binomial", () => {
    spread(
      whos.map((who) => binomial(draw(who), 1e6, 0.9)),
      9e5,
      9e4,
    );
  });
});

describe("edges", () => {
  test("nothing expected, nothing comes; certainty comes whole", () => {
    expect(poisson(1 - 2 ** -33, 0)).toBe(0);
    expect(binomial(0.999, 0, 0.5)).toBe(0);
    expect(binomial(1 - 2 ** -33, 1000, 0)).toBe(0);
    expect(binomial(2 ** -33, 1000, 1)).toBe(1000);
  });

  test("the last uniform before 1 ends, within the trials and near the mean", () => {
    const last = 1 - 2 ** -53;
    expect(binomial(last, 1_000_000, 0.5)).toBeLessThan(510_000);
    expect(binomial(last, 5, 0.5)).toBe(5);
    for (const mean of [0.001, 3, 150, 1e6]) {
      expect(poisson(last, mean)).toBeGreaterThan(mean);
      expect(poisson(last, mean)).toBeLessThan(mean + 12 * Math.sqrt(mean) + 30);
    }
  });

  test("refuses what is no mean, no number of trials, no probability", () => {
    expect(() => poisson(0.5, -1)).toThrow("invalid mean of a poisson count: -1");
    expect(() => poisson(0.5, NaN)).toThrow(RangeError);
    expect(() => poisson(0.5, Infinity)).toThrow(RangeError);
    expect(() => binomial(0.5, 2.5, 0.5)).toThrow("invalid number of trials: 2.5");
    expect(() => binomial(0.5, -1, 0.5)).toThrow(RangeError);
    expect(() => binomial(0.5, 3, 1.01)).toThrow("invalid probability: 1.01");
    expect(() => binomial(0.5, 3, NaN)).toThrow(RangeError);
  });
});
