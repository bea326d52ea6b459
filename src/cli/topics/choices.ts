import type { Topic } from "../topic.ts";

export const choices: Topic = {
  name: "choices",
  about: "every rule, switch and name in an ecosystem: value, what is allowed",
  async table(scope) {
    const [{ choicesOf }, { ecosystem }] = await Promise.all([import("../../core/scenario/choices.ts"), scope.model()]);
    return {
      columns: ["choice", "value", "allowed", "meaning"],
      rows: choicesOf(ecosystem).map(({ name, value, allowed, about }) => [name, value, allowed, about]),
    };
  },
};
