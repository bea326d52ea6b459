import type { Topic } from "../topic.ts";

export const mechanisms: Topic = {
  name: "mechanisms",
  about: "parts of the model that can be switched off: --set mechanisms.<name>=false",
  async table() {
    const { MECHANISMS } = await import("../../core/index.ts");
    return {
      columns: ["mechanism", "meaning"],
      rows: Object.entries(MECHANISMS).map(([name, about]) => [name, about]),
    };
  },
};
