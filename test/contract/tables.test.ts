/** What the tables of a run promise: names, units, keys, and sums that agree with each other. */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/core/calendar.ts";
import { METRICS } from "../../src/core/metrics/index.ts";
import { metricColumns, tableSpecs } from "../../src/core/record.ts";
import { simulate } from "../../src/core/run.ts";
import type { Table } from "../../src/core/table.ts";
import { BUSY, BUSY_STRATEGY } from "../laws/busy-world.ts";
import { rowsOf } from "../laws/same-bits.ts";
import { frozenEcosystem, modelOf } from "../laws/world.ts";

const ecosystem = frozenEcosystem(BUSY);
const model = modelOf({ ecosystem, instruments: BUSY_STRATEGY, settings: { recordWeeks: 4 } });
const { tables, outcome } = simulate(model);
const table = (name: string) => tables.find(({ spec }) => spec.name === name) as Table;

/** Rows as records by column name. */
function records(name: string): Record<string, number | string>[] {
  const { spec } = table(name);
  return rowsOf(table(name)).map((row) => Object.fromEntries(spec.columns.map((column, i) => [column.name, row[i]])));
}
/** Harms that also happen in compounds. */
const INSIDE = ["death", "forced"];
const num = (record: Record<string, number | string>, name: string) => record[name] as number;
const series = records("timeseries");
const columns = metricColumns(model);
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a) + Math.abs(b));

describe("columns", () => {
  it.each(tableSpecs(model).map((spec) => [spec.name, spec] as const))(
    "of %s have plain names, once, units and a meaning",
    (_, spec) => {
      const names = spec.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, unit, about } of spec.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
        expect(unit.trim()).not.toBe("");
        expect(about.trim().length).toBeGreaterThan(2);
      }
      expect(names).toEqual(expect.arrayContaining([...spec.primaryKey]));
      expect(spec.about.length).toBeGreaterThan(8);
    },
  );

  it("of metrics are as many as values are put, and ratios are made of columns that exist", () => {
    expect(columns.length).toBe(METRICS.flatMap((metric) => metric.columns(model)).length);
    const kinds = new Map(columns.map(({ name, is }) => [name, is]));
    for (const { name, is, of } of columns) {
      expect(of !== undefined).toBe(is === "ratio");
      if (of) expect([name, kinds.get(of.numerator), kinds.get(of.denominator)]).toEqual([name, "flow", "flow"]);
    }
    expect(Object.keys(outcome)).toEqual(columns.map(({ name }) => name));
  });
});

describe("values", () => {
  it.each(columns)("of $name are what they can be", ({ name, unit, signed }) => {
    for (const row of series) {
      const value = num(row, name);
      if (Number.isNaN(value) || signed) continue;
      expect(value).toBeGreaterThanOrEqual(0);
      if (unit === "share") expect(value).toBeLessThanOrEqual(1 + 1e-12);
    }
  });
});

describe("rows", () => {
  it.each(
    tables
      .map(({ spec }) => spec)
      .filter(({ primaryKey }) => primaryKey.length > 0)
      .map((spec) => [spec.name, spec] as const),
  )("of %s are there once by their key", (name, { primaryKey }) => {
    const keys = records(name).map((record) => primaryKey.map((key) => record[key]).join("|"));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).not.toMatch(/^\||\|\||\|$/);
  });

  it.each(tables.map(({ spec }) => spec.name))("of %s hold numbers that are finite or missing, and dates that exist", (name) => {
    const { spec, data } = table(name);
    for (const [i, { type, name: column }] of spec.columns.entries()) {
      for (const value of data[i]) {
        if (typeof value === "number")
          expect(Number.isFinite(value) || Number.isNaN(value), `${name}.${column}: ${value}`).toBe(true);
        else if (type === "date" && value !== "") expect(parseDate(value)).toBeDefined();
      }
    }
  });

  it("of the series are one a week", () => {
    expect(series.map(({ step }) => step)).toEqual(series.map((_, i) => i));
    expect(series.length).toBe(model.calendar.weeks - model.warmupWeeks);
  });

  it("of events name actors as the other tables do", () => {
    const enablers = new Set(records("enablers").map(({ enabler }) => enabler));
    const smugglers = new Set(records("market_shares").map(({ smuggler }) => smuggler));
    const events = records("events");
    for (const { event, role, actor } of events) {
      expect(event).not.toBe("");
      if (role === "enabler") expect(enablers.has(actor), `${event}: ${actor}`).toBe(true);
      if (role === "instrument") expect(Object.keys(BUSY_STRATEGY)).toContain(actor);
    }
    // Somebody without passengers has no share.
    expect(events.some(({ role, actor }) => role === "smuggler" && smugglers.has(actor))).toBe(true);
  });
});

describe("sums", () => {
  it("shares of a leg add up to one in every window", () => {
    const sums = new Map<string, number>();
    for (const row of records("market_shares"))
      sums.set(`${row.date} ${row.leg}`, (sums.get(`${row.date} ${row.leg}`) ?? 0) + num(row, "share"));
    expect(sums.size).toBeGreaterThan(50);
    for (const sum of sums.values()) expect(close(sum, 1)).toBe(true);
  });

  it("shares of conduct add up to one in every week with trips", () => {
    for (const row of series) {
      const shares = model.labels.level.map((level) => num(row, `share_${level}`));
      const sum = shares.reduce((all, x) => all + x, 0);
      if (num(row, "trips") > 0) expect(close(sum, 1)).toBe(true);
      else expect(sum).toBeNaN();
    }
  });

  it("harms per thousand are counts over trips, missing without trips", () => {
    for (const row of records("harms")) {
      const [count, trips, rate] = ["count", "trips", "per_1000_trips"].map((name) => num(row, name));
      if (trips > 0) expect(close(rate, (1000 * count) / trips)).toBe(true);
      else expect([count, Number.isNaN(rate)]).toEqual([0, true]);
    }
  });

  it("every ratio is its parts, week by week and in all", () => {
    for (const row of [...series, outcome]) {
      for (const { name, of } of columns) {
        if (!of) continue;
        const [above, below] = [num(row, of.numerator), num(row, of.denominator)];
        if (below > 0) expect(close(num(row, name), (of.per * above) / below), name).toBe(true);
        else expect(num(row, name), name).toBeNaN();
      }
    }
  });

  it("the harm index is the weighted sum of its parts, in every week", () => {
    const index = (row: Record<string, number | string>, prefix: string) =>
      model.labels.harm.reduce(
        (sum, harm, h) => sum + model.harms.weight[h] * num(row, `${prefix}_${harm.replaceAll("-", "_")}`),
        0,
      );
    for (const row of [...series, outcome]) {
      expect(close(num(row, "harm_index"), index(row, "harm"))).toBe(true);
      expect(close(num(row, "harm_index_expected"), index(row, "expected"))).toBe(true);
    }
  });

  it("the outcome is the series: flows summed, stocks averaged", () => {
    for (const { name, is } of columns) {
      const values = series.map((row) => num(row, name)).filter((x) => !Number.isNaN(x));
      const sum = values.reduce((all, x) => all + x, 0);
      if (is === "flow") expect(close(outcome[name], sum), name).toBe(true);
      if (is === "stock" && values.length > 0) expect(close(outcome[name], sum / values.length), name).toBe(true);
      if (is === "stock" && values.length === 0) expect(outcome[name], name).toBeNaN();
    }
  });

  it("tables agree with each other", () => {
    const total = (name: string, column: string) => records(name).reduce((sum, row) => sum + num(row, column), 0);
    expect(total("market_shares", "journeys")).toBe(outcome.trips);
    const deaths = records("harms").filter(({ harm }) => harm === "death");
    expect(deaths.reduce((sum, row) => sum + num(row, "count"), 0)).toBe(outcome.harm_death);
    expect(outcome.harm_death).toBe(outcome.deaths);
    for (const [h, harm] of model.labels.harm.entries()) {
      const expected = records("harms")
        .filter((row) => row.harm === harm)
        .reduce((sum, row) => sum + num(row, "expected"), 0);
      expect(close(expected, outcome[`expected_${harm.replaceAll("-", "_")}`]), `${h} ${harm}`).toBe(true);
      const carried = total("market_shares", `expected_${harm.replaceAll("-", "_")}`);
      // Whoever dies or begins to be kept inside is on no trip of any smuggler.
      if (INSIDE.includes(harm)) expect(carried, harm).toBeLessThanOrEqual(expected);
      else expect(close(carried, expected), harm).toBe(true);
    }
  });

  it("whoever is born is somewhere", () => {
    const ends = ["arrivals", "arrivals_legal", "deaths", "trafficked", "returned", "settled", "stayed"];
    const stocks = columns.map(({ name }) => name).filter((name) => name.startsWith("stock_"));
    const at = (row: Record<string, number | string>) => stocks.reduce((sum, name) => sum + num(row, name), 0);
    for (let i = 1; i < series.length; i++) {
      const gone = ends.reduce((sum, name) => sum + num(series[i], name), 0);
      expect(at(series[i])).toBe(at(series[i - 1]) + num(series[i], "births") - gone);
    }
  });
});
