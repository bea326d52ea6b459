import { intervalChart } from "../../charts/intervals.ts";
import { rowsIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import type { Row } from "../rows.ts";
import { level, listOf } from "../words.ts";

const PER_CENT = 100;

/** Where a value lies in the prior: 0 and 100 are the ends of its central 90 %. */
function within(row: Row, name: string): number {
  const [from, to] = [row.number("prior_low"), row.number("prior_high")];
  return ((row.number(name) - from) / (to - from)) * PER_CENT;
}

export const identified: FigureKind = {
  kind: "identified",
  about: "what the published figures say of each free parameter of a calibration",
  needs: "identifiability.csv: corridor calibrate",
  isAcross: true,
  make(evidence) {
    const table = evidence.tables.get("identifiability");
    const rows = rowsIn(evidence, "identifiability");
    if (!table || rows.length === 0) return [];
    const verdicts = ["identified", "narrowed", "not identified"].flatMap((verdict) => {
      const count = rows.filter((row) => row.text("verdict") === verdict).length;
      return count > 0 ? [`${count} ${verdict}`] : [];
    });
    return [
      {
        title: `Of ${rows.length} free parameters the published figures leave ${listOf(verdicts)}`,
        description:
          "Median of the accepted sets and their central 90 % by weight, by where they lie in the prior: 0 and 100 are the ends of its central 90 %. A line as long as that says that nothing was learnt. Full symbols: at most half of the prior is left.",
        draw: (document, text) =>
          intervalChart(document, {
            ...text,
            measure: "place in the prior, %",
            rows: rows.map((row) => ({
              group: row.text("parameter"),
              name: row.text("verdict"),
              style: 1,
              ...{ value: within(row, "median"), low: within(row, "low"), high: within(row, "high") },
              text: level(row.number("median"), row.number("low"), row.number("high")),
              isClear: row.text("verdict") === "identified",
            })),
          }),
        table,
        from: { file: "identifiability.csv", key: "all rows" },
      },
    ];
  },
};
