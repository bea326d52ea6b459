import type { Contrast } from "../decompose/contrast.ts";
import { type BeforeAfter, beforeAfter } from "../horizon/before-after.ts";
import { decay } from "../horizon/decay.ts";
import { noticing } from "../horizon/noticing.ts";
import type { PairedSeries } from "../horizon/paired-series.ts";
import { type BeforeAfterOf, beforeAfterTable, type Horizon, horizonTable } from "../horizon/table.ts";
import { visibility } from "../horizon/visibility.ts";
import { beforeAfterWords, decayWords, noticingWords, visibilityWords, type WordsAbout } from "../horizon/words.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { Place, Readings } from "../readings.ts";
import { trialSpecs } from "../trial-specs.ts";
import { type Analysis, joined, placesOf } from "./analysis.ts";

interface Seen extends Horizon {
  readonly strategy: string;
  readonly beforeAfter: readonly BeforeAfter[];
}

export const horizon: Analysis = {
  kind: "horizon",
  about:
    "When an effect becomes visible in the model, whether yearly figures would show it, how it fades, and what before and after would say.",
  problems: (plan) => [
    ...(plan.strategies.length < 2 ? ["there is only one strategy"] : []),
    ...(plan.record.weekly.length === 0 ? ["no outcome was kept week by week: name some under record.weekly"] : []),
    // A mean of weekly ratios is not the ratio of a year.
    ...trialSpecs(plan).weekly.flatMap(({ name, of }) => (of ? [`${name} is a ratio: keep ${of.numerator} week by week`] : [])),
  ],
  make(readings) {
    const { plan } = readings;
    const parts = placesOf(plan).map((place) => ({
      place,
      seen: plan.record.weekly.flatMap((name) => seenIn(readings, place, name)),
    }));
    const contrasts = <Row>(seen: readonly Seen[], rowsOf: (one: Seen) => readonly Row[]): Contrast<Row>[] =>
      seen.map((one) => ({ strategy: one.strategy, baseline: plan.baseline, rows: rowsOf(one) }));
    const [first] = parts;
    return {
      tables: [
        joined(
          plan,
          parts.map(({ place, seen }) => ({ place, table: horizonTable(contrasts(seen, (one) => [one])) })),
        ),
        joined(
          plan,
          parts.map(({ place, seen }) => ({
            place,
            table: beforeAfterTable(contrasts(seen, ({ series, beforeAfter: rows }): BeforeAfterOf[] => [{ series, rows }])),
          })),
        ),
      ],
      sentences: first && parts.length === 1 ? said(first.seen).flatMap(({ all }) => all) : [],
      brief: first && parts.length === 1 ? said(first.seen).flatMap(({ most }) => most) : [],
    };
  },
};

function seenIn(readings: Readings, place: Required<Place>, name: string): Seen[] {
  const { plan, specs } = readings;
  const outcome = specs.weekly.find((column) => column.name === name);
  const where = plan.periods[place.ecosystem];
  if (!outcome || !where) return [];
  const { strategies, values } = readings.weekly(place, name);
  const [base = [], ...others] = values;
  return others.map((treated, i): Seen => {
    const strategy = strategies[i + 1] ?? "";
    const series: PairedSeries = {
      outcome,
      base: { values: base },
      treated: { values: treated },
      dates: where.dates,
      start: where.from,
    };
    return {
      strategy,
      series,
      visibility: visibility(series, `${plan.settings.seed}|horizon|${strategy}|${name}`),
      noticing: noticing(series),
      decay: decay(series, readings.lastListing(place, strategy)),
      beforeAfter: beforeAfter(series),
    };
  });
}

/** Of the first outcome, strategy by strategy: the others are in the table. Most asked: when it shows, and what before and after would say. */
function said(seen: readonly Seen[]): { all: string[]; most: string[] }[] {
  const first = seen[0]?.series.outcome.name;
  return seen
    .filter(({ series }) => series.outcome.name === first)
    .map(
      ({
        strategy,
        series: { outcome, dates, start },
        visibility: shown,
        noticing: noticed,
        decay: fading,
        beforeAfter: naive,
      }) => {
        const about: WordsAbout = { label: outcomeWords(outcome.name), dates, start };
        const last = naive.at(-1);
        const visible = shown.map((one) => visibilityWords(about, one));
        const misleading = last ? [beforeAfterWords(about, last)] : [];
        const of = (sentences: readonly string[]) => sentences.map((sentence) => `${strategy}: ${sentence}`);
        return {
          all: of([...visible, ...noticingWords(about, noticed), decayWords(about, fading), ...misleading]),
          most: of([...visible.slice(0, 1), ...misleading]),
        };
      },
    );
}
