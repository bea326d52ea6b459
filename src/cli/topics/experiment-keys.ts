import { keyRows } from "../key-rows.ts";
import type { Topic } from "../topic.ts";

export const experimentKeys: Topic = {
  name: "experiment-keys",
  about: "what the file of an experiment can say",
  async table() {
    const { experimentSchema } = await import("../../experiment/schema.ts");
    return { columns: ["key", "required", "allowed", "meaning"], rows: await keyRows(experimentSchema) };
  },
};
