/** Many pairs become rows: intervals, per cent, per departure, displacement, rebound, matched figures, tables. */
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/table.ts";
import {
  displacedRows,
  displacedTable,
  displacementRows,
  displacementTable,
} from "../../../src/experiment/decompose/displacement.ts";
import { layoutOf } from "../../../src/experiment/decompose/layout.ts";
import { matchedRows, matchedTable } from "../../../src/experiment/decompose/matched-rows.ts";
import { decomposition } from "../../../src/experiment/decompose/pair.ts";
import { reboundRows, reboundTable } from "../../../src/experiment/decompose/rebound.ts";
import { decompositionTable, type SplitRow, splitRows } from "../../../src/experiment/decompose/split-rows.ts";
import { establishedRatio, ratioOfMeans } from "../../../src/experiment/stats/ratio.ts";
import { addTo, estimate, running } from "../../../src/experiment/stats/running.ts";
import { type Carriage, type PlantedRun, START, SUBJECT, tablesOf } from "./planted-run.ts";

const WEEKS = 8;
const PERIODS = [{ name: "whole span", from: 0, to: WEEKS }];
const PLAN = decomposition(SUBJECT, PERIODS, START);
const pairOf = (base: PlantedRun, treated: PlantedRun) => PLAN.pair(PLAN.read(tablesOf(base)), PLAN.read(tablesOf(treated)));
const carry = (smuggler: string, conduct: string, trips: number, more: Partial<Carriage> = {}): Carriage => ({
  window: 0,
  smuggler,
  leg: "sea",
  conduct,
  trips,
  harm: [trips * (conduct === "fair" ? 0.01 : 0.05), 0],
  ...more,
});

/** Trips grow by a fifth while an incumbent mends its ways. */
const safer = (trips: number, departures = 100) =>
  pairOf(
    { weeks: WEEKS, departures: 100, carried: [carry("s1", "abusive", trips), carry("s2", "fair", trips)] },
    { weeks: WEEKS, departures, carried: [carry("s1", "fair", 1.2 * trips), carry("s2", "fair", 1.2 * trips)] },
  );

describe("rows of the decomposition", () => {
  const rows = splitRows(PLAN.layout, [safer(100), safer(110), safer(120)]);
  const row = (part: string, outcome = "expected_death") => rows.find((one) => one.part === part && one.outcome === outcome)!;

  it("have the mean over pairs and its Student interval", () => {
    // 0.06 and 0.024 deaths per pair of trips: from 6 to 2.4 for 100 of each
    expect(row("total").base).toBeCloseTo(6.6, 12);
    expect(row("total").difference.mean).toBeCloseTo(-3.96, 12);
    const sum = running();
    for (const value of [-3.6, -3.96, -4.32]) addTo(sum, value);
    expect(row("total").difference.low).toBeCloseTo(estimate(sum).low, 12);
    expect(row("total").difference.n).toBe(3);
  });

  it("add up, in counts, per cent and per departure; shaping is both groups", () => {
    for (const outcome of PLAN.layout.outcomes) {
      const parts = rows.filter((one) => one.is === "part" && one.outcome === outcome);
      const ways = [
        (one: SplitRow) => one.difference.mean,
        (one: SplitRow) => one.percent.value,
        (one: SplitRow) => one.perDeparture.mean,
      ];
      for (const figure of ways) {
        const whole = figure(row("total", outcome));
        if (Number.isNaN(whole)) continue;
        expect(parts.reduce((sum, one) => sum + figure(one), 0)).toBeCloseTo(whole, 10);
      }
    }
    expect(row("total").percent.value).toBeCloseTo(-60, 10);
    expect(row("shaping-both").difference.mean).toBeCloseTo(row("shaping-incumbents").difference.mean, 12);
    expect(row("volume").difference.mean).toBeGreaterThan(0);
    expect(
      rows.find(({ part, outcome }) => part === "total" && outcome === "expected_physical_violence")?.percent.value,
    ).toBeNaN();
  });

  it("per departure, more people who leave are no rebound", () => {
    const leaving = splitRows(PLAN.layout, [safer(100, 120)]);
    const perDeparture = (part: string) =>
      leaving.find((one) => one.part === part && one.outcome === "expected_death")!.perDeparture.mean;
    // a fifth more trips of a fifth more people: nothing changed but conduct
    expect(perDeparture("total")).toBeCloseTo(1000 * (2.4 / 960 - 6 / 800), 10);
    expect(perDeparture("volume")).toBeCloseTo(0, 12);
    expect(perDeparture("shaping-both")).toBeCloseTo(-5, 10);
    const nobody = splitRows(PLAN.layout, [safer(100, 0)]);
    expect(nobody.find(({ part }) => part === "total")?.perDeparture.n).toBe(0);
  });

  it("fill their table", () => {
    const table = decompositionTable([{ strategy: "shaping", baseline: "none", rows }]);
    expect(table.rows).toBe(rows.length);
    expectTidy(table);
  });
});

/** Every row has its key, and no key comes twice. */
function expectTidy({ spec, rows, data }: Table): void {
  const keys = spec.primaryKey.map((name) => data[spec.columns.findIndex((column) => column.name === name)]);
  const seen = new Set(Array.from({ length: rows }, (_, row) => keys.map((column) => String(column[row])).join("|")));
  expect(seen.size).toBe(rows);
}

describe("the ratio of two means", () => {
  it("ends where the difference to the ratio is just not known to be other than nothing", () => {
    const upper = [3, 5, 4, 6.5, 2];
    const lower = [10, 11, 8, 12, 9];
    const { value, low, high } = ratioOfMeans(upper, lower);
    expect(value).toBeCloseTo(4.1 / 10, 12);
    for (const [end, side] of [
      [low, "low"],
      [high, "high"],
    ] as const) {
      const sum = running();
      upper.forEach((x, i) => void addTo(sum, x - end * lower[i]));
      expect(estimate(sum)[side]).toBeCloseTo(0, 12);
    }
  });

  it("is not estimable when the lower mean may be nothing, or is negative, or for one trial", () => {
    for (const lower of [
      [-1, 1, 2, -3, 2],
      [-10, -11, -8, -12, -9],
    ]) {
      expect(establishedRatio([1, 2, 3, 4, 5], lower)).toMatchObject({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
    }
    expect(establishedRatio([1], [2]).value).toBeNaN();
    expect(ratioOfMeans([1], [2])).toMatchObject({ value: 0.5, low: Number.NaN, n: 1 });
  });
});

const LEGS = ["a", "b", "c", "d", "e"];
const LAYOUT = layoutOf({ ...SUBJECT, legs: LEGS }, PERIODS);

/** Pairs in which only trips by leg are set: the planted change of each leg plus noise of 10 that is no news. */
function noisy(random: () => number, n: number, change: Readonly<Record<string, number>>): Float64Array[] {
  return Array.from({ length: n }, () => {
    const pair = new Float64Array(LAYOUT.size);
    LEGS.forEach((leg, i) => {
      let noise = -6;
      for (let k = 0; k < 12; k++) noise += random();
      pair[LAYOUT.place(0, i, 0, 0)] = 1000;
      pair[LAYOUT.place(0, i, 1, 0)] = 1000 + (change[leg] ?? 0) + 10 * noise;
    });
    return pair;
  });
}
const shareOf = (pairs: readonly Float64Array[]) => displacedRows(LAYOUT, pairs)[0].share;

describe("displacement", () => {
  it("is found with an interval that covers: 60 of 100 lost trips came back elsewhere", () => {
    const random = seedrandom.alea("displacement|planted");
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const { low, high } = shareOf(noisy(random, 12, { a: -100, c: 60 }));
      if (low <= 0.6 && 0.6 <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(180);
    expect(covered).toBeLessThan(200);
  });

  it("is not claimed where nothing happened", () => {
    const random = seedrandom.alea("displacement|null");
    let claimed = 0;
    for (let trial = 0; trial < 200; trial++) if (!Number.isNaN(shareOf(noisy(random, 12, {})).value)) claimed++;
    expect(claimed).toBeLessThanOrEqual(20);
  });

  it("shows trips and harm by leg, conduct and status", () => {
    const rows = displacementRows(PLAN.layout, [safer(100)]);
    const row = (by: string, name: string) => rows.find((one) => one.by === by && one.name === name && one.measure === "trips");
    expect(row("leg", "sea")).toMatchObject({ base: 200, treated: 240, difference: { mean: 40 } });
    expect(row("conduct", "abusive")).toMatchObject({ base: 100, treated: 0 });
    expect(row("status", "designated")).toMatchObject({ base: 0, treated: 0 });
    const index = rows.find(({ by, name, measure }) => by === "leg" && name === "sea" && measure === "harm_index_expected");
    expect(index?.difference.mean).toBeCloseTo(-36, 10);
    expectTidy(displacementTable([{ strategy: "shaping", baseline: "none", rows }]));
    const displaced = displacedRows(PLAN.layout, [safer(100), safer(110), safer(120), safer(130)]);
    expectTidy(displacedTable([{ strategy: "shaping", baseline: "none", rows: displaced }]));
  });
});

describe("the rebound", () => {
  it("is what more trips brought of what was spared per trip", () => {
    const pairs = [safer(100), safer(110), safer(120)];
    const [row] = reboundRows(PLAN.layout, pairs);
    expect(row.outcome).toBe("expected_death");
    // halfway between before and after: 0.2 x 100 more pairs of trips at a mean of 0.04
    expect(row.volume.mean).toBeCloseTo((0.8 * 330) / 300, 10);
    expect(row.eaten.value).toBeCloseTo(0.8 / 4.4, 10);
    expectTidy(reboundTable([{ strategy: "shaping", baseline: "none", rows: [row] }]));
  });
});

describe("matched figures", () => {
  const matched = (base: Carriage[], treated: Carriage[], listed: PlantedRun["listed"] = []) => {
    const rows = matchedRows(PLAN.layout, [pairOf({ weeks: WEEKS, carried: base }, { weeks: WEEKS, carried: treated, listed })]);
    return (group: string, measure: string) => rows.find((one) => one.group === group && one.measure === measure)!;
  };

  it("are of the same smugglers, never designated, in both worlds", () => {
    const row = matched(
      [carry("s1", "abusive", 10), carry("s2", "abusive", 10), carry("s3", "fair", 10)],
      [carry("s1", "abusive", 10), carry("s2", "fair", 10), carry("s4", "abusive", 10)],
      // listed in the last week: it will have been designated, so it is not among them from the first
      [{ week: WEEKS - 1, smuggler: "s1" }],
    );
    expect(row("incumbent", "conduct")).toMatchObject({ actors: 1, base: 1, treated: 0, difference: { mean: -1 } });
    expect(row("incumbent", "expected_death").base).toBeCloseTo(50, 10);
    expect(row("entrant", "conduct")).toMatchObject({ actors: 0, base: Number.NaN });
  });

  it("weigh each smuggler by the mean of its trips in both worlds", () => {
    const row = matched(
      [carry("s1", "abusive", 10), carry("s2", "fair", 10)],
      [carry("s1", "fair", 30), carry("s2", "fair", 10)],
    );
    expect(row("incumbent", "conduct").base).toBeCloseTo(20 / 30, 12);
    expect(row("incumbent", "conduct").treated).toBe(0);
  });

  it("do not move when passengers go from one to another, and tell newcomers apart", () => {
    const row = matched(
      [carry("s1", "abusive", 30), carry("s2", "fair", 10), carry("s5", "fair", 5, { entered: 0 })],
      [carry("s1", "abusive", 10), carry("s2", "fair", 50), carry("s5", "abusive", 5, { entered: 0 })],
    );
    expect(row("incumbent", "conduct").difference.mean).toBe(0);
    expect(row("incumbent", "expected_death").difference.mean).toBeCloseTo(0, 12);
    expect(row("entrant", "conduct").difference.mean).toBe(1);
    expectTidy(matchedTable([{ strategy: "a", baseline: "b", rows: [row("entrant", "conduct"), row("incumbent", "conduct")] }]));
  });
});
