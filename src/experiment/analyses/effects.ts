import { measure } from "../compare/effect.ts";
import { type Effect, judge } from "../compare/judge.ts";
import { type EffectRow, effectTable } from "../compare/table.ts";
import { sentence } from "../compare/words.ts";
import { WHOLE_SPAN } from "../periods.ts";
import { type Analysis, placesOf } from "./analysis.ts";
import { horizons, mainOutcomes } from "./main-outcomes.ts";

/** Sentences about more places than this are a table. */
const MOST_PLACES = 4;

export const effects: Analysis = {
  kind: "effects",
  about: "What each strategy changes against the baseline, by outcome and horizon, judged as one family (Holm).",
  problems: ({ strategies, settings }) => [
    ...(strategies.length < 2 ? ["there is only one strategy"] : []),
    ...(settings.replicates < 2 ? ["an interval takes two replicates or more"] : []),
  ],
  make(readings) {
    const { plan, specs } = readings;
    const places = placesOf(plan);
    const measured = places.flatMap((place) => {
      const outcomes = mainOutcomes(plan, specs.outcomes[place.ecosystem] ?? []);
      const where = { ecosystem: plan.ecosystems[place.ecosystem]?.name ?? "", point: plan.pointIds[place.point] ?? "" };
      return readings
        .matched(place, outcomes, horizons(plan, place.ecosystem))
        .flatMap((matched) => measure(matched).map((row) => ({ ...row, ...where })));
    });
    const rows: EffectRow[] = judge(measured);
    return { tables: [effectTable(rows)], sentences: places.length <= MOST_PLACES ? said(rows, places.length > 1) : [] };
  },
};

/** Outcomes of the longest span, strategy by strategy. */
function said(rows: readonly (Effect & EffectRow)[], isNamed: boolean): string[] {
  return rows
    .filter(({ period }) => period.name === WHOLE_SPAN)
    .map((row) => {
      const place = isNamed ? `${row.ecosystem}${row.point === "default" ? "" : ` (${row.point})`}, ` : "";
      return `${place}${row.strategy} against ${row.baseline}: ${sentence(row)}`;
    });
}
