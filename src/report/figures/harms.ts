import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnLevels, levelsText } from "../drawings.ts";
import { isCrowd } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { BAND, levelRows, levelsIn, seriesOf } from "../levels.ts";
import { quotedIn } from "../names.ts";
import { capital, plain } from "../words.ts";

const EXPECTED = "expected_";
const SUM = "harm_index_expected";

const nameOf = (outcome: string): string => (outcome === SUM ? outcomeWords(SUM) : plain(outcome.slice(EXPECTED.length)));

export const harms: FigureKind = {
  kind: "harms",
  about: "harms by type over time",
  needs: "course.csv of a comparison or sweep, or summary.csv of a run",
  make(evidence) {
    const levels = levelsIn(evidence);
    const outcomes = levels?.outcomes.filter((name) => name.startsWith(EXPECTED)) ?? [];
    if (!levels || outcomes.length === 0) return [];
    const panels = outcomes.map((outcome) => ({ name: nameOf(outcome), series: seriesOf(evidence, levels, outcome) }));
    // In a crowd there is a column for the sum too: no other chart has the course of each strategy.
    const drawn = isCrowd(evidence) && levels.outcomes.includes(SUM) ? [SUM, ...outcomes] : outcomes;
    return [
      {
        title: titleOf(quotedIn(evidence, evidence.strategies[0] ?? ""), levels.years, panels),
        description: `Expected incidents a year, by type of harm${drawn.includes(SUM) ? ", after their weighted sum" : ""}.${levelsText(evidence, levels)} Expected means: what follows from the conduct that smugglers chose, with less noise than counted incidents. ${BAND}`,
        draw: drawnLevels(evidence, levels, drawn, nameOf),
        ...levelRows(evidence, levels, drawn, `outcome ${drawn.includes(SUM) ? `= ${SUM} or ` : ""}begins with ${EXPECTED}`),
      },
    ];
  },
};

/** Which harm is the most frequent, counted over years; strategies are compared elsewhere, with the adjustment that takes. */
function titleOf(
  baseline: string,
  years: readonly number[],
  panels: readonly { name: string; series: readonly { points: readonly { at: Date; value: number }[] }[] }[],
): string {
  const first = panels.map(({ name, series }) => ({ name, points: series[0]?.points ?? [] }));
  const worst = years.map((_, i) => first.reduce((a, b) => ((b.points[i]?.value ?? 0) > (a.points[i]?.value ?? 0) ? b : a)).name);
  const counts = new Map<string, number>();
  for (const name of worst) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [name = "", count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const times =
    years.length === 1
      ? `in ${years[0]}`
      : count === years.length
        ? `in each of ${count} years`
        : `in ${count} of ${years.length} years`;
  return `${capital(name)} is the most frequent harm ${times} under ${baseline}`;
}
