/** Continuous variates against quantiles computed elsewhere, and by their moments. */
import { describe, expect, test } from "vitest";
import { exponential, exponentialWord, gumbel, gumbelWord, logNormal, normal } from "../../../src/core/random/distribution.ts";
import { keyOf, seedOf, stream, uniform, uniformOf } from "../../../src/core/random/stream.ts";
import { block, w0, w1, w2, w3 } from "../../../src/core/random/threefry.ts";
import reference from "../../reference/quantiles.json" with { type: "json" };

const key = keyOf(seedOf("moments"), stream("distribution"));

describe("quantiles", () => {
  const cases: [string, (u: number) => number, number[][]][] = [
    ["normal", normal, reference.normal],
    ["exponential", exponential, reference.exponential],
    ["gumbel", gumbel, reference.gumbel],
    ["log-normal", (u) => logNormal(u, 3, 0.8), reference.logNormalMedian3Sigma08],
  ];
  for (const [name, quantile, rows] of cases) {
    test(name, () => {
      expect(rows.length).toBeGreaterThanOrEqual(12);
      for (const [u, expected] of rows) {
        const error = Math.abs(quantile(u) - expected) / Math.max(Math.abs(expected), u < 1e-3 ? 0 : 0.1);
        expect(expected === 0 ? quantile(u) : error, `${name}(${u}) = ${quantile(u)}`).toBeLessThan(4e-15);
      }
    });
  }

  test("a normal quantile of 0 or 1 is infinite, outside it is none", () => {
    expect([normal(0), normal(1)]).toEqual([-Infinity, Infinity]);
    expect([normal(-0.1), normal(1.1), normal(NaN)]).toEqual([NaN, NaN, NaN]);
  });

  test("the normal is antisymmetric to the bit", () => {
    for (let i = 0; i < 1000; i++) {
      const u = uniform(key, i, 0, 0, 0);
      expect(normal(u)).toBe(-normal(1 - u));
    }
  });

  test("a log-normal with sigma 0 is its median", () => {
    expect(logNormal(0.9, 1234.5, 0)).toBe(1234.5);
  });
});

describe("moments of 40,000 addressed draws, within four standard errors", () => {
  const count = 40_000;
  const cases: [string, (u: number) => number, number, number, number][] = [
    // mean, variance, excess kurtosis
    ["normal", normal, 0, 1, 0],
    ["exponential", exponential, 1, 1, 6],
    ["gumbel", gumbel, 0.5772156649015329, Math.PI ** 2 / 6, 2.4],
    ["log-normal", (u) => Math.log(logNormal(u, 5, 0.5)), Math.log(5), 0.25, 0],
  ];
  for (const [name, quantile, mean, variance, excess] of cases) {
    test(name, () => {
      let sum = 0;
      let squares = 0;
      for (let who = 0; who < count; who++) {
        const x = quantile(uniform(key, who, 0, 1, 0)) - mean;
        sum += x;
        squares += x * x;
      }
      expect(Math.abs(sum / count)).toBeLessThan(4 * Math.sqrt(variance / count));
      expect(Math.abs(squares / count / variance - 1)).toBeLessThan(4 * Math.sqrt((2 + excess) / count));
    });
  }
});

describe("variates straight from a word", () => {
  const words: number[] = [0, -1, 1, -2, 1 << 31, ~(1 << 31)];
  for (let bit = 1; bit < 31; bit++) {
    for (const near of [-3, -1, 0, 1, 2])
      words.push(((1 << bit) + near) | 0, ~((1 << bit) + near), (1 << 31) ^ ((1 << bit) + near));
  }
  for (let who = 0; who < 20_000; who++) {
    block(key, who, 0, 2, 0);
    words.push(w0, w1, w2, w3, w0 + 1, w0 >> (who & 31), ~(w1 >>> (who & 31)));
  }
  words.sort((one, other) => (one >>> 0) - (other >>> 0));

  const cases: [string, (word: number) => number, (u: number) => number][] = [
    ["gumbelWord", gumbelWord, gumbel],
    ["exponentialWord", exponentialWord, exponential],
  ];
  for (const [name, fast, exact] of cases) {
    test(`${name} is within 1.3e-4 of the quantile and never steps back`, () => {
      let worst = 0;
      let stepsBack = 0;
      for (let i = 0; i < words.length; i++) {
        worst = Math.max(worst, Math.abs(fast(words[i]) - exact(uniformOf(words[i]))));
        if (i > 0 && fast(words[i]) < fast(words[i - 1])) stepsBack++;
      }
      expect(worst).toBeLessThan(1.3e-4);
      expect(stepsBack).toBe(0);
    });
  }

  test("the rarest words reach as far as the quantiles do", () => {
    expect(gumbelWord(-1)).toBeCloseTo(gumbel(1 - 2 ** -33), 12);
    expect(gumbelWord(0)).toBeCloseTo(gumbel(2 ** -33), 12);
    expect(exponentialWord(-1)).toBeCloseTo(exponential(1 - 2 ** -33), 12);
    expect(exponentialWord(0)).toBeGreaterThan(0);
    expect(exponentialWord(0)).toBeLessThan(2 ** -32);
  });

  test("the larger of two Gumbel words is the first as often as the logit model says", () => {
    let wins = 0;
    const count = 20_000;
    for (let who = 0; who < count; who++) {
      block(key, who, 0, 3, 0);
      if (gumbelWord(w0) + 1 > gumbelWord(w1)) wins++;
    }
    const share = Math.E / (1 + Math.E);
    expect(Math.abs(wins / count - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / count));
  });
});
