import { drawnIntervals, panelsText } from "../drawings.ts";
import { changeRow } from "../effect-intervals.ts";
import { WHOLE_SPAN } from "../effects.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { quotedIn } from "../names.ts";
import { picked, type Row } from "../rows.ts";
import { isOneSided } from "../words.ts";

const NAMES: Readonly<Record<string, string>> = {
  incumbent: "There before, never listed",
  entrant: "Newcomers, never listed",
  designated: "Listed",
};

export const conduct: FigureKind = {
  kind: "conduct",
  about: "conduct of smugglers by status",
  needs: "matched.csv: corridor compare, or the analysis decomposition of a sweep that records decompose",
  make(evidence) {
    const table = evidence.tables.get("matched");
    const isMine = (row: Row) => row.text("measure") === "conduct" && row.text("period") === WHOLE_SPAN;
    const rows = rowsIn(evidence, "matched").filter(isMine);
    if (!table || rows.length === 0) return [];
    const told = rows.filter((row) => isOneSided(row.number("low"), row.number("high")));
    const baseline = rows[0]?.text("baseline") ?? "";
    return [
      {
        title:
          told.length === 0
            ? "Smugglers who were never listed: no clear difference in conduct"
            : `Smugglers who were never listed: in ${told.length} of ${rows.length} groups the interval of the change of conduct leaves out zero`,
        description: `Mean severity of conduct (0 the mildest, 3 the worst) of the same smugglers in both worlds, difference to ${quotedIn(evidence, baseline)} over the ${WHOLE_SPAN}. Lines: 95 % intervals over pairs (Student t), each by itself. Only those at work in both worlds are compared, so that lists taking the worst out of a group are not taken for better conduct.${panelsText(evidence, true)}`,
        draw: drawnIntervals(evidence, {
          isShared: true,
          measure: "difference of severity",
          rows: rows.map((row) =>
            changeRow(evidence, row, NAMES[row.text("group")] ?? row.text("group"), ["difference", "low", "high"]),
          ),
        }),
        table: picked(table, isMine),
        from: { file: "matched.csv", key: `measure = conduct, period = ${WHOLE_SPAN}` },
      },
    ];
  },
};
