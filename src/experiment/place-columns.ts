/** Where a row of an experiment belongs, after the columns of the run. */
import type { TableColumn } from "../core/table.ts";

export const ECOSYSTEM_COLUMN: TableColumn = { name: "ecosystem", type: "string", unit: "", about: "name of the ecosystem" };
export const POINT_COLUMN: TableColumn = {
  name: "point",
  type: "string",
  unit: "",
  about: "the point of the design, named by its content: design.csv says what it is",
};
export const PLACE_COLUMNS: readonly TableColumn[] = [ECOSYSTEM_COLUMN, POINT_COLUMN];
