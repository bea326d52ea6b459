import type { Topic } from "../topic.ts";

export const analyses: Topic = {
  name: "analyses",
  about: "what can be made of the runs of an experiment, as under `analyses`",
  async table() {
    const { ANALYSES } = await import("../../experiment/analyses/index.ts");
    return { columns: ["analysis", "meaning"], rows: ANALYSES.map(({ kind, about }) => [kind, about]) };
  },
};
