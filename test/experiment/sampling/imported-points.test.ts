import { expect, it } from "vitest";
import { DESIGN_BY_KIND, importedPoints } from "../../../src/experiment/designs/index.ts";
import { MIXED, words } from "../designs/dimensions.ts";

it("reads columns in any order and fills in defaults", () => {
  const { points, problems } = importedPoints(
    ["point", " rule", "share", "boats"],
    [
      ["1", "satisficing", "0.25", "3.0"],
      ["2", "LOGIT ", " 1e-3", "6"],
    ],
    MIXED,
    ["point"],
  );
  expect(problems).toEqual([]);
  expect(points.map((point) => [...point])).toEqual([
    [0.25, 10, 3, 2],
    [0.001, 10, 6, 0],
  ]);
});

it("reads switches and numbers as spreadsheets write them", () => {
  const dimensions = [words("on", [true, false]), words("n", [1, 2.5])];
  const rows = [
    ["TRUE", "2.50"],
    ["false", "1"],
  ];
  expect(importedPoints(["on", "n"], rows, dimensions).points.map((point) => [...point])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

it("says what is wrong, cell by cell, and gives no points then", () => {
  const rows = [
    ["0.5", "2.5", "logit", "x"],
    ["0,5", "2", "none", "x"],
    ["", "1", "logit"],
  ];
  const { points, problems } = importedPoints(["share", "boats", "rule", "price"], rows, MIXED);
  expect(points).toEqual([]);
  expect(problems).toEqual([
    'column "price" is no dimension of this experiment: name it under ignore, or vary it',
    "row 1, boats: 2.5 is no whole number",
    "row 2, share: 0,5 is no number",
    "row 2, rule: none is none of logit, imitation, satisficing",
    "row 3: 3 cells, and the header has 4",
    "row 3, share: the cell is empty",
  ]);
  expect(importedPoints(["share", "share"], [["1", "1"]], MIXED).problems).toEqual(["column share stands twice"]);
  expect(importedPoints(["share"], [], MIXED).problems).toEqual(["there are no rows"]);
  expect(importedPoints(["x"], [["1"]], MIXED, ["x"]).problems).toEqual(["no column is a dimension of this experiment"]);
});

it("does not drown its reader", () => {
  const { problems } = importedPoints(
    ["share"],
    Array.from({ length: 500 }, () => ["?"]),
    MIXED,
  );
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toBe("and 480 more");
});

it("is asked for by the design that names a file", () => {
  const entry = DESIGN_BY_KIND.get("imported")!;
  const params = entry.params.parse({ kind: "imported", file: "points.csv" });
  expect(entry.file?.(params)).toEqual({ path: "points.csv", ignore: [] });
  expect(() => entry.points(MIXED, params, "1")).toThrow(/points.csv have not been read/);
});
