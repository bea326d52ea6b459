import { type Table, type TableSpec, tableBuilder } from "../../../core/table.ts";
import { number, text } from "../../decompose/contrast.ts";
import type { BoundaryMap } from "../boundary.ts";
import { count, endsOf, inUnit, QUESTION, questionOf, withEnds } from "./columns.ts";

const AXIS = "as the quantity";

const SPEC: TableSpec = {
  name: "boundary",
  about:
    "one row per cell of a map over one or two uncertain quantities: which of two strategies is better there, everything " +
    "else that is uncertain taken as noise",
  primaryKey: ["outcome", "period", "a", "b", "axes", "cell"],
  columns: [
    ...QUESTION,
    text("a", "strategy"),
    text("b", "strategy that it is compared with, under the same luck"),
    text("axes", "the quantities of the map, separated by a comma"),
    count("cell", "cell", "number of the cell, the last axis fastest"),
    text("x", "quantity of the first axis"),
    number("x_value", AXIS, "middle of the cell"),
    text("y", "quantity of the second axis; empty for a map of one"),
    number("y_value", AXIS, "middle of the cell"),
    ...withEnds(
      "advantage",
      "as the outcome",
      "by how much a is better than b, whichever way is better",
      "of all cells at once: no cell is given to the wrong strategy",
    ),
    text("better", "strategy that is better by more than delta; undecided where neither is shown to be"),
    inUnit("delta", "advantage too small to care about"),
    count("points", "points", "points of the design with a trial in which both have a value"),
  ],
};

export function boundaryTable(maps: readonly BoundaryMap[]): Table {
  const builder = tableBuilder(SPEC);
  for (const map of maps) {
    const { a, b, axes } = map;
    const better = { a, b, undecided: "undecided" };
    const names = axes.map(({ name }) => name).join(", ");
    map.cells.forEach(({ at, advantage, side }, cell) => {
      builder.add([
        ...[...questionOf(map), a, b, names, cell + 1, axes[0]?.name, at[0], axes[1]?.name, at[1]],
        ...[...endsOf(advantage), better[side], map.delta, map.points],
      ]);
    });
  }
  return builder.finish();
}
