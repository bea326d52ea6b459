/** A figure of some outcomes over time, a panel each. */
import { outcomeWords } from "../experiment/outcome-words.ts";
import { drawnLevels, levelsText } from "./drawings.ts";
import type { Evidence } from "./evidence.ts";
import type { Figure } from "./figure.ts";
import { apartIn, BAND, levelRows, levelsIn } from "./levels.ts";
import { quotedIn } from "./names.ts";
import { listOrCount } from "./words.ts";

export interface LevelPanels {
  /** What the panels are about, to begin the title. */
  readonly subject: string;
  readonly isWanted: (outcome: string) => boolean;
  /** Name of a panel; that of the outcome when left out. */
  readonly nameOf?: (outcome: string) => string;
  readonly about: string;
}

export function levelPanels(evidence: Evidence, { subject, isWanted, nameOf = outcomeWords, about }: LevelPanels): Figure[] {
  const levels = levelsIn(evidence);
  const outcomes = levels?.outcomes.filter(isWanted) ?? [];
  if (!levels || outcomes.length === 0) return [];
  const last = levels.years.at(-1);
  const rows = levels.rows.filter(
    (row) => row.number("year") === last && outcomes.includes(row.text("outcome")) && Number.isFinite(row.number("difference")),
  );
  const apart = apartIn(levels, outcomes);
  const strategies = [...new Set(apart.map((row) => row.text("strategy")))];
  const found = strategies.map((strategy) => {
    const names = apart.filter((row) => row.text("strategy") === strategy).map((row) => nameOf(row.text("outcome")));
    return `${quotedIn(evidence, strategy)} (${names.join(", ")})`;
  });
  const title =
    rows.length === 0
      ? `${subject}, ${levels.years[0]} to ${last}: one strategy, compared with nothing`
      : apart.length === 0
        ? `${subject}: no clear difference in ${last}`
        : `${subject}: in ${last} alone the interval of the difference leaves out zero with ${listOrCount(found, evidence.strategies.length - 1)}`;
  return [
    {
      title,
      description: `${about}${levelsText(evidence, levels)} ${BAND}`,
      draw: drawnLevels(evidence, levels, outcomes, nameOf),
      ...levelRows(evidence, levels, outcomes, `outcome = ${outcomes.join(" or ")}`),
    },
  ];
}
