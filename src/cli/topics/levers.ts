import type { Topic } from "../topic.ts";

export const levers: Topic = {
  name: "levers",
  about: "the quantities that instruments and shocks move",
  async table() {
    const { LEVERS } = await import("../../core/world/levers.ts");
    return {
      columns: ["lever", "unit", "by", "neutral", "meaning"],
      rows: Object.entries(LEVERS).map(([name, { unit, by, neutral, about }]) => [name, unit, by, String(neutral), about]),
    };
  },
};
