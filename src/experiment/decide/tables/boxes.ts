import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { number, text } from "../../decompose/contrast.ts";
import { restricted } from "../prim/box.ts";
import { labelOf, type Sought } from "../prim/sought.ts";
import { count, share, yes } from "./columns.ts";

const CASES = text("cases", "when a point is a case");
const BOX = count("box", "box", "number of the box; each is sought among the points outside those before it");
const COVERAGE = share("coverage", "share of all cases that lie in the box");
const DENSITY = share("density", "share of the points in the box that are cases");
const MASS = share("mass", "share of all points that lie in the box");

const BOXES: TableSpec = {
  name: "boxes",
  about:
    "one row per box and quantity that it limits: the corner of the uncertainties where cases gather (PRIM; the box on the " +
    "peeling trajectory with the largest harmonic mean of coverage and density above the base rate, or of a wanted density)",
  primaryKey: ["cases", "box", "uncertainty"],
  columns: [
    CASES,
    BOX,
    text("uncertainty", "quantity that the box limits"),
    number("above", "as the quantity", "lower limit; empty where there is none"),
    number("below", "as the quantity", "upper limit; empty where there is none"),
    text("among", "of a list: the values that are allowed, separated by commas"),
    number("quasi_p", "1", "chance of as many cases without this limit (Bryant and Lempert 2010); large: the limit is idle"),
    COVERAGE,
    DENSITY,
    MASS,
    count("points", "points", "points in the box"),
    count("points_cases", "points", "of these, cases"),
    share("base", "share of all points that are cases"),
    share("chance", "searches of shuffled cases that find as good a box; empty when not asked"),
  ],
};

const PEELING: TableSpec = {
  name: "peeling",
  about: "one row per box on the way from everything to the smallest: what coverage has to be given up for density",
  primaryKey: ["cases", "box", "step"],
  columns: [
    CASES,
    BOX,
    count("step", "step", "slices taken off"),
    COVERAGE,
    DENSITY,
    MASS,
    count("limited", "quantities", "quantities that the box limits"),
    yes("chosen", "the box from which the one of boxes.csv was made, by giving back what was taken without need"),
  ],
};

export function boxTable(all: readonly Sought[]): Table {
  const builder = tableBuilder(BOXES);
  for (const { cases, dimensions, found, chance } of all) {
    found.boxes.forEach((one, b) => {
      for (const d of restricted(one.box)) {
        const { low, high, among } = one.box[d] ?? {};
        builder.add([
          ...[cases, b + 1, dimensions[d]?.name, low, high, among?.map((at) => labelOf(dimensions[d], at)).join(", ")],
          ...[one.quasiP.get(d), one.coverage, one.density, one.mass, one.points, one.cases, found.base, chance],
        ]);
      }
    });
  }
  return builder.finish();
}

export function peelingTable(all: readonly Sought[]): Table {
  const builder = tableBuilder(PEELING);
  for (const { cases, found } of all) {
    found.boxes.forEach(({ trajectory, chosen }, b) => {
      trajectory.forEach(({ box, coverage, density, mass }, step) => {
        builder.add([cases, b + 1, step, coverage, density, mass, restricted(box).length, Number(step === chosen)]);
      });
    });
  }
  return builder.finish();
}
