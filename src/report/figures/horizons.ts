import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { COLUMNS, intervalOf } from "../effect-intervals.ts";
import { isShown, periodsOf } from "../effects.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { quotedIn } from "../names.ts";
import { picked } from "../rows.ts";
import { capital, listOf } from "../words.ts";

export const horizons: FigureKind = {
  kind: "horizons",
  about: "harm after 1, 2, 5 and 10 years",
  needs: "effects.csv: corridor compare, or the analysis effects of a sweep",
  make(evidence) {
    const table = evidence.tables.get("effects");
    const outcome = rowsIn(evidence, "effects")[0]?.text("outcome") ?? "";
    const periods = periodsOf(evidence);
    const rows = periods.flatMap((period) =>
      rowsIn(evidence, "effects").filter((row) => row.text("outcome") === outcome && row.text("period") === period),
    );
    if (!table || periods.length < 2) return [];
    const shown = [...new Set(rows.filter(isShown).map((row) => row.text("period")))];
    const baseline = quotedIn(evidence, rows[0]?.text("baseline") ?? "");
    return [
      {
        title:
          shown.length === 0
            ? `${capital(outcomeWords(outcome))}: no clear difference at any horizon`
            : `${capital(outcomeWords(outcome))}: a difference is shown over ${listOf(shown)}, and over no other horizon`,
        description: `Difference to ${baseline} in per cent of its mean, added up from the first instrument on. Lines: 95 % intervals of the mean difference over pairs (Fieller). Full symbols: a difference is shown, after allowing for all comparisons; hollow ones: no clear difference.${panelsText(evidence, true)}`,
        draw: drawnIntervals(evidence, {
          measure: `difference to ${baseline}, %`,
          rows: rows.map((row) => intervalOf(evidence, row, row.text("period"))),
          isShared: true,
        }),
        table: picked(table, (row) => row.text("outcome") === outcome, COLUMNS),
        from: { file: "effects.csv", key: `outcome = ${outcome}` },
      },
    ];
  },
};
