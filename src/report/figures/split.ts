import { waterfallChart } from "../../charts/waterfall.ts";
import type { Table } from "../../core/table.ts";
import { SAID } from "../../experiment/decompose/words.ts";
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { changeOf } from "../effect-intervals.ts";
import { WHOLE_SPAN } from "../effects.ts";
import { type Evidence, isCrowd, rowsIn, styleIn } from "../evidence.ts";
import type { Figure, FigureKind } from "../figure.ts";
import { nameIn, quotedIn } from "../names.ts";
import { picked, type Row } from "../rows.ts";
import { capital, listOf } from "../words.ts";

const OUTCOME = "harm_index_expected";
const PARTS_OF_NO_WEIGHT = ["residual"];
const COLUMNS = [
  ...["strategy", "baseline", "outcome", "period", "part", "is", "base", "mean", "low", "high"],
  ...["percent_of_base", "percent_low", "percent_high", "n"],
];

export const split: FigureKind = {
  kind: "split",
  about: "what a difference of harm is made of: coercion, disruption, shaping, trips, routes",
  needs: "decomposition.csv: corridor compare, or the analysis decomposition of a sweep that records decompose",
  make(evidence) {
    const table = evidence.tables.get("decomposition");
    if (!table) return [];
    if (isCrowd(evidence)) return together(evidence, table);
    return evidence.strategies.slice(1).flatMap((strategy): Figure[] => {
      const isMine = (row: Row) =>
        row.text("strategy") === strategy && row.text("outcome") === OUTCOME && row.text("period") === WHOLE_SPAN;
      const rows = rowsIn(evidence, "decomposition").filter(isMine);
      const total = rows.find((row) => row.text("part") === "total");
      const parts = rows.filter((row) => row.text("is") === "part" && !PARTS_OF_NO_WEIGHT.includes(row.text("part")));
      if (!total || !parts.some((row) => Number.isFinite(row.number("percent_of_base")))) return [];
      const baseline = quotedIn(evidence, total.text("baseline"));
      return [
        {
          title: titleOf(quotedIn(evidence, strategy), parts, total),
          description: `${capital(outcomeWords(OUTCOME))}, difference to ${baseline} over the ${WHOLE_SPAN} in per cent of its mean, split exactly into parts that add up (Shapley values over ${parts.length} causes). Thin lines: 95 % intervals of each part by itself over ${total.number("n")} pairs, not adjusted for one another. Full bars can be told from nothing; pale ones cannot.`,
          draw: (document, text) =>
            waterfallChart(document, {
              ...text,
              measure: `% of the harm under ${baseline}`,
              parts: parts.map((row) => barOf(row)),
              total: barOf(total, "in all"),
            }),
          table: picked(table, isMine, COLUMNS),
          from: { file: "decomposition.csv", key: `strategy = ${strategy}, outcome = ${OUTCOME}, period = ${WHOLE_SPAN}` },
        },
      ];
    });
  },
};

/** All strategies in one figure, a panel for each part. */
function together(evidence: Evidence, table: Table): Figure[] {
  const isMine = (row: Row) => row.text("outcome") === OUTCOME && row.text("period") === WHOLE_SPAN;
  const all = rowsIn(evidence, "decomposition").filter(isMine);
  const total = all.filter((row) => row.text("part") === "total");
  const parts = all.filter((row) => row.text("is") === "part" && !PARTS_OF_NO_WEIGHT.includes(row.text("part")));
  const first = total[0];
  if (!first || !parts.some((row) => Number.isFinite(row.number("percent_of_base")))) return [];
  const baseline = quotedIn(evidence, first.text("baseline"));
  const names = [...new Set(parts.map((row) => row.text("part")))];
  const told = parts.filter((row) => barOf(row).isClear);
  const [most] = names
    .map((part) => ({ said: SAID[part] ?? part, n: told.filter((row) => row.text("part") === part).length }))
    .sort((a, b) => b.n - a.n);
  return [
    {
      title:
        told.length === 0
          ? "What the differences are made of: no part of any can be told from nothing"
          : `What the differences are made of: ${told.length} of ${parts.length} parts can be told from nothing, most often ${most?.said} (${most?.n} of ${total.length} strategies)`,
      description: `${capital(outcomeWords(OUTCOME))}, difference to ${baseline} over the ${WHOLE_SPAN} in per cent of its mean, split exactly into parts that add up to the last panel (Shapley values over ${names.length} causes). Lines: 95 % intervals of each part by itself over ${first.number("n")} pairs, not adjusted for one another. Full symbols can be told from nothing; hollow ones cannot.${panelsText(evidence, true)}`,
      draw: drawnIntervals(evidence, {
        measure: `% of the harm under ${baseline}`,
        rows: [...parts, ...total].map((row) => {
          const { name: group, ...bar } = row.text("part") === "total" ? barOf(row, "in all") : barOf(row);
          const strategy = row.text("strategy");
          return { ...bar, group: capital(group), name: nameIn(evidence, strategy), style: styleIn(evidence, strategy) };
        }),
        isShared: true,
      }),
      table: picked(table, isMine, COLUMNS),
      from: { file: "decomposition.csv", key: `outcome = ${OUTCOME}, period = ${WHOLE_SPAN}` },
    },
  ];
}

function barOf(row: Row, name = SAID[row.text("part")] ?? row.text("part")) {
  return { name, ...changeOf(row, ["percent_of_base", "percent_low", "percent_high"]) };
}

function titleOf(strategy: string, parts: readonly Row[], total: Row): string {
  const told = parts.map((row) => barOf(row)).filter(({ isClear }) => isClear);
  const all = barOf(total).isClear ? "" : "; in all, no clear difference";
  if (told.length === 0) return `With ${strategy}, no part of the difference can be told from nothing`;
  return `With ${strategy}, ${told.length} of ${parts.length} parts can be told from nothing: ${listOf(told.map(({ name, text }) => `${name}, ${text} %`))}${all}`;
}
