import { describe, expect, it } from "vitest";
import { noiseShare } from "../../../src/experiment/sensitivity/index.ts";
import REFERENCE from "../../reference/sensitivity.json" with { type: "json" };
import { words } from "../designs/dimensions.ts";
import { analyse, find, ISHIGAMI, indices, ishigami, study, unitCube, values } from "./studies.ts";

const near = (found: readonly number[], wanted: readonly number[], within: number) =>
  found.forEach((value, i) => {
    expect(Math.abs(value - wanted[i]!), `${found} is not ${wanted}`).toBeLessThan(within);
  });

describe("Sobol' indices", () => {
  it("are those of another program, from the same points", () => {
    const found = analyse("sobol", study(ISHIGAMI, { kind: "saltelli", blocks: 64, scramble: false }, ishigami));
    near(values(found, "S1"), REFERENCE.ishigami_64_blocks.S1, 1e-12);
    near(values(found, "ST"), REFERENCE.ishigami_64_blocks.ST, 1e-12);
  });

  it.each(["1", "2"])("come within 0.02 of Ishigami's function at 4096 blocks (seed %s)", (seed) => {
    // Closed forms with a = 7, b = 0.1 (Saltelli et al. 2008, The Primer, 4.3): V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2.
    const [p4, p8] = [Math.PI ** 4, Math.PI ** 8];
    const total = 49 / 8 + (0.1 * p4) / 5 + (0.01 * p8) / 18 + 0.5;
    const first = [0.5 * (1 + (0.1 * p4) / 5) ** 2, 49 / 8, 0].map((part) => part / total);
    const pair = (0.01 * p8 * (1 / 18 - 1 / 50)) / total;
    const found = analyse("sobol", study(ISHIGAMI, { kind: "saltelli", blocks: 4096, secondOrder: true }, ishigami, { seed }));
    near(values(found, "S1"), first, 0.02);
    near(values(found, "ST"), [first[0]! + pair, first[1]!, pair], 0.02);
    near(values(found, "ST-S1"), [pair, 0, pair], 0.02);
    near(values(found, "S2"), [0, pair, 0], 0.02);
    expect(indices(found, "S2").map((one) => `${one.parameter} ${one.with}`)).toEqual(["a b", "a c", "b c"]);
  });

  it("come within 0.02 of Sobol's G at 4096 blocks", () => {
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const g = (x: readonly number[]) => a.reduce((product, one, i) => (product * (Math.abs(4 * x[i]! - 2) + one)) / (1 + one), 1);
    // Saltelli and Sobol' (1995): V_i = 1 / (3 (1 + a_i)^2), V = prod (1 + V_i) - 1, V_Ti = V_i prod of the others.
    const part = a.map((one) => 1 / (3 * (1 + one) ** 2));
    const all = part.reduce((product, v) => product * (1 + v), 1);
    const found = analyse("sobol", study(unitCube(8), { kind: "saltelli", blocks: 4096, scramble: false }, g));
    const first = part.map((v) => v / (all - 1));
    near(values(found, "S1"), first, 0.02);
    near(
      values(found, "ST"),
      part.map((v) => (v * all) / (1 + v) / (all - 1)),
      0.02,
    );
  });

  it("are the squares of coefficients of a straight line, whatever the order of the inputs", () => {
    const line = ([x, y, z]: readonly number[]) => 1e6 + 4 * x! + 2 * y! + z!;
    const forwards = analyse("sobol", study(unitCube(3), { kind: "saltelli", blocks: 1024 }, line));
    near(values(forwards, "S1"), [16 / 21, 4 / 21, 1 / 21], 0.005);
    near(values(forwards, "ST"), [16 / 21, 4 / 21, 1 / 21], 0.005);
    const whole = study(unitCube(3), { kind: "saltelli", blocks: 64 }, line);
    const backwards = {
      ...whole,
      dimensions: [...whole.dimensions].reverse(),
      // In every block AB of the last input comes first now.
      responses: {
        ...whole.responses,
        means: whole.responses.means.map((_, i, all) => all[i - (i % 5) + [0, 3, 2, 1, 4][i % 5]!]!),
      },
    };
    const [one, other] = [analyse("sobol", whole), analyse("sobol", backwards)];
    for (const { parameter, index, value, low, high } of one.indices.filter(({ unit }) => unit === "share")) {
      expect(find(other, index, parameter)).toMatchObject({ value, low, high });
    }
  });

  it("have intervals that cover the truth, from blocks and not from runs", () => {
    const truth = [0.8, 0.2];
    const trials = Array.from({ length: 40 }, (_, t) => {
      const random = study(unitCube(2), { kind: "latin-hypercube", points: 256 }, () => 0, { seed: `trial ${t}` }).points;
      const f = (x: number, y: number) => 2 * x + y;
      // 128 blocks of independent points.
      const means = random.slice(0, 128).flatMap((point, i) => {
        const [[a, b], [c, d]] = [point, random[i + 128]!] as unknown as [[number, number], [number, number]];
        return [f(a, b), f(c, b), f(a, d), f(c, d)];
      });
      const responses = { means: Float64Array.from(means), replicates: 1, incomplete: 0, spread: 1, noise: Number.NaN };
      const layout = { shape: "cross-matrix", secondOrder: false } as const;
      const found = analyse("sobol", { dimensions: unitCube(2), points: [], layout, responses, seed: `${t}` });
      return indices(found, "S1").map(({ low, high }, i) => low <= truth[i]! && truth[i]! <= high);
    });
    expect(trials.flat().filter(Boolean).length).toBeGreaterThan(70);
    expect(trials.flat().filter(Boolean).length).toBeLessThanOrEqual(80);
  });

  it("show estimates below 0, say what they are, and how many blocks would do", () => {
    const found = analyse("sobol", study(ISHIGAMI, { kind: "saltelli", blocks: 64, scramble: false }, ishigami));
    const c = find(found, "S1", "c");
    expect(c.value).toBeLessThan(0);
    expect(c.note).toBe("no share is below 0: this is the error of the estimate; read it as 0");
    expect(found.reading.join("\n")).toMatch(/\d estimates? (is|are) below 0: no share is/);
    expect(found.reading.join("\n")).toMatch(
      /Not converged: the widest interval of a total share is 0\.\d\d; about [\d,]+ blocks/,
    );
    const many = analyse("sobol", study(ISHIGAMI, { kind: "saltelli", blocks: 4096 }, ishigami));
    expect(many.reading.join("\n")).not.toMatch("Not converged");
    expect(many.reading.join("\n")).toMatch(/In interaction with other inputs: [ac] 2\d % and [ac] 2\d %\./);
  });

  it("leave out blocks with a failed run, and say so", () => {
    const failing = study(ISHIGAMI, { kind: "saltelli", blocks: 256 }, (x, _, p) =>
      p === 7 || p === 8 || p === 101 ? Number.NaN : ishigami(x),
    );
    const found = analyse("sobol", failing);
    expect(found).toMatchObject({ used: 254, dropped: 2, of: "blocks", refusal: "" });
    expect(found.indices.every(({ n }) => n === 254)).toBe(true);
  });

  it("are refused where there is nothing to share", () => {
    const refusal = (answer: (p: number) => number) =>
      analyse(
        "sobol",
        study(unitCube(2), { kind: "saltelli", blocks: 4 }, (_, __, p) => answer(p)),
      );
    const constant = refusal(() => 0.1 + 0.2);
    expect(constant).toMatchObject({ indices: [], refusal: "the outcome is the same at every point" });
    expect(constant.reading).toEqual(["Not estimable: the outcome is the same at every point."]);
    expect(refusal((p) => 0.3 + 1e-16 * p).refusal).toMatch("same at every point");
    expect(refusal((p) => (p > 4 ? Number.NaN : p)).refusal).toBe("fewer than two blocks have all their values");
  });

  it("count luck as what it is: a share that every input shows", () => {
    const noise = (r: number, p: number) => Math.sin(12.9898 * (p + 1) + 78.233 * (r + 1)) * 43758.5453;
    const noisy = study(
      [...unitCube(1), words("idle", [1, 2])],
      { kind: "saltelli", blocks: 256 },
      ([x], r, p) => x! + 0.6 * (noise(r, p) - Math.floor(noise(r, p))),
      { replicates: 4 },
    );
    const found = analyse("sobol", noisy);
    // Variance 1/12 of x, 0.36/12/4 of luck in a mean of 4.
    expect(noiseShare(noisy.responses)).toBeCloseTo(0.09 / 1.09, 2);
    expect(find(found, "ST of luck").value).toBe(noiseShare(noisy.responses));
    expect(find(found, "ST", "idle").value).toBeCloseTo(0.09 / 1.09, 1);
    expect(found.reading.join(" ")).toMatch(/(Hardly matters|Cannot be told from luck).*: idle\./);
    expect(found.reading[0]).toMatch(
      /^What matters, by share of the variance with all interactions: x1 \d+ % \(alone \d+ %\)\.$/,
    );
  });

  it("refuse points of another layout", () => {
    expect(() =>
      analyse(
        "sobol",
        study(unitCube(2), { kind: "sobol", points: 4 }, () => 1),
      ),
    ).toThrow(/cross-matrix/);
  });
});
