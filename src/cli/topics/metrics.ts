import type { Topic } from "../topic.ts";

export const metrics: Topic = {
  name: "metrics",
  about: "the columns of timeseries.csv, and how each is added up over time",
  async table(scope) {
    const { metricColumns } = await import("../../core/index.ts");
    const { model } = await scope.model();
    return {
      columns: ["metric", "unit", "is", "better", "meaning"],
      rows: metricColumns(model).map(({ name, unit, is, better, about }) => [name, unit, is, better, about]),
    };
  },
};
