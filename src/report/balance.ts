/** For each of many strategies in a row: in how much no difference is shown, what is shown, and what it cost. */
import { outcomeWords } from "../experiment/outcome-words.ts";
import { COST, effectRows, isShown, WHOLE_SPAN } from "./effects.ts";
import type { Evidence, From } from "./evidence.ts";
import { nameIn } from "./names.ts";
import type { Row } from "./rows.ts";
import { level, listOf } from "./words.ts";

export interface Balance {
  readonly strategy: string;
  /** "all 8", "5 of 8" */
  readonly open: string;
  /** Outcomes that are shown to differ, and whether that is better or worse; empty for none. */
  readonly shown: string;
  /** More than the baseline, with its interval; empty when nothing is known of it. */
  readonly cost: string;
}

export interface Balances {
  readonly baseline: string;
  /** All that was looked at, but what it cost. */
  readonly outcomes: readonly string[];
  readonly unit: string;
  readonly rows: readonly Balance[];
  readonly from: From;
}

/** Over the whole span; undefined when nothing is compared. */
export function balancesOf(evidence: Evidence): Balances | undefined {
  const all = effectRows(evidence, WHOLE_SPAN);
  const effects = all.filter((row) => row.text("outcome") !== COST);
  const costs = all.filter((row) => row.text("outcome") === COST);
  const [first] = effects;
  if (!first) return undefined;
  return {
    baseline: nameIn(evidence, first.text("baseline")),
    outcomes: [...new Set(effects.map((row) => outcomeWords(row.text("outcome"))))],
    unit: costs[0]?.text("unit") ?? "",
    rows: evidence.strategies.slice(1).map((strategy) => {
      const mine = effects.filter((row) => row.text("strategy") === strategy);
      const open = mine.filter((row) => !isShown(row)).length;
      const cost = costs.find((row) => row.text("strategy") === strategy);
      return {
        strategy: nameIn(evidence, strategy),
        open: open === mine.length ? `all ${open}` : `${open} of ${mine.length}`,
        shown: listOf(mine.filter(isShown).map(shownText)),
        cost: cost ? level(cost.number("difference"), cost.number("low"), cost.number("high")) : "",
      };
    }),
    from: { file: "effects.csv", key: `period = ${WHOLE_SPAN}` },
  };
}

/** "departures lower", "expected harm higher (worse)" */
function shownText(row: Row): string {
  const judged = row.text("assessment");
  return `${outcomeWords(row.text("outcome"))} ${row.text("verdict")}${judged === "" ? "" : ` (${judged})`}`;
}
