import type { Topic } from "../topic.ts";

export const agents: Topic = {
  name: "agents",
  about: "who acts, and every attribute of theirs",
  async table() {
    const columns = await import("../../core/world/columns.ts");
    const frames = {
      migrant: columns.MIGRANT,
      smuggler: columns.SMUGGLER,
      enabler: columns.ENABLER,
      authority: columns.AUTHORITY,
      jurisdiction: columns.JURISDICTION,
      public: columns.PUBLIC,
      leg: columns.LEG,
      "leg x community": columns.LEG_COMMUNITY,
      "node x community": columns.PLACE,
      history: columns.HISTORY,
    };
    return {
      columns: ["agent", "attribute", "unit", "by", "meaning"],
      rows: Object.entries(frames).flatMap(([agent, specs]) =>
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
