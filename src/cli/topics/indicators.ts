import type { Topic } from "../topic.ts";

export const indicators: Topic = {
  name: "indicators",
  about: "what a rule of a strategy can observe",
  async table() {
    const { INDICATORS } = await import("../../core/world/indicators.ts");
    return {
      columns: ["indicator", "unit", "meaning"],
      rows: Object.entries(INDICATORS).map(([name, { unit, about }]) => [name, unit, about]),
    };
  },
};
