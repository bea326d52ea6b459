import { tradeoffChart } from "../../charts/tradeoff.ts";
import { outcomeWords } from "../../experiment/outcome-words.ts";
import { rowsIn, styleIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { nameIn, quotedIn } from "../names.ts";
import { capital, listOrCount } from "../words.ts";

const SPEND = "spend";

export const spend: FigureKind = {
  kind: "spend",
  about: "spend against harm",
  needs: "pareto.csv: corridor compare, or the analysis ranking of a sweep",
  make(evidence) {
    const table = evidence.tables.get("pareto");
    const rows = rowsIn(evidence, "pareto");
    const harm = rows.find((row) => row.text("outcome") !== SPEND)?.text("outcome") ?? "";
    const ofSpend = rows.filter((row) => row.text("outcome") === SPEND);
    if (!table || harm === "" || ofSpend.length === 0) return [];
    const spread = (strategy: string, outcome: string) => {
      const row = rows.find((one) => one.text("strategy") === strategy && one.text("outcome") === outcome);
      const [value, low, high] = ["mean", "mean_low", "mean_high"].map((name) => row?.number(name) ?? Number.NaN) as [
        number,
        number,
        number,
      ];
      return { value, low, high };
    };
    const names = [...new Set(rows.map((row) => row.text("strategy")))];
    const beaten = ofSpend
      .filter((row) => row.text("dominated_by") !== "")
      .map((row) => quotedIn(evidence, row.text("strategy")));
    const period = rows[0]?.text("period") ?? "";
    return [
      {
        title:
          beaten.length === 0
            ? `By the means, no strategy is beaten in both spend and harm`
            : `By the means, ${listOrCount(beaten, names.length)} ${beaten.length === 1 ? "is" : "are"} beaten in both spend and harm`,
        description: `${capital(outcomeWords(harm))} against spend over the ${period}, means over trials. Lines: 95 % intervals of each mean, resampled by trial; they overlap more than differences of pairs do, so a comparison is read off the effects. Costs of instruments are assumed.`,
        draw: (document, text) =>
          tradeoffChart(document, {
            ...text,
            xMeasure: `${SPEND}, ${ofSpend[0]?.text("unit") ?? ""}`,
            yMeasure: outcomeWords(harm),
            points: names.map((name) => ({
              name: nameIn(evidence, name),
              style: styleIn(evidence, name),
              x: spread(name, SPEND),
              y: spread(name, harm),
            })),
          }),
        table,
        from: { file: "pareto.csv", key: "all rows" },
      },
    ];
  },
};
