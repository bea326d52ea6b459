/** Two real runs with the same luck: the parts add up to what the time series say, and begin when the strategies differ. */
import { beforeAll, describe, expect, it } from "vitest";
import { compile, simulate } from "../../../src/core/index.ts";
import { numbersOf, type Table, textsOf } from "../../../src/core/table.ts";
import { subjectOf } from "../../../src/experiment/decompose/layout.ts";
import { type DecompositionPlan, decomposition } from "../../../src/experiment/decompose/pair.ts";
import { OUTSIDE, PARTS, RESIDUAL } from "../../../src/experiment/decompose/parts.ts";
import type { Period } from "../../../src/experiment/matched.ts";
import { resolveScenario } from "../../../src/node/scenario.ts";

/** Fine enough that newcomers carry somebody within the span: at 400 none does. */
const SCALE = "200";
const SPAN = { start: "2018-01-01", end: "2019-12-29" };
/** Shipped strategies list for the first time on this day. */
const FIRST_DATE = "2018-06-04";
const FIRST_WEEK = 22;
const WEEKS = 104;
const PERIODS: Period[] = [
  { name: "before", from: 0, to: FIRST_WEEK },
  { name: "after", from: FIRST_WEEK, to: WEEKS },
  { name: "whole span", from: 0, to: WEEKS },
];

async function tablesUnder(strategy: string) {
  const { scenario, issues } = await resolveScenario({ scenario: "central-mediterranean", strategy, scale: SCALE, ...SPAN });
  if (!scenario) throw new Error(issues.map(({ message }) => message).join("; "));
  const model = compile(scenario.ecosystem, scenario.strategy, { ...scenario.settings, warmupWeeks: 26 }, "1");
  return { model, tables: simulate(model).tables };
}

let plan: DecompositionPlan;
let tables: readonly (readonly Table[])[];
let pair: Float64Array;
beforeAll(async () => {
  const [base, treated] = [await tablesUnder("none"), await tablesUnder("shaping")];
  plan = decomposition(subjectOf(base.model), PERIODS, FIRST_DATE);
  tables = [base.tables, treated.tables];
  pair = plan.pair(plan.read(base.tables), plan.read(treated.tables));
});

const seriesOf = (world: number) => tables[world].find(({ spec }) => spec.name === "timeseries")!;
const sumOf = (world: number, column: string, { from, to }: Period) =>
  numbersOf(seriesOf(world), column)
    .subarray(from, to)
    .reduce((sum, value) => sum + value, 0);
const partsOf = (period: number, outcome: number) => PARTS.map((_, part) => pair[plan.layout.part(period, outcome, part)]);

describe("a real pair", () => {
  it("begins to differ in the week that is said", () => {
    expect(textsOf(seriesOf(0), "date")[FIRST_WEEK]).toBe(FIRST_DATE);
    expect(textsOf(seriesOf(0), "date")).toHaveLength(WEEKS);
  });

  it("has parts that add up to the difference of the time series; the residual is rounding and nothing happens outside trips", () => {
    PERIODS.forEach((period, p) => {
      plan.layout.outcomes.forEach((column, o) => {
        const [before, after] = [sumOf(0, column, period), sumOf(1, column, period)];
        const parts = partsOf(p, o);
        const rounding = 1e-9 * (before + after);
        expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - (after - before))).toBeLessThanOrEqual(rounding);
        expect(Math.abs(parts[RESIDUAL])).toBeLessThanOrEqual(rounding);
        expect(parts[OUTSIDE]).toBe(0);
        // the window in which the strategies begin to differ has two weeks before that
        const covered = { ...period, from: Math.floor(period.from / 4) * 4, to: period.to === FIRST_WEEK ? 20 : period.to };
        expect(pair[plan.layout.total(p, o, 0)]).toBeCloseTo(sumOf(0, column, covered), 6);
      });
    });
  });

  it("has trips that are those of the time series, by leg, by conduct and by status", () => {
    const whole = PERIODS[2];
    for (const world of [0, 1] as const) {
      for (const by of ["leg", "conduct", "status"]) {
        const trips = plan.layout.places.map((place, i) => (place.by === by ? pair[plan.layout.place(2, i, world, 0)] : 0));
        const total = trips.reduce((sum, value) => sum + value, 0);
        expect(total).toBeCloseTo(sumOf(world, "trips", whole), 6);
      }
    }
  });

  it("has no parts before the first date, and some of every kind after it", () => {
    for (const o of plan.layout.outcomes.keys()) expect(partsOf(0, o).every((part) => part === 0)).toBe(true);
    const after = partsOf(1, plan.layout.outcomes.indexOf("harm_index_expected"));
    expect(PARTS.slice(0, OUTSIDE).filter((_, part) => after[part] === 0)).toEqual([]);
  });

  it("has carried by designated smugglers in the treated run what the table says, and no less", () => {
    const shares = tables[1].find(({ spec }) => spec.name === "market_shares")!;
    const designated = textsOf(shares, "status").reduce(
      (sum, status, row) => (status === "designated" ? sum + numbersOf(shares, "journeys")[row] : sum),
      0,
    );
    const place = plan.layout.places.findIndex(({ by, name }) => by === "status" && name === "designated");
    expect(designated).toBeGreaterThan(0);
    // this strategy takes nobody off its list
    expect(pair[plan.layout.place(2, place, 1, 0)]).toBeCloseTo(designated, 6);
  });
});
