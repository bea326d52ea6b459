/** Verdicts on planted differences: each can be reached, and none says more than its interval. */
import { describe, expect, it } from "vitest";
import { measure } from "../../../src/experiment/compare/effect.ts";
import { type Claim, claimSchema } from "../../../src/experiment/patterns/schema.ts";
import { judgeClaims, patternVerdict } from "../../../src/experiment/patterns/verdict.ts";

const OUTCOME = { name: "harm", type: "number", unit: "points", about: "harm", kind: "flow", better: "down" } as const;
const PERIOD = { name: "5 years", from: 0, to: 260 };
const claim = (more: object): Claim =>
  claimSchema.parse({ title: "x", arm: "a", outcome: "harm", period: "5 years", expect: "lower", ...more });

/** Pairs whose difference has this mean and this spread, in per cent of the other arm. */
function pair(mean: number, spread: number, n = 20) {
  const against = Float64Array.from({ length: n }, (_, i) => 100 + (i % 5));
  const arm = against.map((x, i) => x + mean + (i % 2 === 0 ? spread : -spread));
  const [measured] = measure({ outcome: OUTCOME as never, period: PERIOD, strategies: ["none", "a"], values: [against, arm] });
  if (!measured) throw new Error("no difference");
  const size = Math.abs(measured.baselineMean);
  const { value, low, high } = measured.difference;
  return { measured, change: { value: value / size, low: low / size, high: high / size } };
}

const verdict = (more: object, mean: number, spread: number) =>
  judgeClaims([{ claim: claim(more), pair: pair(mean, spread) }])[0]?.verdict;

describe("a claim", () => {
  it.each([
    ["a direction that is there", { expect: "lower" }, -10, 5, "holds"],
    ["the other direction", { expect: "lower" }, 10, 5, "reversed"],
    ["a direction that is excluded", { expect: "higher", least: 0.05 }, 0.5, 2, "fails"],
    ["a direction that is not told", { expect: "higher" }, 1, 20, "not told"],
    ["little, told", { expect: "little", within: 0.05 }, 0.5, 2, "holds"],
    ["little, and it is much", { expect: "little", within: 0.05 }, 12, 3, "fails"],
    ["little, not told", { expect: "little", within: 0.05 }, 3, 10, "not told"],
    ["a band", { expect: "between", low: 0.05, high: 0.5 }, 20, 5, "holds"],
    ["below the band", { expect: "between", low: 0.1, high: 0.5 }, 3, 2, "fails"],
    ["on the other side of nothing", { expect: "between", low: 0.1, high: 0.5 }, -20, 5, "reversed"],
  ])("%s", (_, more, mean, spread, said) => expect(verdict(more, mean, spread)).toBe(said));

  it("of identical arms: little holds, a direction fails", () => {
    expect(verdict({ expect: "little" }, 0, 0)).toBe("holds");
    expect(verdict({ expect: "lower" }, 0, 0)).toBe("fails");
  });

  it("that holds alone may not among many", () => {
    const one = { claim: claim({}), pair: pair(-2.7, 5) };
    expect(judgeClaims([one])[0]?.verdict).toBe("holds");
    const many = Array.from({ length: 40 }, () => ({ claim: claim({}), pair: pair(0.1, 20) }));
    expect(judgeClaims([one, ...many])[0]).toMatchObject({ verdict: "not told", family: 41 });
  });

  it("that could not be measured is not told", () => expect(judgeClaims([{ claim: claim({}) }])[0]?.verdict).toBe("not told"));
});

describe("a pattern", () => {
  it("is as its worst claim", () => {
    expect(patternVerdict(["holds", "not told"], false)).toBe("not told");
    expect(patternVerdict(["holds", "reversed", "fails"], false)).toBe("reversed");
    expect(patternVerdict(["holds", "holds"], false)).toBe("holds");
  });

  it("does not hold when it could not have failed", () => {
    expect(patternVerdict(["holds"], true)).toBe("by construction");
    expect(patternVerdict(["holds"], false, "fails")).toBe("by construction");
    expect(patternVerdict(["holds"], false, "not told")).toBe("not told");
    expect(patternVerdict(["fails"], true)).toBe("fails");
  });
});
