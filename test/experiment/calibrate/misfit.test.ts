/** Implausibility, luck and misfit by hand-made figures. */
import { describe, expect, it } from "vitest";
import { implausibility, luckOf, misfit, type Target } from "../../../src/experiment/calibrate/misfit.ts";
import { scored } from "../../../src/experiment/calibrate/results.ts";

const target = (more: Partial<Target> = {}): Target => ({
  ...{ name: "trips-2015", title: "Trips 2015", metric: "trips", year: 2015, value: 100, low: 80, high: 160 },
  ...{ weight: 1, discrepancy: 0, ...more },
});

describe("implausibility", () => {
  it("counts standard deviations: the ends of a band are two away, each side by itself", () => {
    expect(implausibility(80, target(), 0)).toBe(2);
    expect(implausibility(160, target(), 0)).toBe(2);
    expect(implausibility(130, target(), 0)).toBe(1);
    expect(implausibility(100, target(), 0)).toBe(0);
  });

  it("shrinks with the model's own error and with luck, as variances add", () => {
    expect(implausibility(90, target(), 0)).toBe(1);
    // 10 / sqrt(10^2 + 20^2 + 20^2)
    expect(implausibility(90, target({ discrepancy: 20 }), 20)).toBeCloseTo(1 / 3, 15);
  });

  it("has no value for a run without one", () => expect(implausibility(Number.NaN, target(), 1)).toBeNaN());
});

describe("misfit", () => {
  it("is the root of the weighted mean square", () => {
    expect(misfit([3, 4], [target(), target()])).toBeCloseTo(Math.sqrt(12.5), 15);
    expect(misfit([3, 4], [target({ weight: 3 }), target()])).toBeCloseTo(Math.sqrt(43 / 4), 15);
  });

  it("is infinite when a figure is missing, so that the set is never accepted", () => {
    expect(misfit([3, Number.NaN], [target(), target()])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("luck", () => {
  it("is the relative spread of runs at the published figure, for the mean over the replicates", () => {
    // Mean 50, standard deviation 10: a fifth; of 100, over four runs.
    expect(luckOf([[40, 50, 60]], [target()], 4)[0]).toBeCloseTo(10, 12);
  });

  it("cannot be told from one run", () => expect(luckOf([[40]], [target()], 1)).toEqual([0]));
});

describe("a set", () => {
  const targets = [target({ name: "trips" }), target({ name: "aboard" })];
  const of = (trips: number[], aboard: number[]) => scored([[trips], [aboard]], targets, [0, 0])[0];

  it("is measured by the runs that have a value: one without boats tells no size of boats", () => {
    expect(of([90, 110], [100, Number.NaN])).toMatchObject({ means: [100, 100], misfit: 0 });
    expect(of([90, 110], [Number.NaN, Number.NaN])?.misfit).toBe(Number.POSITIVE_INFINITY);
  });

  it("is never accepted when one of its runs failed", () => {
    expect(of([100, Number.NaN], [100, Number.NaN])?.misfit).toBe(Number.POSITIVE_INFINITY);
  });
});
