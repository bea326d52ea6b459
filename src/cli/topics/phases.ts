import type { Topic } from "../topic.ts";

export const phases: Topic = {
  name: "phases",
  about: "what happens in a step, in order",
  async table() {
    const { PHASES } = await import("../../core/index.ts");
    return {
      columns: ["phase", "order", "meaning"],
      rows: PHASES.map(({ name, about }, index) => [name, String(index + 1), about]),
    };
  },
  async detail(wanted) {
    const { PHASES } = await import("../../core/index.ts");
    const phase = PHASES.find(({ name }) => name === wanted);
    return phase && { columns: ["writes"], rows: phase.writes.map((column) => [column]) };
  },
};
