import { fieldRows } from "../field-rows.ts";
import type { Topic } from "../topic.ts";

export const settings: Topic = {
  name: "settings",
  about: "settings of a run, as under `run` in a scenario",
  async table() {
    const { runSchema } = await import("../../core/index.ts");
    return { columns: ["setting", "required", "allowed", "meaning"], rows: await fieldRows(runSchema) };
  },
};
