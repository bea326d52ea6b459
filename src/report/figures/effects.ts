import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { COLUMNS, effectTitle, intervalOf } from "../effect-intervals.ts";
import { effectRows, WHOLE_SPAN } from "../effects.ts";
import type { FigureKind } from "../figure.ts";
import { quotedIn } from "../names.ts";
import { picked } from "../rows.ts";
import { listOf } from "../words.ts";

export const effects: FigureKind = {
  kind: "effects",
  about: "what each strategy changes, with its interval",
  needs: "effects.csv: corridor compare, or the analysis effects of a sweep",
  make(evidence) {
    const table = evidence.tables.get("effects");
    const rows = effectRows(evidence, WHOLE_SPAN);
    if (!table || rows.length === 0) return [];
    const drawn = rows.filter((row) => Number.isFinite(row.number("relative")));
    const left = [...new Set(rows.filter((row) => !drawn.includes(row)).map((row) => outcomeWords(row.text("outcome"))))];
    const [first] = rows;
    const baseline = quotedIn(evidence, first?.text("baseline") ?? "");
    return [
      {
        title: effectTitle(evidence, rows),
        description:
          `Difference to ${baseline} in per cent of its mean, over the ${WHOLE_SPAN} from ${first?.text("from") ?? ""}. Lines: 95 % intervals of the mean ` +
          `difference over pairs of worlds with the same luck (Fieller). Full symbols: a difference is shown, after allowing for all ` +
          `${first?.number("family") ?? ""} comparisons that were made; hollow ones: no clear difference.${panelsText(evidence, false)}`,
        draw: drawnIntervals(evidence, {
          measure: `difference to ${baseline}, %`,
          rows: drawn.map((row) => intervalOf(evidence, row, outcomeWords(row.text("outcome")))),
          isShared: false,
        }),
        table: picked(table, (row) => row.text("period") === WHOLE_SPAN, COLUMNS),
        from: { file: "effects.csv", key: `period = ${WHOLE_SPAN}` },
        ...(left.length > 0 ? { note: `Not drawn, because the baseline is zero there: ${listOf(left)}; see the table.` } : {}),
      },
    ];
  },
};
