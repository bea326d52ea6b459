import { describe, expect, it } from "vitest";
import { noiseShare, replicatesFor, responsesOf } from "../../../src/experiment/sensitivity/index.ts";

describe("responses", () => {
  it("are means over the replicates that have a value", () => {
    const { means, replicates, incomplete } = responsesOf(
      Float64Array.of(1, 3, Number.NaN, 5, Number.NaN, Number.NaN, 2, Infinity),
      2,
    );
    expect([...means]).toEqual([2, 5, Number.NaN, 2]);
    expect([replicates, incomplete]).toEqual([2, 2]);
    expect(() => responsesOf(new Float64Array(5), 2)).toThrow("no whole number of points");
  });

  it("count as luck what points and replicates do not explain", () => {
    // Two points, three replicates; y = point + replicate + interaction, by hand: residuals 1/3, -2/3, 1/3 and their negatives.
    const { noise, spread } = responsesOf(Float64Array.of(2, 1, 4, 1, 2, 3), 3);
    const squares = 2 * (1 / 9 + 4 / 9 + 1 / 9);
    expect(noise).toBeCloseTo(squares / 2 / 3, 14);
    expect(spread).toBeCloseTo(((7 / 3 - 2) / Math.SQRT2) ** 2, 14);
  });

  it("do not count luck that all points share", () => {
    const shared = [5, -3, 11, 0];
    const values = Float64Array.from({ length: 40 }, (_, i) => Math.floor(i / 4) + shared[i % 4]!);
    expect(responsesOf(values, 4).noise).toBeCloseTo(0, 12);
    expect(noiseShare(responsesOf(values, 4))).toBeCloseTo(0, 12);
  });

  it("measure luck of its size, and advise replicates that halve it", () => {
    // Points 0 to 199 in steps of 0.01 (variance 1/3), luck uniform with variance 1/12 in 3 replicates.
    const draw = (i: number) => {
      const x = Math.sin(12.9898 * (i + 1)) * 43758.5453;
      return x - Math.floor(x);
    };
    const responses = responsesOf(
      Float64Array.from({ length: 600 }, (_, i) => 0.01 * Math.floor(i / 3) + draw(i)),
      3,
    );
    expect(responses.noise).toBeCloseTo(1 / 36, 2);
    const share = noiseShare(responses);
    expect(share).toBeCloseTo(1 / 36 / (1 / 3 + 1 / 36), 1);
    expect(replicatesFor(responses, share)).toBe(3);
    expect(replicatesFor(responses, share / 2)).toBe(Math.ceil((3 * (2 - share)) / (1 - share)));
  });

  it("know nothing of luck from one replicate, or of points that do not differ", () => {
    expect(responsesOf(Float64Array.of(1, 2, 3), 1).noise).toBeNaN();
    expect(noiseShare(responsesOf(Float64Array.of(1, 2, 3), 1))).toBeNaN();
    expect(noiseShare(responsesOf(Float64Array.of(1, 2, 1, 2), 2))).toBeNaN();
    expect(noiseShare(responsesOf(Float64Array.of(0, 8, 7, 0.5), 2))).toBe(1);
  });
});
