import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Duration, kaplanMeier, medianDuration } from "../../../src/experiment/stats/survival.ts";
import reference from "../../reference/statistics.json" with { type: "json" };

interface Sample {
  readonly times: readonly number[];
  readonly ended: readonly number[];
  readonly rows: readonly (readonly (number | null)[])[];
}

const { sixMp, placebo, random } = reference.survival;
const durations = ({ times, ended }: Sample): Duration[] => times.map((time, i) => ({ time, ended: ended[i] === 1 }));

describe("the Kaplan-Meier estimate", () => {
  it.each<[string, Sample]>([
    ["6-MP", sixMp],
    ["placebo", placebo],
    ["random", random],
  ])("has the survival and the log-log interval of scipy: %s", (_, sample) => {
    const steps = kaplanMeier(durations(sample));
    expect(steps.length).toBe(sample.rows.length);
    steps.forEach(({ time, survival }, i) => {
      const [at, value, low, high] = sample.rows[i].map((one) => one ?? Number.NaN);
      expect(time).toBe(at);
      expect(survival.value).toBeCloseTo(value, 12);
      if (value === 0) expect([survival.low, survival.high]).toEqual([Number.NaN, Number.NaN]);
      else expect([survival.low - low, survival.high - high].map(Math.abs).every((error) => error < 1e-12)).toBe(true);
    });
  });

  it("has the standard errors of the textbook", () => {
    // Collett (2003), Modelling Survival Data in Medical Research, and Kleinbaum and Klein (2012), table 2.1: 6-MP.
    const errors = kaplanMeier(durations(sixMp)).map(({ error }) => Number(error.toFixed(4)));
    expect(errors).toEqual([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]);
    expect(kaplanMeier(durations(sixMp)).map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
  });

  it("has the medians of the trial: 23 weeks, at least 13, with the drug; 8 without", () => {
    expect(medianDuration(kaplanMeier(durations(sixMp)))).toEqual({ value: 23, low: 13, high: Number.NaN });
    expect(medianDuration(kaplanMeier(durations(placebo)))).toEqual({ value: 8, low: 4, high: 11 });
  });

  it("is the share that lasts longer when nothing is censored, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (times) => {
        const steps = kaplanMeier(times.map((time) => ({ time, ended: true })));
        for (const { time, survival } of steps) {
          expect(survival.value).toBeCloseTo(times.filter((one) => one > time).length / times.length, 12);
        }
        expect(kaplanMeier([...times].reverse().map((time) => ({ time, ended: true })))).toEqual(steps);
      }),
    );
  });

  it("keeps censored cases: without them every duration looks shorter", () => {
    const kept = medianDuration(kaplanMeier(durations(sixMp))).value;
    const dropped = medianDuration(kaplanMeier(durations(sixMp).filter(({ ended }) => ended))).value;
    expect(kept).toBeGreaterThan(dropped);
  });

  it("meets one half that rounding hides", () => {
    // 11/18 x 9/11 comes to 0.5000000000000001.
    const times = [...Array(7).fill(1), ...Array(2).fill(2), ...Array(9).fill(3)];
    const steps = kaplanMeier(times.map((time) => ({ time, ended: true })));
    expect(steps[1].survival.value).not.toBe(0.5);
    expect(medianDuration(steps).value).toBe(2);
  });

  it("has no step where nothing ended, and refuses a negative time", () => {
    expect(kaplanMeier([{ time: 3, ended: false }])).toEqual([]);
    expect(kaplanMeier([{ time: Number.NaN, ended: true }])).toEqual([]);
    expect(medianDuration([])).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(() => kaplanMeier([{ time: -1, ended: true }])).toThrow("duration: -1, use 0 or more");
    expect(() => kaplanMeier([], 95)).toThrow("confidence: 95, use a number between 0 and 1");
  });
});
