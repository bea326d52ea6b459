import type { Conflict } from "../../experiment/horizon/before-after.ts";
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { changeRow } from "../effect-intervals.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { picked, type Row } from "../rows.ts";
import { capital } from "../words.ts";

const KINDS = [
  { name: "Before and after would say", column: "naive" },
  { name: "True difference", column: "difference" },
  { name: "Would have come anyway", column: "anyway" },
] as const;

/** How the naive figure can stand to the true one and mislead. */
const MISLEADING: readonly string[] = ["opposite", "spurious", "hidden"] satisfies readonly Conflict[];

export const beforeAfter: FigureKind = {
  kind: "before-after",
  about: "the trap of comparing before with after",
  needs: "before_after.csv: corridor compare, or the analysis horizon of a sweep that records outcomes week by week",
  make(evidence) {
    const table = evidence.tables.get("before_after");
    const all = rowsIn(evidence, "before_after");
    const outcome = all[0]?.text("outcome") ?? "";
    const years = Math.max(0, ...all.map((row) => row.number("years")));
    const isMine = (row: Row) => row.text("outcome") === outcome && row.number("years") === years;
    const rows = all.filter(isMine);
    if (!table || rows.length === 0) return [];
    const misleading = rows.filter((row) => MISLEADING.includes(row.text("conflict")));
    return [
      {
        title:
          misleading.length === 0
            ? `Before and after: no conflict with the true difference is shown`
            : `Before and after would mislead in ${misleading.length} of ${rows.length} comparisons`,
        description: `${capital(outcomeWords(outcome))}: ${years} years after the first instrument of any strategy against ${years} years before it, beside the difference to the baseline over the same years and beside what the baseline alone does. Lines: 95 % intervals over pairs (Student t).${panelsText(evidence, true)}`,
        draw: drawnIntervals(evidence, {
          isShared: true,
          measure: `change, ${outcomeWords(outcome)}`,
          rows: KINDS.flatMap(({ name: group, column }) =>
            rows.map((row) => changeRow(evidence, row, group, [column, `${column}_low`, `${column}_high`])),
          ),
        }),
        table: picked(table, isMine),
        from: { file: "before_after.csv", key: `outcome = ${outcome}, years = ${years}` },
      },
    ];
  },
};
