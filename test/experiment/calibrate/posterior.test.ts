/** The search against a posterior that is known: a line and a Gaussian error. */
import { describe, expect, it } from "vitest";
import { effectiveSize, normalised, weightedMean, weightedQuantile } from "../../../src/experiment/calibrate/posterior.ts";
import { type Method, methodSchema } from "../../../src/experiment/calibrate/schema.ts";
import { beginSearch } from "../../../src/experiment/calibrate/search.ts";

const method = (more: Partial<Method> = {}): Method =>
  methodSchema.parse({ kind: "abc-smc", first: 400, keep: 200, runs: 3000, pace: 0.02, ...more });

/** Plays waves of a model without luck until the search ends. */
function search(distance: (unit: Float64Array) => number, how: Method, seed = "test") {
  const found = beginSearch({ method: how, replicates: 1, names: ["slope", "idle"], seed });
  const played: Float64Array[] = [];
  while (found.state().ended === undefined) {
    const units = found.next();
    played.push(...units);
    found.tell(units.map(distance));
  }
  return { played, state: found.state() };
}

describe("search", () => {
  // Of all sets within a tolerance t of 0.3 the posterior is even over 0.3 - t to 0.3 + t, whatever the other one is.
  const { played, state } = search(([slope = 0]) => Math.abs(slope - 0.3), method());
  const shares = normalised(state.kept);
  const column = (d: number) => state.kept.map(({ unit }) => unit[d] as number);

  it("closes in on the planted value", () => {
    const tolerances = state.waves.map(({ tolerance }) => tolerance);
    expect(tolerances).toEqual([...tolerances].sort((a, b) => b - a));
    expect(tolerances.at(-1)).toBeLessThan(0.03);
    expect(weightedMean(column(0), shares)).toBeCloseTo(0.3, 2);
  });

  it("leaves a parameter without effect as its prior is: even, by weight", () => {
    const idle = column(1);
    // Standard errors of an even distribution with as many equally weighted sets as these are worth.
    const error = 1 / Math.sqrt(12 * effectiveSize(shares));
    expect(Math.abs(weightedMean(idle, shares) - 0.5)).toBeLessThan(3 * error);
    expect(weightedQuantile(idle, shares, 0.05)).toBeLessThan(0.15);
    expect(weightedQuantile(idle, shares, 0.95)).toBeGreaterThan(0.85);
  });

  it("weights sets by prior over proposal: without weights they crowd in the middle", () => {
    // At the edge of its prior a Gaussian around kept sets proposes half as often.
    const edge = search(([slope = 0]) => (slope < 0.5 ? 0.1 + 1e-6 * slope : 1 + slope), method({ pace: 0.9 }));
    const weights = edge.state.kept.filter(({ unit }) => (unit[0] as number) < 0.02).map(({ weight }) => weight);
    const middle = edge.state.kept.filter(({ unit }) => Math.abs((unit[0] as number) - 0.25) < 0.05).map(({ weight }) => weight);
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean(weights)).toBeGreaterThan(mean(middle));
  });

  it("says why it ended, and keeps to the budget", () => {
    expect(state.ended).toMatch(/budget|last wave/);
    expect(played.length).toBeLessThanOrEqual(3000);
    const { state: loose } = search(([slope = 0]) => slope, method({ tolerance: 0.6 }));
    expect(loose.ended).toBe("every kept set has a misfit of at most 0.6");
    expect(loose.waves).toHaveLength(1);
  });

  it("is the same for the same seed, and another for another", () => {
    const again = search(([slope = 0]) => Math.abs(slope - 0.3), method({ runs: 700 }));
    expect(search(([slope = 0]) => Math.abs(slope - 0.3), method({ runs: 700 })).played).toEqual(again.played);
    expect(search(([slope = 0]) => Math.abs(slope - 0.3), method({ runs: 700 }), "other").played).not.toEqual(again.played);
  });

  it("never accepts a set that could not be played", () => {
    const { state: partial } = search(([slope = 0]) => (slope < 0.5 ? Number.POSITIVE_INFINITY : slope), method({ runs: 700 }));
    expect(partial.kept.every(({ misfit }) => Number.isFinite(misfit))).toBe(true);
    const { state: none } = search(() => Number.POSITIVE_INFINITY, method());
    expect(none.ended).toBe("only 0 sets gave a value for every figure");
  });
});
