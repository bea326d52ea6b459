import type { FigureKind } from "../figure.ts";
import { capital, plain } from "../words.ts";

/** Tables that figures above are drawn of, or that describe runs and no findings. */
const ELSEWHERE = new Set([
  ...["effects", "course", "summary", "decomposition", "matched", "displacement", "pareto", "before_after", "horizon"],
  ...["runs", "periods", "timeseries", "pairs", "splits", "design", "sentences", "harms", "market_shares", "enablers", "events"],
  ...["displaced", "rebound", "dominance", "tried", "doubt", "checks", "identifiability", "patterns", "pattern_verdicts"],
]);
const MOST_ROWS = 60;

export const others: FigureKind = {
  kind: "others",
  about: "rankings, regret, sensitivity, waves and rejected regions of a calibration: each as a table",
  needs: "the analysis of that name",
  isAcross: true,
  make: (evidence) =>
    [...evidence.tables.values()]
      .filter(({ spec, rows }) => !ELSEWHERE.has(spec.name) && rows > 0 && rows <= MOST_ROWS)
      .map((table) => ({
        title: capital(plain(table.spec.name)),
        description: `${capital(table.spec.about)}.`,
        table,
        from: { file: `${table.spec.name}.csv`, key: "all rows" },
      })),
};
