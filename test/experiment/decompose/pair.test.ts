/** The split of two whole runs: groups, periods, what no trip causes, and what must change nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Subject } from "../../../src/experiment/decompose/layout.ts";
import { type DecompositionPlan, decomposition } from "../../../src/experiment/decompose/pair.ts";
import { PARTS } from "../../../src/experiment/decompose/parts.ts";
import { type Carriage, dateOf, type PlantedRun, START, SUBJECT, tablesOf } from "./planted-run.ts";

const WEEKS = 14;
const PERIODS = [
  { name: "first 4 weeks", from: 0, to: 4 },
  { name: "rest", from: 4, to: WEEKS },
  { name: "whole span", from: 0, to: WEEKS },
];
const PLAN = decomposition(SUBJECT, PERIODS, START);

function pairOf(base: PlantedRun, treated: PlantedRun, plan: DecompositionPlan = PLAN): Float64Array {
  return plan.pair(plan.read(tablesOf(base, plan.subject)), plan.read(tablesOf(treated, plan.subject)));
}

const partsOf = (pair: Float64Array, period: number, outcome: number) =>
  Object.fromEntries(PARTS.map(({ name }, part) => [name, pair[PLAN.layout.part(period, outcome, part)]]));
const totalsOf = (pair: Float64Array, period: number, outcome: number) =>
  ([0, 1] as const).map((world) => pair[PLAN.layout.total(period, outcome, world)]);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const DEATH = 0;
const carry = (window: number, smuggler: string, conduct: string, trips: number, more: Partial<Carriage> = {}): Carriage => ({
  window,
  smuggler,
  leg: "sea",
  conduct,
  trips,
  harm: [trips * (conduct === "fair" ? 0.01 : 0.05), trips * (conduct === "fair" ? 0 : 0.5)],
  ...more,
});

/** Random runs of three windows; a smuggler is always the same kind of newcomer. */
const SMUGGLERS = ["s1", "s2", "s3", "s4", "s5"];
const ENTERED: Record<string, number | undefined> = { s4: 1, s5: 6 };
const carriage = fc
  .record({
    window: fc.nat(2),
    smuggler: fc.constantFrom(...SMUGGLERS),
    leg: fc.constantFrom(...SUBJECT.legs),
    conduct: fc.constantFrom("fair", "abusive"),
    trips: fc.integer({ min: 1, max: 50 }),
    harm: fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 2, maxLength: 2 }),
  })
  .map((one): Carriage => ({ ...one, entered: ENTERED[one.smuggler] }));
const run = fc.record({
  weeks: fc.constant(WEEKS),
  carried: fc.array(carriage, { maxLength: 12 }),
  listed: fc.array(fc.record({ week: fc.nat(WEEKS - 1), smuggler: fc.constantFrom(...SMUGGLERS) }), { maxLength: 3 }),
  outside: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 }),
  departures: fc.integer({ min: 1, max: 500 }),
});

describe("a pair of runs", () => {
  it("is split into parts that add up to the difference of the time series, in every period; the residual is rounding", () => {
    fc.assert(
      fc.property(run, run, (base, treated) => {
        const pair = pairOf(base, treated);
        PERIODS.forEach((_, period) => {
          PLAN.layout.outcomes.forEach((__, outcome) => {
            const [before, after] = totalsOf(pair, period, outcome);
            const { residual, ...parts } = partsOf(pair, period, outcome);
            const size = 1e-9 * (1 + before + after);
            expect(Math.abs(sum(Object.values(parts)) - (after - before))).toBeLessThan(size);
            expect(Math.abs(residual)).toBeLessThan(size);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it("of a run with itself has no parts at all", () => {
    fc.assert(
      fc.property(run, (one) => {
        const pair = pairOf(one, one);
        for (const period of PERIODS.keys()) {
          for (const outcome of PLAN.layout.outcomes.keys()) {
            expect(Object.values(partsOf(pair, period, outcome)).every((part) => part === 0)).toBe(true);
          }
        }
      }),
    );
  });

  it("has no parts before the week from which the runs differ, whoever is listed later", () => {
    fc.assert(
      fc.property(run, run, (base, other) => {
        const treated = {
          ...other,
          carried: [...base.carried.filter(({ window }) => window === 0), ...other.carried.filter(({ window }) => window > 0)],
          outside: base.outside,
          listed: [...base.listed.filter(({ week }) => week < 4), ...other.listed.filter(({ week }) => week >= 4)],
        };
        const pair = pairOf(base, treated);
        for (const outcome of PLAN.layout.outcomes.keys()) {
          expect(Object.values(partsOf(pair, 0, outcome)).every((part) => part === 0)).toBe(true);
        }
      }),
    );
  });

  it("does not hang on names or on their order, nor on the order of rows", () => {
    const other: Subject = {
      ...SUBJECT,
      legs: ["zzz", "aaa"],
      conducts: [...SUBJECT.conducts].reverse().map(({ name, severity }) => ({ name: `${name}!`, severity })),
    };
    const plan = decomposition(other, PERIODS, START);
    const renamed = (one: PlantedRun): PlantedRun => ({
      ...one,
      carried: [...one.carried].reverse().map((row) => ({
        ...row,
        smuggler: `x${row.smuggler}`,
        leg: row.leg === "desert" ? "aaa" : "zzz",
        conduct: `${row.conduct}!`,
      })),
      listed: one.listed?.map((row) => ({ ...row, smuggler: `x${row.smuggler}` })),
    });
    fc.assert(
      fc.property(run, run, (base, treated) => {
        const [one, two] = [pairOf(base, treated), pairOf(renamed(base), renamed(treated), plan)];
        for (const period of PERIODS.keys()) {
          for (const outcome of PLAN.layout.outcomes.keys()) {
            const size = 1e-9 * (1 + sum(totalsOf(one, period, outcome)));
            const parts = (pair: Float64Array) => Object.values(partsOf(pair, period, outcome));
            parts(one).forEach((part, i) => {
              expect(Math.abs(part - parts(two)[i])).toBeLessThan(size);
            });
          }
        }
      }),
    );
  });
});

/** The abusive smuggler of the base world behaves under the treatment; who it is decides what that is called. */
function behaving(who: Partial<Carriage>, treated: Partial<PlantedRun> = {}): Record<string, number> {
  const steady = [carry(1, "s9", "fair", 40), carry(2, "s9", "fair", 40)];
  const runs = ["abusive", "fair"].map((conduct) => ({
    weeks: WEEKS,
    carried: [...steady, carry(1, "s1", conduct, 10, who), carry(2, "s1", conduct, 10, who)],
  }));
  return partsOf(pairOf(runs[0], { ...runs[1], ...treated }), 1, DEATH);
}

describe("who behaves differently", () => {
  // two windows of ten trips, from 0.05 to 0.01 deaths a trip
  const EFFECT = -0.8;
  const only = (part: string) => ({ ...Object.fromEntries(PARTS.map(({ name }) => [name, 0])), [part]: EFFECT });
  const expectOnly = (parts: Record<string, number>, part: string) => {
    for (const [name, value] of Object.entries(only(part))) expect(parts[name], name).toBeCloseTo(value, 12);
  };

  it("incumbents that are not designated: shaping", () => expectOnly(behaving({}), "shaping-incumbents"));
  it("newcomers that are not designated: shaping", () => expectOnly(behaving({ entered: 1 }), "shaping-entrants"));
  it("those who were listed before: coercion", () =>
    expectOnly(behaving({}, { listed: [{ week: 3, smuggler: "s1" }] }), "coercion"));
  it("those who were listed before, newcomers or not, and taken off the list again", () => {
    const listed = [
      { week: 1, smuggler: "s1" },
      { week: 2, smuggler: "s1", event: "delisted" },
    ];
    expectOnly(behaving({ entered: 0, status: "entrant" }, { listed }), "coercion");
  });
  it("listed before the record began, as the status says", () => expectOnly(behaving({ status: "designated" }), "coercion"));
  it("enablers and other events are no listing of a smuggler", () => {
    const listed = [
      { week: 1, smuggler: "s1", role: "enabler" },
      { week: 1, smuggler: "s1", event: "moved home" },
    ];
    expectOnly(behaving({}, { listed }), "shaping-incumbents");
  });

  it("a listing counts from the next window on: week 4 is the first of the second window", () => {
    const { coercion, "shaping-incumbents": shaping } = behaving({}, { listed: [{ week: 4, smuggler: "s1" }] });
    expect(coercion).toBeCloseTo(EFFECT / 2, 12);
    expect(shaping).toBeCloseTo(EFFECT / 2, 12);
  });

  it("newcomers are those since the first different date", () => {
    const plan = decomposition(SUBJECT, PERIODS, dateOf(2));
    const base = { weeks: WEEKS, carried: [carry(1, "s1", "abusive", 10, { entered: 1 })] };
    const treated = { weeks: WEEKS, carried: [carry(1, "s1", "fair", 10, { entered: 1 })] };
    expect(partsOf(pairOf(base, treated, plan), 1, DEATH)["shaping-incumbents"]).toBeCloseTo(-0.4, 12);
    const later = [base, treated].map((one) => ({ ...one, carried: one.carried.map((row) => ({ ...row, entered: 2 })) }));
    expect(partsOf(pairOf(later[0], later[1], plan), 1, DEATH)["shaping-entrants"]).toBeCloseTo(-0.4, 12);
  });
});

describe("a designated smuggler that carries nobody any more", () => {
  it("is designated in the base world too, so that its passengers went to another group", () => {
    const base = { weeks: WEEKS, carried: [carry(1, "s1", "abusive", 10), carry(1, "s2", "fair", 10)] };
    const treated = { weeks: WEEKS, carried: [carry(1, "s2", "fair", 20)], listed: [{ week: 0, smuggler: "s1" }] };
    const parts = partsOf(pairOf(base, treated), 1, DEATH);
    expect(parts.share).toBeCloseTo(-0.4, 12);
    expect(sum(Object.values(parts).map(Math.abs))).toBeCloseTo(0.4, 12);
  });

  it("in either world: a baseline may list too", () => {
    const listed = [{ week: 0, smuggler: "s1" }];
    const base = { weeks: WEEKS, listed, carried: [carry(1, "s1", "fair", 10), carry(1, "s2", "fair", 10)] };
    const treated = { weeks: WEEKS, carried: [carry(1, "s1", "abusive", 10), carry(1, "s2", "fair", 10)] };
    expect(partsOf(pairOf(base, treated), 1, DEATH).coercion).toBeCloseTo(0.4, 12);
  });
});

describe("harm that no trip causes", () => {
  it("has a line of its own and touches no other", () => {
    const base = { weeks: WEEKS, carried: [carry(1, "s1", "fair", 10)], outside: [2, 0] };
    const pair = pairOf(base, { ...base, outside: [5, 0] });
    const { "outside-trips": outside, ...parts } = partsOf(pair, 2, DEATH);
    expect(outside).toBeCloseTo(3 * WEEKS, 9);
    for (const part of Object.values(parts)) expect(part).toBeCloseTo(0, 9);
  });
});

describe("the index", () => {
  it("is the weighted sum of the harms, part by part", () => {
    fc.assert(
      fc.property(run, run, (base, treated) => {
        const pair = pairOf(base, treated);
        PARTS.slice(0, -1).forEach((_, part) => {
          const weighted = sum(SUBJECT.harms.map(({ weight }, h) => weight * pair[PLAN.layout.part(2, h, part)]));
          expect(pair[PLAN.layout.part(2, 2, part)]).toBeCloseTo(weighted, 6);
        });
      }),
    );
  });
});

describe("windows are split one by one", () => {
  it("harm that moves from one window to another on another leg is volume in each, not route", () => {
    const [sea, desert] = [carry(1, "s1", "fair", 10), carry(2, "s2", "fair", 10, { leg: "desert" })];
    const base = { weeks: WEEKS, carried: [sea, desert] };
    const treated = {
      weeks: WEEKS,
      carried: [
        { ...sea, trips: 20, harm: [0.2, 0] },
        { ...desert, trips: 5, harm: [0.05, 0] },
      ],
    };
    const parts = partsOf(pairOf(base, treated), 2, DEATH);
    expect(parts.volume).toBeCloseTo(0.05, 12);
    expect(parts.route).toBe(0);
  });
});

describe("what does not fit", () => {
  it("is refused with its name", () => {
    const strange = { weeks: WEEKS, carried: [carry(1, "s1", "fair", 1, { leg: "moon" })] };
    expect(() => PLAN.read(tablesOf(strange))).toThrow('market_shares: unknown leg "moon"');
    expect(() => PLAN.read(tablesOf({ weeks: WEEKS, carried: [] }).slice(0, 2))).toThrow("the run left no table events");
    const [long, short] = [WEEKS, WEEKS - 1].map((weeks) => ({ weeks, carried: [] }));
    expect(() => pairOf(long, short)).toThrow("over the same weeks");
    expect(() => decomposition(SUBJECT, [{ name: "odd", from: 4, to: 7 }], START)).toThrow("period odd: no window of 4 weeks");
  });
});
