import { formatQuantity } from "../present/number.ts";
import type { Topic } from "../topic.ts";

export const parameters: Topic = {
  name: "parameters",
  about: "every number of an ecosystem: unit, value, plausible range, grade of evidence, source",
  async table(scope) {
    const [{ parametersOf }, { ecosystem }] = await Promise.all([import("../../core/index.ts"), scope.model()]);
    return {
      columns: ["parameter", "unit", "range", "value", "low", "high", "grade", "source", "meaning"],
      rows: parametersOf(ecosystem).map(({ name, unit, min, max, quantity, about }) => {
        const { value, low, high, grade = "", source = "" } = quantity;
        const numbers = [value, low, high].map((one) => (one === undefined ? "" : formatQuantity(one)));
        return [name, unit, `${formatQuantity(min)} to ${formatQuantity(max)}`, ...numbers, grade, source, about];
      }),
    };
  },
  async detail(wanted, scope) {
    const [{ parametersOf }, { ecosystem }] = await Promise.all([import("../../core/index.ts"), scope.model()]);
    const found = parametersOf(ecosystem).find(({ name }) => name === wanted);
    if (!found) return undefined;
    const { value, note } = found.quantity;
    return {
      columns: ["also", ""],
      rows: [...(note === undefined ? [] : [["note", note]]), ["set it", `--set ${wanted}.value=${value}`]],
    };
  },
};
