/** A figure of some outcomes over time, a panel each. */
import { panelChart } from "../charts/series.ts";
import { outcomeWords } from "../experiment/outcome-words.ts";
import type { Evidence } from "./evidence.ts";
import type { Figure } from "./figure.ts";
import { BAND, levelsIn, levelTable, seriesOf } from "./levels.ts";
import { firstInstrument } from "./moments.ts";
import { quotedIn } from "./names.ts";
import { isOneSided, listOf } from "./words.ts";

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
  const panels = outcomes.map((outcome) => ({ name: nameOf(outcome), series: seriesOf(evidence, levels, outcome) }));
  const last = levels.years.at(-1);
  const rows = levels.rows.filter(
    (row) => row.number("year") === last && outcomes.includes(row.text("outcome")) && Number.isFinite(row.number("difference")),
  );
  const apart = rows.filter((row) => isOneSided(row.number("difference_low"), row.number("difference_high")));
  const found = [...new Set(apart.map((row) => row.text("strategy")))].map((strategy) => {
    const names = apart.filter((row) => row.text("strategy") === strategy).map((row) => nameOf(row.text("outcome")));
    return `${quotedIn(evidence, strategy)} (${names.join(", ")})`;
  });
  const title =
    rows.length === 0
      ? `${subject}, ${levels.years[0]} to ${last}: one strategy, compared with nothing`
      : apart.length === 0
        ? `${subject}: no clear difference in ${last}`
        : `${subject}: in ${last} alone the interval of the difference leaves out zero with ${listOf(found)}`;
  return [
    {
      title,
      description: `${about} Each panel from zero to the figure above it, ${levels.years[0]} to ${last}. ${BAND}`,
      draw: (document, text) => panelChart(document, { ...text, panels, moments: firstInstrument(evidence) }),
      table: levelTable(levels, outcomes),
      from: { file: levels.file, key: `outcome = ${outcomes.join(" or ")}` },
    },
  ];
}
