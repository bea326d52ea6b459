import { fieldRows } from "../field-rows.ts";
import type { Topic } from "../topic.ts";

export const instruments: Topic = {
  name: "instruments",
  about: "kinds of policy that a strategy is made of",
  async table() {
    const { INSTRUMENTS } = await import("../../core/index.ts");
    return { columns: ["instrument", "meaning"], rows: INSTRUMENTS.map(({ kind, about }) => [kind, about]) };
  },
  async detail(wanted) {
    const { INSTRUMENTS } = await import("../../core/index.ts");
    const entry = INSTRUMENTS.find(({ kind }) => kind === wanted);
    return entry && { columns: ["key", "required", "allowed", "meaning"], rows: await fieldRows(entry.params) };
  },
};
