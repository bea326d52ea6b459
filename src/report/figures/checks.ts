import { intervalChart } from "../../charts/intervals.ts";
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import type { Row } from "../rows.ts";
import { capital, changePercent } from "../words.ts";

const PER_CENT = 100;
const isFitted = (row: Row) => row.number("fitted") === 1;
const isInside = (row: Row) => row.number("inside") === 1;

/** How far a column lies from the published figure, as a share of it. */
const away = (row: Row, name: string): number => row.number(name) / row.number("published") - 1;

function counted(what: string, rows: readonly Row[]): string[] {
  return rows.length > 0 ? [`${rows.filter(isInside).length} of ${rows.length} ${what}`] : [];
}

/** "... of 21 of 21 fitted and 9 of 12 held-out figures" */
function titleOf(rows: readonly Row[]): string {
  const found = [
    ...counted("fitted", rows.filter(isFitted)),
    ...counted(
      "held-out",
      rows.filter((row) => !isFitted(row)),
    ),
  ];
  return `The mean of the accepted sets lies in the published band of ${found.join(" and ")} figures`;
}

export const checks: FigureKind = {
  kind: "checks",
  about: "published figures beside what the accepted sets of a calibration give, fitted and held out",
  needs: "checks.csv: corridor calibrate",
  isAcross: true,
  make(evidence) {
    const table = evidence.tables.get("checks");
    const rows = rowsIn(evidence, "checks");
    if (!table || rows.length === 0) return [];
    const [fitted, heldOut] = [rows.filter(isFitted), rows.filter((row) => !isFitted(row))];
    return [
      {
        title: titleOf(rows),
        description:
          "Mean of the accepted sets, as a difference to the published figure in per cent of it. Lines: the central 90 % of the sets, over parameters and luck that was not fitted to. Full symbols: the mean lies in the published band. What is fitted agrees by construction; only what was held out is a check.",
        draw: (document, text) =>
          intervalChart(document, {
            ...text,
            measure: "difference to the published figure, %",
            rows: [...fitted, ...heldOut].map((row) => ({
              group: isFitted(row) ? "Fitted" : "Held out",
              name: `${capital(outcomeWords(row.text("outcome")))}, ${row.number("year")}`,
              style: isFitted(row) ? 1 : 2,
              ...{ value: away(row, "mean") * PER_CENT, low: away(row, "low") * PER_CENT, high: away(row, "high") * PER_CENT },
              text: changePercent(away(row, "mean"), away(row, "low"), away(row, "high")),
              isClear: isInside(row),
            })),
          }),
        table,
        from: { file: "checks.csv", key: "all rows" },
      },
    ];
  },
};
