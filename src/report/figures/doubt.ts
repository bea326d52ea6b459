import { intervalChart } from "../../charts/intervals.ts";
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { rowsIn, styleIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { nameIn, quotedIn } from "../names.ts";
import { picked, type Row } from "../rows.ts";
import { level, quoted } from "../words.ts";

const PER_CENT = 100;

export const doubt: FigureKind = {
  kind: "doubt",
  about: "the ledger of doubts: on figures of which grade an effect rests",
  needs: "doubt.csv: the analysis doubt of a sweep over uncertain quantities",
  isAcross: true,
  make(evidence) {
    const table = evidence.tables.get("doubt");
    const all = rowsIn(evidence, "doubt").filter((row) => Number.isFinite(row.number("share")));
    const spread = all.filter((row) => row.text("of") === "variance");
    // Without a sweep there is no spread; then it is said what the parameters are.
    const rows = spread.length > 0 ? spread : all;
    const [first] = rows;
    if (!table || !first) return [];
    const isSpread = spread.length > 0;
    const largest = (of: readonly Row[]) => [...of].sort((a, b) => b.number("share") - a.number("share"))[0];
    const amount = (row: Row) => {
      const [value, low, high] = ["share", "low", "high"].map((name) => row.number(name) * PER_CENT) as [number, number, number];
      return Number.isFinite(low) ? level(value, low, high) : level(value, value, value).replace(/ \(.*/, "");
    };
    const strategies = [...new Set(rows.map((row) => row.text("strategy")))];
    const found = strategies.flatMap((strategy) => {
      const top = largest(rows.filter((row) => row.text("strategy") === strategy));
      if (!top) return [];
      const whose = strategy === "" ? "" : ` for ${quotedIn(evidence, strategy)}`;
      return [`${quoted(top.text("grade"))} the most${whose}, ${amount(top)} %`];
    });
    const what = isSpread
      ? `Where the spread of the effect on ${outcomeWords(first.text("outcome"))} comes from`
      : "Grades of the parameters that were used";
    const isWanted = (row: Row) => (isSpread ? row.text("of") === "variance" : true);
    return [
      {
        title: `${what}: ${found.join("; ")}`,
        description: isSpread
          ? `Share of the variance of the effect over the points of the sweep (${first.text("period")}) that goes with quantities of each grade, in per cent; luck is of the runs at each point, rest is curves and interactions. Lines: 95 % intervals (points resampled), where there is one.`
          : "Share of all parameters by the grade of their source, in per cent; counts, so there are no intervals.",
        draw: (document, text) =>
          intervalChart(document, {
            ...text,
            measure: isSpread ? "share of the variance, %" : "share of the parameters, %",
            rows: rows.map((row) => ({
              group: row.text("strategy") === "" ? "All strategies" : nameIn(evidence, row.text("strategy")),
              name: row.text("grade"),
              style: Math.max(1, styleIn(evidence, row.text("strategy"))),
              value: row.number("share") * PER_CENT,
              low: row.number("low") * PER_CENT,
              high: row.number("high") * PER_CENT,
              text: `${amount(row)} %`,
              isClear: true,
            })),
          }),
        table: picked(table, isWanted),
        from: { file: "doubt.csv", key: isSpread ? "of = variance" : "of = parameters" },
      },
    ];
  },
};
