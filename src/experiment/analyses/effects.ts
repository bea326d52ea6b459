import { brief } from "../compare/brief.ts";
import { measure } from "../compare/effect.ts";
import { type Effect, judge } from "../compare/judge.ts";
import { overPlaces } from "../compare/over-places.ts";
import { type EffectRow, effectTable } from "../compare/table.ts";
import { sentence } from "../compare/words.ts";
import { WHOLE_SPAN } from "../periods.ts";
import { comparedIn, type Plan } from "../plan.ts";
import type { Place, Readings } from "../readings.ts";
import { type Analysis, placesOf, pointName } from "./analysis.ts";
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
      const dates = plan.periods[place.ecosystem]?.dates ?? [];
      const where = { ecosystem: plan.ecosystems[place.ecosystem]?.name ?? "", point: pointName(plan, place) };
      return readings
        .matched(place, outcomes, horizons(plan, place.ecosystem))
        .flatMap((matched) => measure(matched).map((row) => ({ ...row, ...where, from: dates[row.period.from] ?? "" })));
    });
    const rows: EffectRow[] = judge(measured);
    const isFew = places.length <= MOST_PLACES;
    if (!isFew) return { tables: [effectTable(rows)], sentences: [...counted(rows, plan.question.outcome), ...faults(readings)] };
    const proved = places.flatMap((place) => proofs(readings, place));
    return {
      tables: [effectTable(rows)],
      sentences: [...said(rows, places.length > 1), ...drawnFrom(plan), ...proved],
      brief: [...briefly(rows, places.length > 1), ...drawnFrom(plan), ...proved],
    };
  },
};

/** What the intervals cover, over an ensemble. */
function drawnFrom({ ensemble, drawn }: Plan): string[] {
  if (!ensemble || !drawn) return [];
  const sets = `${new Set(drawn).size} of the ${ensemble.weights.length} sets of the ensemble ${ensemble.name}`;
  return [
    `Each pair plays one of ${sets}, drawn by weight, with luck of its own: intervals cover these parameters and luck, and not the structure of the model.`,
  ];
}

/** That the worlds were the same until policy made them differ. */
function proofs(readings: Readings, place: Required<Place>): string[] {
  const { plan } = readings;
  const dates = plan.periods[place.ecosystem]?.dates ?? [];
  return comparedIn(plan).flatMap((i): string[] => {
    const strategy = plan.strategies[i]?.name ?? "";
    const all = readings.identities(place, strategy);
    const [first] = all;
    if (!first) return [];
    const broken = all.filter(({ holds }) => !holds).length;
    const pairs = all.length === 1 ? "the pair" : `all ${all.length} pairs`;
    if (broken > 0)
      return [`${strategy}: ${broken} of ${all.length} pairs differ before the strategies do: a fault of the program.`];
    const how = first.isState ? "bit for bit, the first by its whole state" : "bit for bit";
    const weeks = all.map(({ diverged }) => diverged).filter((week) => week >= 0);
    if (weeks.length === 0) return [`${strategy}: ${pairs} of worlds are the same from beginning to end, ${how}.`];
    return [
      `${strategy}: ${pairs} of worlds are the same, ${how}, before ${dates[Math.min(...weeks)]}; pairs.csv names what differs first.`,
    ];
  });
}

/** Of many places only what must not be overlooked. */
function faults(readings: Readings): string[] {
  const { plan } = readings;
  return comparedIn(plan).flatMap((i): string[] => {
    const strategy = plan.strategies[i]?.name ?? "";
    const all = placesOf(plan).flatMap((place) => readings.identities(place, strategy));
    const broken = all.filter(({ holds }) => !holds).length;
    if (broken === 0) return [];
    return [`${strategy}: ${broken} of ${all.length} pairs differ before the strategies do: a fault of the program.`];
  });
}

/** Of many places: at how many the outcome that was asked for differs over the longest span. */
function counted(rows: readonly (Effect & EffectRow)[], outcome: string): string[] {
  const asked = rows.filter((row) => row.period.name === WHOLE_SPAN && row.outcome.name === outcome);
  const names = [...new Set(asked.map(({ strategy }) => strategy))];
  return names.flatMap((name) => overPlaces(asked.filter(({ strategy }) => strategy === name)));
}

/** Outcomes of the longest span, one by one. */
function said(rows: readonly (Effect & EffectRow)[], isNamed: boolean): string[] {
  return rows
    .filter(({ period }) => period.name === WHOLE_SPAN)
    .map((row) => `${isNamed ? placeText(row) : ""}${row.strategy} against ${row.baseline}: ${sentence(row)}`);
}

/** The same, strategy by strategy. */
function briefly(rows: readonly (Effect & EffectRow)[], isNamed: boolean): string[] {
  const spans = rows.filter(({ period }) => period.name === WHOLE_SPAN);
  const keyOf = (row: EffectRow) => placeText(row) + row.strategy;
  return [...new Set(spans.map(keyOf))].flatMap((key) => {
    const group = spans.filter((row) => keyOf(row) === key);
    return brief(group, isNamed && group[0] ? placeText(group[0]) : "");
  });
}

const placeText = ({ ecosystem, point }: EffectRow): string => `${ecosystem}${point === "default" ? "" : ` (${point})`}, `;
