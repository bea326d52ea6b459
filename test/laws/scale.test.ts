/** Where smugglers have a seat a week or more, the scale hardly moves means: coarse and fine runs of the same world agree. */
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const ecosystem = frozenEcosystem({ end: "2016-01-03" });
const RUNS = 24;
const SCALES = [2, 20] as const;

const outcomes = new Map(
  SCALES.map((scale) => {
    const runs = Array.from({ length: RUNS }, (_, seed) => simulate(modelOf({ ecosystem, seed, settings: { scale } })).outcome);
    return [scale, runs];
  }),
);

function meanAndError(scale: (typeof SCALES)[number], name: string): { mean: number; error: number } {
  const found = (outcomes.get(scale) ?? []).map((one) => one[name]);
  const mean = found.reduce((sum, x) => sum + x, 0) / RUNS;
  const variance = found.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (RUNS - 1);
  return { mean, error: Math.sqrt(variance / RUNS) };
}

/** Loose: three standard errors, and a part of the mean for what rounding to whole persons does. */
const ROUNDING = 0.1;

describe("means of a fine and a coarse run agree", () => {
  it.each([
    "births",
    "departures",
    "trips",
    "arrivals",
    "harm_index_expected",
    "smugglers",
    "share_facilitative",
    "share_negligent",
    "share_coercive",
    "share_predatory",
    "utilisation",
    "price_coast_isle_west",
    "price_oasis_coast",
    "usd_fares",
    "capital_smugglers",
    "norm",
    "believed_danger",
    "elasticity",
  ])("%s", (name) => {
    const [fine, coarse] = SCALES.map((scale) => meanAndError(scale, name));
    const room = 3 * Math.sqrt(fine.error ** 2 + coarse.error ** 2) + ROUNDING * Math.abs(fine.mean);
    expect(Math.abs(fine.mean - coarse.mean)).toBeLessThan(room);
  });
});

it("is noisier when it is coarse", () => {
  const spread = (scale: (typeof SCALES)[number]) => meanAndError(scale, "deaths").error;
  expect(spread(20)).toBeGreaterThan(spread(2));
});
