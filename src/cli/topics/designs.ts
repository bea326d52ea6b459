import { fieldRows } from "../field-rows.ts";
import type { Topic } from "../topic.ts";

export const designs: Topic = {
  name: "designs",
  about: "ways to choose the points of an experiment, as under `design`",
  async table() {
    const { DESIGNS } = await import("../../experiment/designs/index.ts");
    return { columns: ["design", "meaning"], rows: DESIGNS.map(({ kind, about }) => [kind, about]) };
  },
  async detail(wanted) {
    const { DESIGN_BY_KIND } = await import("../../experiment/designs/index.ts");
    const entry = DESIGN_BY_KIND.get(wanted);
    return entry && { columns: ["key", "required", "allowed", "meaning"], rows: await fieldRows(entry.params) };
  },
};
