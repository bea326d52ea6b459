/** The results as tables: every row under its own key, no number that a spreadsheet cannot hold. */
import { describe, expect, it } from "vitest";
import { isText, numbersOf, type Table, textsOf } from "../../../src/core/table.ts";
import { boundaryMap } from "../../../src/experiment/decide/boundary.ts";
import { shapley } from "../../../src/experiment/decide/contribution.ts";
import { information } from "../../../src/experiment/decide/information.ts";
import { paretoSet } from "../../../src/experiment/decide/pareto.ts";
import { backfires } from "../../../src/experiment/decide/prim/cases.ts";
import { discover } from "../../../src/experiment/decide/prim/discover.ts";
import { rank } from "../../../src/experiment/decide/ranking.ts";
import { regret } from "../../../src/experiment/decide/regret.ts";
import { spend } from "../../../src/experiment/decide/spend.ts";
import { subsetsOf } from "../../../src/experiment/decide/subsets.ts";
import { boundaryTable } from "../../../src/experiment/decide/tables/boundary.ts";
import { boxTable, peelingTable } from "../../../src/experiment/decide/tables/boxes.ts";
import { contributionTable } from "../../../src/experiment/decide/tables/contributions.ts";
import { informationTable } from "../../../src/experiment/decide/tables/information.ts";
import { dominanceTable, paretoTable } from "../../../src/experiment/decide/tables/pareto.ts";
import { rankingTable } from "../../../src/experiment/decide/tables/ranking.ts";
import { regretTable } from "../../../src/experiment/decide/tables/regret.ts";
import { spendTable } from "../../../src/experiment/decide/tables/spend.ts";
import { matched, outcome, planted, sampled } from "./planted.ts";

const SEED = { seed: "tables" };
const three = planted("three", [0, 1, 2], 12);
const cost = { ...planted("cost", [3, 2, 1], 12), outcome: outcome("spend", "down", "MUSD") };
const nan = Number.NaN;
const empty = matched({ a: [nan, 1], b: [1, nan] });
const world = sampled("world", ["x", "y"], 40, 2, {
  a: (x, common, own) => common + 3 * x[0]! + own / 2,
  b: (x, common, own) => common + 1.5 + x[1]! / 2 + own / 2,
});
const other = { ...world.matched, period: { name: "1 year", from: 0, to: 52 } };
const map = (over: string[]) => boundaryMap(world.matched, world.sampled, { ...SEED, a: "a", b: "b", over, cells: 5 });
const sample = backfires(world.matched, world.sampled, { strategy: "b" });
const sought = { cases: "b does worse than a", dimensions: sample.dimensions, found: discover(sample), chance: nan };
const plan = subsetsOf(2);
const game = matched(Object.fromEntries(plan.masks.map((mask) => [`m${mask}`, [mask, 2 * mask, mask + 1]])));
const split = { from: "none", to: "lists", contributions: shapley(game, plan, ["lists", "aid"]) };
const twoGoals = [{ matched: three }, { matched: cost }];

const TABLES: readonly [Table, number][] = [
  [
    rankingTable([
      rank(three, SEED),
      rank({ ...three, outcome: outcome("arrivals") }, SEED),
      rank({ ...empty, outcome: outcome("none") }, SEED),
    ]),
    8,
  ],
  [paretoTable([paretoSet(twoGoals, SEED)]), 6],
  [dominanceTable([paretoSet(twoGoals, SEED)]), 6],
  [spendTable([spend(cost, three, SEED)]), 2],
  [regretTable([regret(world.matched, world.sampled, SEED), regret(other, world.sampled, SEED)]), 4],
  [boundaryTable([map(["x"]), map(["x", "y"])]), 30],
  [boxTable([sought]), 1],
  [peelingTable([sought]), sought.found.boxes[0]?.trajectory.length ?? -1],
  [informationTable([information(world.matched, world.sampled, { ...SEED, shuffles: 19 })]), 3],
  [contributionTable([split]), 2],
];

describe.each(TABLES)("%#", (table, rows) => {
  const { spec } = table;

  it(`${spec.name} has its rows, each under a key of its own`, () => {
    expect(table.rows).toBe(rows);
    const keys = Array.from({ length: rows }, (_, row) =>
      JSON.stringify(spec.primaryKey.map((name) => table.data[spec.columns.findIndex((column) => column.name === name)]![row])),
    );
    expect(new Set(keys).size).toBe(rows);
    for (const key of keys) expect(key).not.toMatch(/""|null/);
  });

  it(`${spec.name} has plain column names with a meaning, and finite numbers`, () => {
    for (const { name, about } of spec.columns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(about.length).toBeGreaterThan(2);
    }
    expect(new Set(spec.columns.map(({ name }) => name)).size).toBe(spec.columns.length);
    spec.columns.forEach(({ type }, i) => {
      if (isText(type)) return;
      for (const value of table.data[i] as Float64Array) expect(Math.abs(value)).not.toBe(Infinity);
    });
  });
});

describe("cells", () => {
  it("are those of the result", () => {
    const ranking = rank(three, SEED);
    const table = rankingTable([ranking]);
    expect(textsOf(table, "strategy")).toEqual(ranking.rows.map(({ strategy }) => strategy));
    expect([...numbersOf(table, "to_best_low")]).toEqual(ranking.rows.map(({ toBest }) => toBest.low));
    expect([...numbersOf(table, "contender")]).toEqual(ranking.rows.map(({ contender }) => Number(contender)));
    expect(textsOf(table, "wanted")[0]).toBe("down");
  });

  it("of a price without end are empty beside a word", () => {
    const table = spendTable([
      spend(matched({ a: [0, 0], b: [1, 2] }, outcome("spend")), matched({ a: [0, 0], b: [0, 0] }), SEED),
    ]);
    expect(textsOf(table, "per_unit_set")).toEqual(["anything"]);
    expect(numbersOf(table, "per_unit_high")[0]).toBeNaN();
  });

  it("name the point of the worst regret", () => {
    const result = regret(world.matched, world.sampled, SEED);
    const names = world.sampled.points.map((_, p) => `p-${p}`);
    expect(textsOf(regretTable([result], names), "worst_point")).toEqual(result.rows.map(({ worstPoint }) => `p-${worstPoint}`));
  });

  it("of a map say which strategy is better", () => {
    const one = map(["x"]);
    expect(textsOf(boundaryTable([one]), "better")).toEqual(one.cells.map(({ side }) => side));
    expect([...numbersOf(boundaryTable([one]), "x_value")].map((x) => Math.round(10 * x) / 10)).toEqual([
      0.1, 0.3, 0.5, 0.7, 0.9,
    ]);
  });
});
