import { alea } from "seedrandom";
import { describe, expect, it } from "vitest";
import {
  pairsNeeded,
  type UntilRule,
  type UntilState,
  untilNext,
  untilRule,
  untilStart,
} from "../../../src/experiment/compare/until.ts";
import { normalQuantile } from "../../../src/experiment/stats/normal.ts";
import { studentQuantile } from "../../../src/experiment/stats/student.ts";

/** Feeds pairs until the rule says so. */
function play(rule: UntilRule, pair: (i: number) => readonly [number, number]): UntilState {
  let state = untilStart();
  for (let i = 0; state.status === "more"; i++) state = untilNext(rule, state, ...pair(i));
  return state;
}

const absolute = (half: number, rule: Partial<UntilRule> = {}) => untilRule({ precision: { absolute: half }, ...rule });
const alternating = (i: number): [number, number] => [100, 100 + (i % 2 === 0 ? 1 : -1)];

describe("adding pairs until the interval is narrow", () => {
  it("stops after the look-ahead that follows the first narrow interval", () => {
    const state = play(absolute(0.5), alternating);
    const half = (n: number) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (i % 2 === 0 ? 1 : -1) / n;
      return studentQuantile(0.975, n - 1) * Math.sqrt((1 - sum * sum) / (n - 1));
    };
    let first = 10;
    while (half(first) > 0.5) first++;
    expect(state).toMatchObject({ status: "reached", n: first + 5, missing: 0, narrow: 6, target: 0.5 });
    expect(state.halfWidth).toBeCloseTo(half(first + 5), 12);
  });

  it("is not stopped by a narrow interval that does not last", () => {
    // Ten differences that happen to be close, then what they are really like.
    const lucky = (i: number): [number, number] => [100, i < 10 ? 100 + 0.01 * (i % 2) : 100 + (i % 2 === 0 ? 5 : -5)];
    expect(play(absolute(0.1, { lookAhead: 0 }), lucky)).toMatchObject({ status: "reached", n: 10 });
    expect(play(absolute(0.1, { budget: 200 }), lucky)).toMatchObject({ status: "budget spent", n: 200, narrow: 0 });
  });

  it("looks further ahead when there are many pairs", () => {
    const late = (i: number): [number, number] => [0, i % 2 === 0 ? 1 : -1];
    const state = play(absolute(0.1), late);
    expect(state.n).toBeGreaterThan(300);
    expect(state.narrow).toBe(1 + Math.floor((5 * (state.n - state.narrow + 1)) / 100));
  });

  it("measures a relative precision by the size of the baseline", () => {
    const rule = untilRule({ precision: { relative: 0.01 } });
    const negative = play(rule, (i) => [-50, -50 + (i % 2 === 0 ? 1 : -1)]);
    expect(negative).toMatchObject({ status: "reached", target: 0.5 });
    expect(negative.n).toBe(play(absolute(0.5), alternating).n);
  });

  it("does not decide before the minimum, and stops at once where nothing varies", () => {
    expect(play(absolute(1, { minimum: 30 }), () => [3, 3])).toMatchObject({ n: 35, status: "reached", halfWidth: 0 });
    expect(play(untilRule({ precision: { relative: 0.1 } }), () => [0, 0])).toMatchObject({ n: 15, status: "reached" });
  });

  it("spends its budget on missing trials too, which break no streak", () => {
    const gaps = (i: number): [number, number] => (i % 3 === 2 ? [Number.NaN, 1] : alternating(i));
    const state = play(absolute(0.1, { budget: 60 }), gaps);
    expect(state).toMatchObject({ status: "budget spent", n: 40, missing: 20 });
    const before = play(absolute(1), alternating);
    expect(untilNext(absolute(1), before, 1, Number.NaN)).toMatchObject({ n: before.n, missing: 1, narrow: before.narrow });
  });

  it("never reaches anything with an infinite value", () => {
    expect(play(absolute(1, { budget: 50 }), (i) => [1, i === 3 ? Infinity : 1])).toMatchObject({ status: "budget spent" });
  });

  it("keeps judging when pairs follow after the end, and leaves earlier states alone", () => {
    const rule = absolute(0.5);
    const end = play(rule, alternating);
    const copy = structuredClone(end);
    expect(untilNext(rule, end, 0, 1e6)).toMatchObject({ status: "more", narrow: 0 });
    expect(end).toEqual(copy);
  });

  it("foresees how many pairs it takes", () => {
    let state = untilStart();
    for (let i = 0; i < 20; i++) state = untilNext(absolute(0.1), state, ...alternating(i));
    const needed = pairsNeeded(state);
    const half = (n: number) => (studentQuantile(0.975, n - 1) * Math.sqrt(20 / 19)) / Math.sqrt(n);
    expect(half(needed)).toBeLessThanOrEqual(0.1);
    expect(half(needed - 1)).toBeGreaterThan(0.1);
    expect(pairsNeeded(untilStart())).toBeNaN();
    expect(pairsNeeded({ ...state, target: 0 })).toBe(Infinity);
    expect(pairsNeeded({ ...state, target: 1e-9 })).toBe(Infinity);
    expect(pairsNeeded({ ...state, target: 10 })).toBe(20);
  });

  it("refuses rules that make no sense", () => {
    const refused = (rule: Partial<UntilRule>) => () => untilRule({ precision: { absolute: 1 }, ...rule });
    expect(refused({ precision: { absolute: 0 } })).toThrow("precision: 0, use a number above 0");
    expect(refused({ precision: { relative: Number.NaN } })).toThrow("precision: NaN");
    expect(refused({ minimum: 1 })).toThrow("minimum: 1, use a whole number of 2 or more");
    expect(refused({ budget: 9 })).toThrow("budget: 9, use a whole number of 10 (the minimum) or more");
    expect(refused({ lookAhead: 0.5 })).toThrow("look-ahead: 0.5, use a whole number of 0 or more");
    expect(refused({ alpha: 1 })).toThrow("alpha: 1, use a number between 0 and 1");
  });
});

describe("the interval it stops with", () => {
  /** Share of 1500 studies whose last interval covers the true difference of 1. */
  function coverage(name: string, rule: UntilRule, shape: (u: number) => number): number {
    const random = alea(`until|${name}`);
    let covered = 0;
    for (let study = 0; study < 1500; study++) {
      const { difference, halfWidth, status } = play(rule, () => [100, 101 + shape(random.double())]);
      expect(status).toBe("reached");
      covered += Number(Math.abs(difference - 1) <= halfWidth);
    }
    return covered / 1500;
  }

  // Stopping when it looks narrow costs coverage; the look-ahead and the minimum buy most of it back.
  it.each([0.3, 0.5, 0.9])("covers what it should at a precision of %d standard deviations", (half) => {
    expect(coverage(`normal ${half}`, absolute(half), normalQuantile)).toBeGreaterThan(0.93);
  });

  it("covers less where differences are skew, as the file says", () => {
    const covered = coverage("exponential", absolute(0.5), (u) => -Math.log(u) - 1);
    expect([covered > 0.87, covered < 0.93]).toEqual([true, true]);
  });

  it("covers less with neither", () => {
    const greedy = absolute(0.9, { minimum: 2, lookAhead: 0 });
    expect(coverage("greedy", greedy, normalQuantile)).toBeLessThan(0.9);
  });
});
