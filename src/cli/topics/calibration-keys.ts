import { keyRows } from "../key-rows.ts";
import type { Topic } from "../topic.ts";

export const calibrationKeys: Topic = {
  name: "calibration-keys",
  about: "what the file of a calibration can say",
  async table() {
    const { calibrationSchema } = await import("../../experiment/calibrate/schema.ts");
    return { columns: ["key", "required", "allowed", "meaning"], rows: await keyRows(calibrationSchema) };
  },
};
