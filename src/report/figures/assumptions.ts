import { parametersOf } from "../../core/index.ts";
import { type TableSpec, tableBuilder } from "../../core/table.ts";
import type { FigureKind } from "../figure.ts";
import { quoted } from "../words.ts";

const SPEC: TableSpec = {
  name: "assumptions",
  about: "one row per quantity that went in: value, range, where it comes from",
  primaryKey: ["quantity"],
  columns: [
    { name: "quantity", type: "string", unit: "", about: "path in the ecosystem" },
    { name: "value", type: "number", unit: "", about: "value" },
    { name: "low", type: "number", unit: "", about: "lower end of the range that is thought possible" },
    { name: "high", type: "number", unit: "", about: "upper end of that range" },
    { name: "unit", type: "string", unit: "", about: "unit" },
    {
      name: "grade",
      type: "string",
      unit: "",
      about: "A official or several sources, B one credible source, C computed, D weak, assumed: none",
    },
    { name: "source", type: "string", unit: "", about: "key of the source" },
  ],
};

export const assumptions: FigureKind = {
  kind: "assumptions",
  about: "what was assumed, with sources",
  needs: "the scenario in the manifest or the plan of the result",
  isAcross: true,
  make: (evidence) =>
    evidence.ecosystems.map((ecosystem) => {
      const parameters = parametersOf(ecosystem);
      const builder = tableBuilder(SPEC, parameters.length);
      for (const { name, quantity, unit } of parameters) {
        builder.add([
          name,
          quantity.value,
          quantity.low,
          quantity.high,
          unit,
          quantity.grade ?? "assumed",
          quantity.source ?? "",
        ]);
      }
      const assumed = parameters.filter(({ quantity }) => (quantity.grade ?? "assumed") === "assumed").length;
      return {
        title: `${assumed} of ${parameters.length} quantities of ${quoted(ecosystem.name)} are assumed`,
        description:
          "Every quantity that went in, with the range that is thought possible, the grade of its evidence and its source.",
        table: builder.finish(),
        from: {
          file: evidence.files.some(({ file }) => file === "plan.json") ? "plan.json" : "manifest.json",
          key: `ecosystem = ${ecosystem.name}`,
        },
        note: "What was not varied is not covered by any interval of this report.",
      };
    }),
};
