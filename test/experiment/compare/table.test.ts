import { describe, expect, it } from "vitest";
import { numbersOf, textsOf } from "../../../src/core/table.ts";
import { effects } from "../../../src/experiment/compare/judge.ts";
import { effectTable } from "../../../src/experiment/compare/table.ts";
import { sentence } from "../../../src/experiment/compare/words.ts";
import { matched } from "./pairs.ts";

const BASELINE = [50, 52, 47, 51, 55, 49, 48, 53, 50, 46];
const rows = effects([
  matched([BASELINE, BASELINE.map((value, i) => value - 10 + (i % 3)), BASELINE]),
  matched([[1], [Number.NaN]], "neither", "births", "1 year"),
]).map((effect) => ({ ...effect, ecosystem: "sea", point: "7", from: "2018-06-04", pHolm: 2 * effect.pHolm, family: 2 }));
const table = effectTable(rows);

describe("effects.csv", () => {
  it("has a row for each effect, with what it says in each column", () => {
    expect(table.rows).toBe(3);
    const texts = [
      "ecosystem",
      "point",
      "strategy",
      "baseline",
      "outcome",
      "unit",
      "wanted",
      "period",
      "from",
      "verdict",
      "assessment",
      "sentence",
    ];
    expect(texts.map((name) => textsOf(table, name))).toEqual([
      ["sea", "sea", "sea"],
      ["7", "7", "7"],
      ["s1", "s2", "s1"],
      ["none", "none", "none"],
      ["deaths", "deaths", "births"],
      ["persons", "persons", "persons"],
      ["down", "down", "neither"],
      ["5 years", "5 years", "1 year"],
      ["2018-06-04", "2018-06-04", "2018-06-04"],
      ["lower", "identical", "not estimable"],
      ["better", "", ""],
      rows.map((row) => sentence(row)),
    ]);
    const [row] = rows;
    const numbers = {
      ...{
        weeks: row.period.to - row.period.from,
        n: row.n,
        missing: row.missing,
        baseline_mean: row.baselineMean,
        strategy_mean: row.strategyMean,
      },
      ...{ difference: row.difference.value, low: row.difference.low, high: row.difference.high },
      ...{ relative: row.relative.value, relative_low: row.relative.low, relative_high: row.relative.high },
      ...{ probability_better: row.probability.value, probability_low: row.probability.low },
      ...{ probability_high: row.probability.high, p: row.p, p_holm: row.pHolm, family: 2, correlation: row.correlation },
      ...{ variance_reduction: row.varianceReduction, detectable: row.detectable, indicative: 0 },
    };
    for (const [name, value] of Object.entries(numbers)) {
      expect([name, numbersOf(table, name)[0]]).toEqual([name, value]);
      expect(value).not.toBeNaN();
    }
    expect(Object.keys(numbers).length + texts.length).toBe(table.spec.columns.length);
  });

  it("has empty cells for what is not there, and nothing infinite", () => {
    for (const name of ["difference", "low", "relative", "p", "p_holm", "family", "probability_better"]) {
      expect([name, numbersOf(table, name)[2]]).toEqual([name, Number.NaN]);
    }
    expect(numbersOf(table, "indicative")[2]).toBe(1);
    for (const column of table.data) {
      if (column instanceof Float64Array) expect([...column].some((value) => Math.abs(value) === Infinity)).toBe(false);
    }
  });

  it("describes every column, and every key is a column", () => {
    const { columns, primaryKey } = table.spec;
    expect(columns.filter(({ about }) => about === "")).toEqual([]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...primaryKey]));
  });
});
