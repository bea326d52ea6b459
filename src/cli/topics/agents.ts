import type { Topic } from "../topic.ts";

export const agents: Topic = {
  name: "agents",
  about: "who acts, and every attribute of theirs",
  async table() {
    const { ENTITIES } = await import("../../core/world/entities.ts");
    return {
      columns: ["agent", "attribute", "unit", "by", "meaning"],
      rows: Object.entries(ENTITIES).flatMap(([agent, specs]) =>
        Object.entries(specs).map(([name, spec]) => [
          agent,
          name,
          spec.unit,
          "by" in spec ? String(spec.by ?? "") : "",
          spec.about,
        ]),
      ),
    };
  },
};
