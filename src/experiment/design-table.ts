/** design.csv: every point of the design with what it sets, in order. */
import { type Table, type TableSpec, tableBuilder } from "../core/table.ts";
import { type Point, valueAt } from "./designs/index.ts";
import type { Plan } from "./plan.ts";
import { knobColumn } from "./trial-specs.ts";

export function designTable({ knobs, points, pointIds }: Plan): Table {
  const spec: TableSpec = {
    name: "design",
    about: "the points of the design: what each of them sets",
    primaryKey: ["design_row"],
    columns: [
      { name: "design_row", type: "integer", unit: "", about: "number of the point, from 1" },
      { name: "point", type: "string", unit: "", about: "the point, named by its content, as in the other tables" },
      ...knobs.map(knobColumn),
    ],
  };
  const builder = tableBuilder(spec, points.length);
  points.forEach((point: Point, row) => {
    const cells = knobs.map(({ dimension }, i) => {
      const value = valueAt(dimension, point[i] as number);
      return typeof value === "boolean" ? Number(value) : value;
    });
    builder.add([row + 1, pointIds[row], ...cells]);
  });
  return builder.finish();
}
