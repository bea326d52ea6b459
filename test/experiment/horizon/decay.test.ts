/** A fading effect with a known half-life, one that stays, one that is not there, and records too short to tell. */
import { describe, expect, it } from "vitest";
import { tableBuilder } from "../../../src/core/table.ts";
import { decay } from "../../../src/experiment/horizon/decay.ts";
import { lastListing } from "../../../src/experiment/horizon/last-listing.ts";
import { datesFrom, type Plan, planted } from "./planted-series.ts";

const YEAR = 52.1775;
const PLAN: Plan = { seed: "decay", trials: 30, weeks: 470, start: 104 };
/** Listed from the start for two years; then the effect fades. */
const LAST = 208;
const fading = (halfLife: number, size = -60) => ({
  effect: (since: number) => {
    const after = since - (LAST - PLAN.start);
    return after <= 0 ? size : size * 2 ** (-after / (halfLife * YEAR));
  },
});
const decayOf = (plan: Partial<Plan>, last: readonly number[] = Array.from({ length: 30 }, () => LAST)) =>
  decay(planted({ ...PLAN, ...plan }), last);

describe("the half-life", () => {
  it.each([0.5, 1.5, 3])("of %f years is recovered, and its interval holds it", (halfLife) => {
    const found = decayOf(fading(halfLife)).halfLife!;
    expect(found.low).toBeLessThan(halfLife);
    expect(found.high).toBeGreaterThan(halfLife);
    expect(found.value / halfLife).toBeGreaterThan(0.8);
    expect(found.value / halfLife).toBeLessThan(1.25);
    expect(found.n).toBe(30);
  });

  it("is covered by the interval in nineteen of twenty cases", () => {
    let covered = 0;
    for (let world = 0; world < 100; world++) {
      const { halfLife } = decayOf({ ...fading(1.5), seed: `decay|${world}`, trials: 12, noise: 20 }, new Array(12).fill(LAST));
      if (halfLife && halfLife.low <= 1.5 && 1.5 <= halfLife.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(89);
    expect(covered).toBeLessThan(100);
  });

  it("has no upper end where the effect may well stay", () => {
    const { halfLife } = decayOf({ effect: () => -60 });
    expect(halfLife?.high ?? Infinity).toBe(Infinity);
    expect(halfLife?.low ?? Infinity).toBeGreaterThan(5);
  });

  it("does not hang on the sign of the effect", () => {
    expect(decayOf(fading(1.5, 60)).halfLife!.value).toBeCloseTo(1.5, 0);
  });

  it("counts from the last listing of each trial", () => {
    // half of the trials are listed a year longer, and fade a year later
    const plans = [0, 52].map((later) => {
      const { effect } = fading(1.5);
      return planted({ ...PLAN, trials: 15, seed: `later|${later}`, effect: (since) => effect(since - later) });
    });
    const [early, late] = plans;
    const both = {
      ...early,
      base: { values: [...early.base.values, ...late.base.values] },
      treated: { values: [...early.treated.values, ...late.treated.values] },
    };
    const last = [...new Array<number>(15).fill(LAST), ...new Array<number>(15).fill(LAST + 52)];
    expect(decay(both, last).halfLife!.value).toBeCloseTo(1.5, 0);
  });
});

describe("no half-life", () => {
  it("without an effect, without listings, in a short record, where it grows", () => {
    expect(decayOf({})).toMatchObject({ because: "no effect to fade" });
    expect(decayOf(fading(1), new Array(30).fill(Number.NaN))).toEqual({ years: [], because: "nobody was listed" });
    expect(decayOf({ ...fading(1), weeks: LAST + 40 })).toMatchObject({ because: "too short a record" });
    const growing = decayOf({ effect: (since) => -since / 2 });
    expect(growing).toMatchObject({ because: "it did not fade" });
  });
});

describe("the effect of each year", () => {
  it("is that of 52 weeks after the last listing; year 0 ends with it", () => {
    const { years } = decayOf({ ...fading(1), noise: 0 });
    expect(years.map(({ year }) => year)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(years[0].effect).toMatchObject({ mean: -60 * 52, n: 30 });
    expect(years[2].effect.mean / years[1].effect.mean).toBeCloseTo(0.5, 1);
  });

  it("leaves out trials in which nobody was listed", () => {
    const last = Array.from({ length: 30 }, (_, trial) => (trial < 10 ? Number.NaN : LAST));
    expect(decayOf(fading(1), last).years[0].effect.n).toBe(20);
  });
});

it("the last listing is found among events", () => {
  const column = (name: string) => ({ name, type: "string" as const, unit: "", about: "" });
  const events = (rows: readonly (readonly string[])[]) => {
    const builder = tableBuilder({ name: "events", about: "", primaryKey: [], columns: [column("date"), column("event")] });
    for (const row of rows) builder.add(row);
    return builder.finish();
  };
  const dates = datesFrom("2015-01-05", 10);
  expect(
    lastListing(
      events([
        ["2015-01-12", "listed"],
        ["2015-01-26", "listed"],
        ["2015-02-02", "delisted"],
      ]),
      dates,
    ),
  ).toBe(3);
  expect(lastListing(events([["2015-01-12", "moved home"]]), dates)).toBeNaN();
});
