/** Partial rank correlations and standardised regression coefficients. */
import { describe, expect, it } from "vitest";
import { responsesOf, type Study } from "../../../src/experiment/sensitivity/index.ts";
import { ranksOf } from "../../../src/experiment/sensitivity/ranks.ts";
import REFERENCE from "../../reference/sensitivity.json" with { type: "json" };
import { range, words } from "../designs/dimensions.ts";
import { analyse, find, indices, study, unitCube, values } from "./studies.ts";

/** Data that were not designed. */
function data(inputs: readonly (readonly number[])[], outcome: readonly number[]): Study {
  return {
    dimensions: inputs[0]!.map((_, d) => range(`x${d + 1}`, 0, 10)),
    points: inputs.map((row) => Float64Array.from(row)),
    layout: { shape: "chosen" },
    responses: responsesOf(Float64Array.from(outcome), 1),
    seed: "1",
  };
}
const { inputs, outcome } = REFERENCE;

describe("ranks", () => {
  it("share the mean of equal values", () => {
    expect([...ranksOf(Float64Array.of(3, 1, 3, 2, 3, 2))]).toEqual([5, 1, 5, 2.5, 5, 2.5]);
    expect([...ranksOf(Float64Array.of(0, -0, 7))]).toEqual([1.5, 1.5, 3]);
    expect([...ranksOf(new Float64Array(0))]).toEqual([]);
  });
});

describe("partial rank correlation", () => {
  const found = analyse("prcc", data(inputs, outcome));

  it.each(REFERENCE.prcc_low_high_p.map((row, d) => [d + 1, row] as const))(
    "of input %i is that of another program",
    (d, row) => {
      const [value, low, high, p] = row as [number, number, number, number];
      const ours = find(found, "prcc", `x${d}`);
      [ours.value - value, ours.low - low, ours.high - high].forEach((gap) => void expect(Math.abs(gap)).toBeLessThan(1e-12));
      expect(find(found, "p", `x${d}`).value).toBeCloseTo(p, 11);
    },
  );

  it("adjusts for having looked at all inputs", () => {
    const p = values(found, "p");
    const adjusted = values(found, "p_holm");
    expect(adjusted[1]).toBeCloseTo(4 * p[1]!, 15);
    expect(adjusted[0]).toBeCloseTo(3 * p[0]!, 12);
    expect(found.reading).toContain("The outcome rises or falls steadily with x2 (falls, -0.889).");
    expect(found.reading).toContain("No steady effect can be told: x1, x3 and x4.");
  });

  it("does not hang on the order of the inputs, nor on a rising transformation", () => {
    const backwards = analyse(
      "prcc",
      data(
        inputs.map((row) => [...row].reverse()),
        outcome,
      ),
    );
    values(backwards, "prcc")
      .reverse()
      .forEach((value, d) => void expect(value).toBeCloseTo(values(found, "prcc")[d]!, 12));
    const bent = analyse(
      "prcc",
      data(
        inputs,
        outcome.map((y) => Math.exp(y / 10)),
      ),
    );
    expect(values(bent, "prcc")).toEqual(values(found, "prcc"));
  });

  it("is 1 or -1 where the outcome hangs on one input alone, and certain", () => {
    const only = analyse(
      "prcc",
      study(unitCube(2), { kind: "latin-hypercube", points: 50 }, ([x]) => -(x! ** 3)),
    );
    expect(find(only, "prcc", "x1").value).toBeCloseTo(-1, 12);
    expect(find(only, "p", "x1").value).toBeLessThan(1e-12);
    for (const { value, low, high } of indices(only, "prcc")) expect(Math.abs(value) <= 1 && low <= high).toBe(true);
  });
});

describe("standardised regression", () => {
  const found = analyse("src", data(inputs, outcome));

  it("has the coefficients, intervals and R2 of 40 digits", () => {
    REFERENCE.src_low_high.forEach((row, d) => {
      const { value, low, high } = find(found, "src", `x${d + 1}`);
      [value, low, high].forEach((number, i) => void expect(number).toBeCloseTo(row[i]!, 12));
    });
    expect(find(found, "R2").value).toBeCloseTo(REFERENCE.r2, 13);
  });

  it("keeps nine digits where two inputs are nearly the same, and large means do no harm", () => {
    const nearly = inputs.map((row, i) => row.with(2, REFERENCE.third_input_nearly_the_first[i]!));
    const digits = (list: readonly number[]) =>
      list.forEach((value, d) => void expect(value / REFERENCE.src_then[d]! - 1).toBeCloseTo(0, 9));
    digits(values(analyse("src", data(nearly, outcome)), "src"));
    const far = analyse(
      "src",
      data(
        inputs.map((row) => row.map((x) => x + 2 ** 30)),
        outcome.map((y) => y + 2 ** 30),
      ),
    );
    values(far, "src").forEach((value, d) => void expect(value).toBeCloseTo(REFERENCE.src_low_high[d]![0]!, 8));
  });

  it("squares to shares of variance for a straight line of independent inputs", () => {
    const line = analyse(
      "src",
      study(unitCube(3), { kind: "sobol", points: 1024 }, ([x, y, z]) => 4 * x! - 2 * y! + z!),
    );
    values(line, "src").forEach((value, d) => void expect(value * value).toBeCloseTo([16 / 21, 4 / 21, 1 / 21][d]!, 3));
    expect(find(line, "R2").value).toBeCloseTo(1, 12);
    expect(line.reading[0]).toBe("Straight lines explain 100 % of the variance between points.");
    const hump = analyse(
      "src",
      study(unitCube(1), { kind: "sobol", points: 64 }, ([x]) => (x! - 0.5) ** 2),
    );
    expect(hump.reading[0]).toMatch("too little to rank inputs by them");
    expect(find(hump, "R2").note).toMatch("explain too little");
  });
});

describe.each(["prcc", "src"])("%s", (kind) => {
  const sample = (dimensions: Study["dimensions"], answer: (x: readonly number[], p: number) => number, points = 30) =>
    analyse(
      kind,
      study(dimensions, { kind: "latin-hypercube", points }, (x, _, p) => answer(x, p)),
    );

  it("is refused where it has no answer", () => {
    expect(sample(unitCube(2), () => 3).refusal).toBe("the outcome is the same at every point");
    expect(sample(unitCube(2), () => Number.NaN).refusal).toBe("no point has a value");
    expect(sample(unitCube(4), ([x]) => x!, 5).refusal).toBe(
      "5 points with values are too few for 4 inputs: at least 6, better 40",
    );
    const together = analyse(
      kind,
      study(unitCube(3), { kind: "zip", steps: 20 }, ([x]) => x!),
    );
    expect(together.refusal).toBe("x2 is a combination of x1, so their effects cannot be told apart");
    const sum = inputs.map(([a, b, c]) => [a!, b!, c!, 2 * a! - b!]);
    if (kind === "src") expect(analyse(kind, data(sum, outcome)).refusal).toMatch("x4 is a combination of x1, x2 and x3");
    for (const refused of [sample(unitCube(2), () => 3), together]) {
      expect(refused.indices).toEqual([]);
      expect(refused.reading.join()).toMatch(/^Not estimable: /);
    }
  });

  it("has an answer with the fewest points that allow one", () => {
    const found = sample(unitCube(3), ([x, y]) => x! + y! ** 2, 5);
    expect(found.refusal).toBe("");
    expect(indices(found, kind).every(({ value }) => Number.isFinite(value))).toBe(true);
    expect(found.reading.join("\n")).toMatch("Indicative only: 5 points for 3 inputs, better 30.");
  });

  it("leaves out failed points, inputs that do not vary, and says so", () => {
    const dimensions = [...unitCube(2), range("still", 4, 4)];
    const found = sample(dimensions, ([x], p) => (p < 3 ? Number.NaN : x!));
    expect(found).toMatchObject({ used: 27, dropped: 3, of: "points", refusal: "" });
    expect(find(found, kind, "still")).toMatchObject({ value: Number.NaN, note: "not varied" });
    expect(found.reading).toContain("Not varied, so nothing is known: still.");
  });

  it("reads numbers of lists as numbers, switches as 0 and 1, and warns of words", () => {
    const dimensions = [words("n", [100, 1, 10]), words("on", [true, false]), words("rule", ["a", "b", "c"])];
    const value = [100, 1, 10];
    const found = sample(dimensions, ([n, on, rule]) => value[n!]! + 20 * on! + rule!, 60);
    expect(find(found, kind, "n").value).toBeGreaterThan(0.9);
    expect(find(found, kind, "on").value).toBeLessThan(0);
    expect(find(found, kind, "rule").note).toMatch("words have no order");
    expect(find(found, kind, "n").note).toBe("");
  });
});
