import type { Topic } from "../topic.ts";

export const tables: Topic = {
  name: "tables",
  about: "the tables that a run leaves, and their columns",
  async table(scope) {
    const { tableSpecs } = await import("../../core/index.ts");
    const { model } = await scope.model();
    return {
      columns: ["table", "columns", "one row for each", "meaning"],
      rows: tableSpecs(model).map(({ name, columns, primaryKey, about }) => [
        name,
        String(columns.length),
        primaryKey.join(", "),
        about,
      ]),
    };
  },
  async detail(wanted, scope) {
    const { tableSpecs } = await import("../../core/index.ts");
    const { model } = await scope.model();
    const table = tableSpecs(model).find(({ name }) => name === wanted);
    return (
      table && {
        columns: ["column", "type", "unit", "meaning"],
        rows: table.columns.map(({ name, type, unit, about }) => [name, type, unit, about]),
      }
    );
  },
};
