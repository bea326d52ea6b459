import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashText } from "../../../src/core/index.ts";
import { directions, MOST_DIMENSIONS } from "../../../src/experiment/sampling/direction-numbers.ts";
import { scrambled } from "../../../src/experiment/sampling/owen.ts";
import { sobolPoints } from "../../../src/experiment/sampling/sobol-sequence.ts";
import REFERENCE from "../../reference/sobol-sequence.json" with { type: "json" };

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("Sobol' points", () => {
  it("have the direction numbers of Joe and Kuo", () => {
    const ours = directions(22).map(({ polynomial, numbers }, i) => ({
      d: i + 2,
      s: numbers.length,
      a: (polynomial - (1 << numbers.length) - 1) / 2,
      m: numbers,
    }));
    const published = REFERENCE.direction_numbers_d_s_a_m;
    expect(ours.slice(0, published.length)).toEqual(published);
  });

  it("are the published ones", () => {
    expect(sobolPoints(16, 6).map((point) => [...point])).toEqual(REFERENCE.first16_dims1to6);
    expect(sobolPoints(64, 21).map((point) => [...point].map((x) => x * 64))).toEqual(REFERENCE.first64_dims1to21_times64);
    const first = Float64Array.from(sobolPoints(1024, 6).flatMap((point) => [...point]));
    expect(sha256(new Uint8Array(first.buffer))).toBe(REFERENCE.sha256_first1024_dims6_as_le_float64);
  });

  it("are those of another program in every dimension", () => {
    const points = sobolPoints(256, MOST_DIMENSIONS).map((point) => [...point].map((x) => x * 256));
    const some = REFERENCE.some_dims_counted_from_1;
    expect(points.slice(100, 104).map((point) => some.map((d) => point[d - 1]))).toEqual(REFERENCE.points_100_to_103_times256);
    expect(sha256(Uint8Array.from(points.flat()))).toBe(REFERENCE.sha256_first256_dims1111_times256_as_bytes);
  });

  it("end where the direction numbers do", () => {
    expect(() => sobolPoints(1, MOST_DIMENSIONS + 1)).toThrow(/at most 1111/);
    expect(sobolPoints(2, 0)).toEqual([new Float64Array(0), new Float64Array(0)]);
  });
});

const SEEDS = Array.from({ length: 6 }, (_, d) => Math.imul(d + 1, 0x9e3779b1));

describe.each([
  ["as published", undefined],
  ["scrambled", SEEDS],
])("Sobol' points %s", (_, seeds) => {
  it("put one of the first 2^m points in each of 2^m slices of every dimension", () => {
    for (const count of [2, 16, 256, 1024]) {
      const points = sobolPoints(count, 6, seeds);
      for (let d = 0; d < 6; d++) {
        const slices = points.map((point) => Math.floor(point[d]! * count)).sort((a, b) => a - b);
        expect(slices).toEqual(Array.from({ length: count }, (_, i) => i));
      }
    }
  });

  it("put one of the first 2^m points in every box of that volume in the first two dimensions", () => {
    const m = 6;
    const points = sobolPoints(2 ** m, 2, seeds);
    for (let k = 0; k <= m; k++) {
      const boxes = points.map(([x, y]) => Math.floor(x! * 2 ** k) * 2 ** (m - k) + Math.floor(y! * 2 ** (m - k)));
      expect(new Set(boxes).size).toBe(2 ** m);
    }
  });

  it("go on where fewer points end", () => {
    expect(sobolPoints(1024, 6, seeds).slice(0, 512)).toEqual(sobolPoints(512, 6, seeds));
  });
});

describe("the scramble", () => {
  const seedOf = (i: number) => Math.imul(i + 1, 0x85ebca6b) ^ (i << 7);

  it("makes each point uniform and the mean of a smooth function unbiased, with less noise than random points", () => {
    const seeds = Array.from({ length: 400 }, (_, i) => seedOf(i));
    const firsts = seeds.map((seed) => sobolPoints(1, 1, [seed])[0]![0]!);
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    for (let slice = 0; slice < 8; slice++) {
      // 50 expected, with a standard deviation of 6.6.
      expect(Math.abs(firsts.filter((x) => Math.floor(x * 8) === slice).length - 50)).toBeLessThan(26);
    }
    // The mean of x^2 + x y is 7/12; that of 64 random points has a standard deviation of 0.06, of scrambled ones far less.
    const estimates = seeds.map((seed, i) =>
      mean(sobolPoints(64, 2, [seed, seedOf(i + 1000)]).map(([x, y]) => x! * x! + x! * y!)),
    );
    expect(Math.abs(mean(estimates) - 7 / 12)).toBeLessThan(3e-4);
    expect(Math.max(...estimates.map((x) => Math.abs(x - 7 / 12)))).toBeLessThan(0.02);
    expect(new Set(estimates).size).toBe(400);
  });

  it("flips a bit by the bits above it and by nothing else", () => {
    const words = [0, 1, 0x80000000, 0xc0000000, 0xc0000001, 0x12345678, 0x1234567a, 0xffffffff];
    const agree = (a: number, b: number) => Math.clz32((a ^ b) >>> 0);
    for (const seed of [0, 1, 2, 0x7fffffff, 0x9e3779b1]) {
      for (const a of words) for (const b of words) expect(agree(scrambled(a, seed), scrambled(b, seed))).toBe(agree(a, b));
    }
  });

  it("flips a bit evenly, and without regard to the same bit under other bits above it", () => {
    const seeds = Array.from({ length: 2000 }, (_, i) => hashText(`seed ${i}`).lo);
    const above = Array.from({ length: 16 }, (_, i) => (i << 28) | 0x5a5a5a);
    let squares = 0;
    let pairs = 0;
    for (let bit = 4; bit < 16; bit++) {
      const flips = above.map((word) => seeds.map((seed) => 2 * ((scrambled(word, seed) >>> (31 - bit)) & 1) - 1));
      for (const [i, a] of flips.entries()) {
        for (const [j, b] of flips.slice(0, i + 1).entries()) {
          const sum = a.reduce((total, x, s) => total + (i === j ? x : x * b[s]!), 0);
          squares += (sum * sum) / seeds.length;
          pairs++;
        }
      }
    }
    // Of fair coins every such sum has the variance of their number.
    expect(squares / pairs).toBeGreaterThan(0.85);
    expect(squares / pairs).toBeLessThan(1.15);
  });

  it("treats dimensions apart", () => {
    const a = sobolPoints(8, 2, [1, 2]);
    const b = sobolPoints(8, 2, [1, 3]);
    expect(a.map(([x]) => x)).toEqual(b.map(([x]) => x));
    expect(a.map(([, y]) => y)).not.toEqual(b.map(([, y]) => y));
  });
});
