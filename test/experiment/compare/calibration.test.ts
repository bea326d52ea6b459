/** How often a comparison is right, by simulation with seeds: what it finds where there is nothing, and what it misses. */
import { alea } from "seedrandom";
import { describe, expect, it } from "vitest";
import { measure } from "../../../src/experiment/compare/effect.ts";
import { effects } from "../../../src/experiment/compare/judge.ts";
import type { Matched } from "../../../src/experiment/matched.ts";
import { normalQuantile } from "../../../src/experiment/stats/normal.ts";
import { matched } from "./pairs.ts";

const PAIRS = 20;
const OUTCOMES = ["deaths", "trips", "victims"];
const YEARS = [1, 2, 5, 10];

/**
 * One study: outcomes share the luck of a trial, horizons grow out of each other, strategies share the baseline.
 * @param shape of the noise of one year, by its uniform
 */
function study(random: () => number, shape: (u: number) => number, strategies: number): Matched[] {
  const cumulated = Array.from({ length: PAIRS }, () => {
    const luck = shape(random());
    return Array.from({ length: 1 + strategies }, () => {
      const common = shape(random());
      return OUTCOMES.map(() => {
        let sum = 0;
        return Array.from({ length: 10 }, () => {
          sum += 20 + 3 * luck + common + shape(random());
          return sum;
        });
      });
    });
  });
  return OUTCOMES.flatMap((name, o) =>
    YEARS.map((year) =>
      matched(
        Array.from({ length: 1 + strategies }, (_, s) => cumulated.map((trial) => trial[s][o][year - 1])),
        "down",
        name,
        `${year} years`,
      ),
    ),
  );
}

describe("a planted null", () => {
  /** Studies of 400 with a finding, before and after adjustment. */
  function findings(name: string, shape: (u: number) => number) {
    const random = alea(`null|${name}`);
    let [adjusted, alone] = [0, 0];
    for (let i = 0; i < 400; i++) {
      const rows = effects(study(() => random.double(), shape, 2));
      expect(rows.length).toBe(24);
      adjusted += Number(rows.some(({ verdict }) => verdict !== "no detectable difference"));
      alone += Number(rows.some(({ p }) => p < 0.05));
    }
    return { adjusted, alone };
  }

  // 5 % of 400 are 20; three standard errors more are 33.
  it("comes out as no difference in at least 95 of 100 studies", () => {
    const { adjusted, alone } = findings("normal", normalQuantile);
    expect(adjusted).toBeLessThanOrEqual(20);
    expect(adjusted).toBeGreaterThan(0);
    expect(alone).toBeGreaterThan(100);
  });

  it("also when outcomes are counts of rare events", () => {
    const { adjusted } = findings("counts", (u) => (u < 0.7 ? 0 : u < 0.95 ? 1 : 6));
    expect(adjusted).toBeLessThanOrEqual(20);
  });
});

describe("intervals at 95 %", () => {
  it("cover the true difference, the true relative change, and the true probability", () => {
    const random = alea("coverage");
    const draw = () => normalQuantile(random.double());
    const covered = { difference: 0, relative: 0, probability: 0 };
    const STUDIES = 3000;
    for (let i = 0; i < STUDIES; i++) {
      const pairs = Array.from({ length: PAIRS }, () => {
        const luck = draw();
        return [10 + 2 * luck + draw(), 9 + 2 * luck + draw()] as const;
      });
      const [{ difference, relative, probability }] = measure(matched([pairs.map(([a]) => a), pairs.map(([, b]) => b)]));
      covered.difference += Number(difference.low <= -1 && -1 <= difference.high);
      covered.relative += Number(relative.low <= -0.1 && -0.1 <= relative.high);
      // P(N(-1, 2) < 0) = Phi(1 / sqrt 2).
      covered.probability += Number(probability.low <= 0.7602499389065233 && 0.7602499389065233 <= probability.high);
    }
    // Three standard errors are 0.012; Wilson's varies about its level because counts are whole.
    expect(Math.abs(covered.difference / STUDIES - 0.95)).toBeLessThan(0.012);
    expect(Math.abs(covered.relative / STUDIES - 0.95)).toBeLessThan(0.012);
    expect(Math.abs(covered.probability / STUDIES - 0.95)).toBeLessThan(0.03);
  });
});

describe("power", () => {
  it("is 80 % for the difference that is said to be detectable", () => {
    const random = alea("power");
    const draw = () => normalQuantile(random.double());
    const STUDIES = 2000;
    // True deviation 1 of a difference: 2.9536 standard errors for 20 pairs.
    const shift = 2.95358487 / Math.sqrt(PAIRS);
    let [seen, said] = [0, 0];
    for (let i = 0; i < STUDIES; i++) {
      const baseline = Array.from({ length: PAIRS }, () => 10 + 3 * draw());
      const [effect] = effects([matched([baseline, baseline.map((value) => value + shift + draw())])]);
      seen += Number(effect.verdict === "higher");
      said += effect.detectable;
    }
    // Three standard errors are 0.027.
    expect(Math.abs(seen / STUDIES - 0.8)).toBeLessThan(0.027);
    // A deviation of 20 numbers is 1.3 % too small on average.
    expect(said / STUDIES / shift).toBeCloseTo(0.987, 2);
  });

  it("is what pairing gives: the same effect is lost without it", () => {
    const random = alea("pairing");
    const draw = () => normalQuantile(random.double());
    const baseline = Array.from({ length: PAIRS }, () => 10 + 3 * draw());
    const strategy = baseline.map((value) => value - 0.5 + 0.3 * draw());
    const [paired] = effects([matched([baseline, strategy])]);
    const [unpaired] = effects([matched([baseline, [...strategy.slice(1), strategy[0]]])]);
    expect([paired.verdict, unpaired.verdict]).toEqual(["lower", "no detectable difference"]);
    expect(paired.varianceReduction).toBeGreaterThan(50);
    expect(paired.correlation).toBeGreaterThan(0.99);
  });
});
