/** Effects as rows of a chart, and what they come to as its title. */
import type { IntervalRow } from "../charts/intervals.ts";
import { outcomeWords } from "../experiment/outcome-words.ts";
import { COST, effectText, isShown } from "./effects.ts";
import { type Evidence, styleIn } from "./evidence.ts";
import { nameIn, quotedIn } from "./names.ts";
import type { Row } from "./rows.ts";
import { capital, change, isOneSided, listOf, listOrCount } from "./words.ts";

const PER_CENT = 100;

/** Under a chart of effects. */
export const COLUMNS = [
  ...["strategy", "baseline", "outcome", "unit", "period", "n", "baseline_mean", "strategy_mean", "difference", "low", "high"],
  ...["relative", "relative_low", "relative_high", "probability_better", "p_holm", "detectable", "verdict", "assessment"],
];

export function intervalOf(evidence: Evidence, row: Row, group: string): IntervalRow {
  return {
    group: capital(group),
    name: nameIn(evidence, row.text("strategy")),
    style: styleIn(evidence, row.text("strategy")),
    value: row.number("relative") * PER_CENT,
    low: row.number("relative_low") * PER_CENT,
    high: row.number("relative_high") * PER_CENT,
    text: effectText(row),
    isClear: isShown(row),
  };
}

/** Columns of an estimate and of the ends of its interval. */
type Columns = readonly [value: string, low: string, high: string];

/** A change as a chart draws it: clear when its interval leaves out zero. */
export function changeOf(row: Row, columns: Columns): Pick<IntervalRow, "value" | "low" | "high" | "text" | "isClear"> {
  const [value, low, high] = columns.map((column) => row.number(column)) as [number, number, number];
  return { value, low, high, text: change(value, low, high), isClear: isOneSided(low, high) };
}

/** The change that a row says of its strategy. */
export function changeRow(evidence: Evidence, row: Row, group: string, columns: Columns): IntervalRow {
  const strategy = row.text("strategy");
  return { group, name: nameIn(evidence, strategy), style: styleIn(evidence, strategy), ...changeOf(row, columns) };
}

/** What is shown, and of how many; never a direction that is not. */
export function effectTitle(evidence: Evidence, all: readonly Row[]): string {
  const rows = all.filter((row) => row.text("outcome") !== COST);
  const shown = rows.filter(isShown);
  if (shown.length === 0) return `No clear difference in any of ${rows.length} comparisons`;
  const found = [...new Set(shown.map((row) => row.text("outcome")))].map((outcome) => {
    const ofIt = shown.filter((row) => row.text("outcome") === outcome);
    return listOf(
      ["lower", "higher"].flatMap((verdict) => {
        const names = ofIt
          .filter((row) => row.text("verdict") === verdict)
          .map((row) => quotedIn(evidence, row.text("strategy")));
        return names.length > 0
          ? [`${outcomeWords(outcome)} ${verdict} with ${listOrCount(names, evidence.strategies.length - 1)}`]
          : [];
      }),
    );
  });
  return `A difference is shown in ${shown.length} of ${rows.length} comparisons: ${found.join("; ")}`;
}
