/** How intervals and levels are drawn: strategy by strategy in one chart, or in small multiples where there are too many for that. */
import { intervalPanels } from "../charts/interval-panels.ts";
import { type IntervalRow, intervalChart } from "../charts/intervals.ts";
import { panelChart } from "../charts/series.ts";
import { seriesGrid } from "../charts/series-grid.ts";
import { type Evidence, isCrowd } from "./evidence.ts";
import type { Figure } from "./figure.ts";
import { apartIn, type Levels, seriesOf } from "./levels.ts";
import { firstInstrument } from "./moments.ts";
import { nameIn } from "./names.ts";

type Draw = NonNullable<Figure["draw"]>;

export interface IntervalsDrawn {
  readonly measure: string;
  /** In groups, each with a row for every strategy. */
  readonly rows: readonly IntervalRow[];
  /** Groups are of one measure and are compared with one another. */
  readonly isShared: boolean;
}

export function drawnIntervals(evidence: Evidence, { measure, rows, isShared }: IntervalsDrawn): Draw {
  return isCrowd(evidence)
    ? (document, text) => intervalPanels(document, { ...text, measure, rows, isShared })
    : (document, text) => intervalChart(document, { ...text, measure, rows });
}

/** To be said of a chart of intervals when it is drawn in panels. */
export const panelsText = (evidence: Evidence, isShared: boolean): string =>
  isCrowd(evidence) ? ` Each row is a strategy, each panel has ${isShared ? "the same axis" : "an axis of its own"}.` : "";

/** Outcomes over time. */
export function drawnLevels(
  evidence: Evidence,
  levels: Levels,
  outcomes: readonly string[],
  nameOf: (outcome: string) => string,
): Draw {
  const moments = firstInstrument(evidence);
  const panels = outcomes.map((outcome) => ({ outcome, name: nameOf(outcome), series: seriesOf(evidence, levels, outcome) }));
  if (!isCrowd(evidence)) return (document, text) => panelChart(document, { ...text, panels, moments });
  const apart = apartIn(levels, outcomes);
  const columns = panels.flatMap(({ outcome, name, series: [base, ...others] }) => {
    const marked = new Set(
      apart.filter((row) => row.text("outcome") === outcome).map((row) => nameIn(evidence, row.text("strategy"))),
    );
    return base ? [{ name, base, series: others.map((one) => ({ ...one, isMarked: marked.has(one.name) })) }] : [];
  });
  return (document, text) => seriesGrid(document, { ...text, columns, moments, each: "the strategy of the row" });
}

/** How such a chart is read. */
export const levelsText = (evidence: Evidence, { years }: Levels): string =>
  isCrowd(evidence)
    ? ` Each row is a strategy, each column from zero to the figure at its head, ${years[0]} to ${years.at(-1)}. A dot at the end: in that year alone the interval of the difference to the baseline leaves out zero.`
    : ` Each panel from zero to the figure above it, ${years[0]} to ${years.at(-1)}.`;
