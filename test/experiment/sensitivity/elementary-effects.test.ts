import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { responsesOf } from "../../../src/experiment/sensitivity/index.ts";
import { range, words } from "../designs/dimensions.ts";
import { analyse, find, indices, study, unitCube, values } from "./studies.ts";

/** The function of 20 inputs of Morris (1991), section 6; his random coefficients replaced by +1 and -1 in turn. */
function morrisFunction(x: readonly number[]): number {
  const w = x.map((u, i) => (i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * u) / (u + 0.1) - 0.5) : 2 * (u - 0.5)));
  let y = 0;
  for (let i = 1; i <= 20; i++) {
    y += (i <= 10 ? 20 : (-1) ** i) * w[i - 1]!;
    for (let j = i + 1; j <= 20; j++) {
      y += (j <= 6 ? -15 : (-1) ** (i + j)) * w[i - 1]! * w[j - 1]!;
      for (let l = j + 1; l <= 5; l++) {
        y -= 10 * w[i - 1]! * w[j - 1]! * w[l - 1]!;
        for (let s = l + 1; s <= 4; s++) y += 5 * w[i - 1]! * w[j - 1]! * w[l - 1]! * w[s - 1]!;
      }
    }
  }
  return y;
}
/** Mean elementary effects with 4 levels: products of the means of the w and of their steps, worked out apart from this code. */
const EXPECTED_MU = [
  13.500968, 11.895616, 23.952752, 11.895616, 23.952752, 15.117057, 34.647935, 37.591973, 42.408027, 37.591973, 0.408027,
  -0.408027, 0.408027, -0.408027, 0.408027, -0.408027, 0.408027, -0.408027, 0.408027, -0.408027,
];

describe("elementary effects", () => {
  it("are the published ones of an exercise", () => {
    // Saltelli et al. (2008), The Primer, exercise 4 of chapter 3, p. 138; solution mu 0.66, 0.21; mu* 1.62, 0.35; sigma 1.79, 0.41.
    const walks = [
      ...["0 1", "0 3", "2 3", "0 1", "2 1", "2 3", "2 0", "2 2", "0 2"],
      ...["1 3", "3 3", "3 1", "1 3", "1 1", "3 1", "1 2", "1 0", "3 0"],
    ];
    const outcome = [0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1.0];
    const found = analyse("morris", {
      dimensions: unitCube(2),
      points: walks.map((text) => Float64Array.from(text.split(" "), (digit) => Number(digit) / 3)),
      layout: { shape: "trajectories", step: 2 / 3 },
      responses: responsesOf(Float64Array.from(outcome), 1),
      seed: "1",
    });
    // The outcomes are printed with two digits, from which follows 0.65.
    expect(values(found, "mu")[0]).toBeCloseTo(0.65, 12);
    expect(values(found, "mu")[1]).toBeCloseTo(0.21, 2);
    expect(values(found, "mu*")[0]).toBeCloseTo(1.62, 2);
    expect(values(found, "mu*")[1]).toBeCloseTo(0.35, 2);
    expect(values(found, "sigma")[0]).toBeCloseTo(1.79, 2);
    expect(values(found, "sigma")[1]).toBeCloseTo(0.41, 2);
    // By hand: the effects of the first input are 2.52, 1.995, 2.295, -0.66, -0.945, -1.305.
    expect(find(found, "mu*", "x1").value).toBeCloseTo((2.52 + 1.995 + 2.295 + 0.66 + 0.945 + 1.305) / 6, 12);
  });

  it("sort the inputs of Morris's function as he did", () => {
    const found = analyse("morris", study(unitCube(20), { kind: "morris", trajectories: 1000 }, morrisFunction));
    const [mu, size, sigma] = ["mu", "mu*", "sigma"].map((index) => values(found, index)) as [number[], number[], number[]];
    mu.forEach((value, i) => {
      expect(Math.abs(value - EXPECTED_MU[i]!), `input ${i + 1}: ${value}`).toBeLessThan((4.5 * sigma[i]!) / Math.sqrt(1000));
    });
    // Inputs 8, 9, 10 straight, 1 to 7 mixed or curved, the others small.
    for (const i of [7, 8, 9]) expect(sigma[i]! / size[i]!).toBeLessThan(0.2);
    for (const i of [0, 1, 2, 3, 4, 5, 6]) expect(sigma[i]! / size[i]!).toBeGreaterThan(0.5);
    expect(Math.min(...size.slice(0, 10))).toBeGreaterThan(5 * Math.max(...size.slice(10)));
    expect(found.reading.join("\n")).toMatch(/What matters, by the mean effect of the whole range: x\d \(/);
    expect(found.reading.join("\n")).toMatch("Hardly matters (below a tenth of the largest): x");
  });

  it("are the coefficients of a straight line, per range, and do not hang on the order of the inputs", () => {
    const dimensions = [range("fee", 0, 200), range("boats", 1, 5, { integer: true }), words("rule", ["a", "b"])];
    const line = ([fee, boats, rule]: readonly number[]) => 3 * fee! - 100 * boats! + 7 * rule!;
    const written = { kind: "morris", trajectories: 8 };
    const found = analyse("morris", study(dimensions, written, line));
    expect(find(found, "mu", "fee").value).toBeCloseTo(600, 9);
    expect(find(found, "sigma", "fee").value).toBeCloseTo(0, 9);
    expect(find(found, "mu", "boats").value).toBeLessThan(0);
    expect(find(found, "mu*", "rule")).toMatchObject({ note: "few trajectories", n: 8, unit: "outcome" });
    const backwards = study([...dimensions].reverse(), written, ([rule, boats, fee]) => line([fee!, boats!, rule!]));
    for (const { index, parameter, value, low, high } of indices(found, "mu*")) {
      expect(find(analyse("morris", backwards), index, parameter)).toMatchObject({ value, low, high });
    }
  });

  it("have intervals of mu* around mu*, narrower with more walks", () => {
    const width = (trajectories: number) => {
      const found = find(
        analyse(
          "morris",
          study(unitCube(3), { kind: "morris", trajectories }, ([x, y, z]) => x! * y! + z! ** 3),
        ),
        "mu*",
        "x1",
      );
      expect(found.low <= found.value && found.value <= found.high).toBe(true);
      return found.high - found.low;
    };
    expect(width(400)).toBeLessThan(0.4 * width(20));
  });

  it("leave out walks with a failed run, and say when nothing can be said", () => {
    const at = (answer: (p: number) => number) =>
      analyse(
        "morris",
        study(unitCube(2), { kind: "morris", trajectories: 5 }, (_, __, p) => answer(p)),
      );
    expect(at((p) => (p === 4 ? Number.NaN : p))).toMatchObject({ used: 4, dropped: 1, of: "trajectories" });
    expect(at((p) => (p > 3 ? Number.NaN : p)).refusal).toBe("fewer than two trajectories have all their values");
    expect(at(() => 5)).toMatchObject({ indices: [], refusal: "the outcome is the same at every point" });
    expect(
      at((p) => p)
        .indices.filter(({ index }) => index !== "sigma" && index !== "mu* of luck")
        .every(({ low, high }) => low <= high),
    ).toBe(true);
  });

  it("tell inputs from luck where replicates show how large it is", () => {
    const draw = (r: number, p: number) => seedrandom.alea(`${r}|${p}`).double() - 0.5;
    const noisy = study(unitCube(3), { kind: "morris", trajectories: 200 }, ([x], r, p) => 5 * x! + draw(r, p), {
      replicates: 3,
    });
    const found = analyse("morris", noisy);
    const floor = find(found, "mu* of luck").value;
    // Difference of two means of 3 uniform numbers, over the step: about normal.
    expect(floor).toBeCloseTo((Math.sqrt(2 / 36) * Math.sqrt(2 / Math.PI)) / (2 / 3), 1);
    for (const name of ["x2", "x3"]) {
      expect(find(found, "mu*", name).value / floor).toBeGreaterThan(0.8);
      expect(find(found, "mu*", name).value / floor).toBeLessThan(1.2);
    }
    expect(find(found, "mu*", "x1").value).toBeCloseTo(5, 1);
    expect(find(found, "mu*", "x2").note).toBe("not clearly above what luck alone would give");
    expect(found.reading[0]).toMatch(/^What matters, by the mean effect of the whole range: x1 \(\d\.\d\d\)\.$/);
    expect(found.reading.at(-1)).toMatch(
      /^Cannot be told from luck, which alone would show a mu\* of 0\.\d{3}: x[23] and x[23]\.$/,
    );
    expect(find(analyse("morris", { ...noisy, responses: { ...noisy.responses, noise: Number.NaN } }), "mu* of luck").note).toBe(
      "unknown with one replicate a point",
    );
  });

  it("refuse points that are no walks", () => {
    const whole = study(unitCube(2), { kind: "morris", trajectories: 3 }, ([x]) => x!);
    const broken = whole.points.with(1, Float64Array.of(0.123, 0.456));
    expect(() => analyse("morris", { ...whole, points: broken })).toThrow("changes 2 coordinates");
    expect(() => analyse("morris", { ...whole, layout: { shape: "sample" } })).toThrow("need trajectories");
  });
});
