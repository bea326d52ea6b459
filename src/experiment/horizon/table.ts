/** Horizons as tables. */
import { type Table, type TableSpec, tableBuilder } from "../../core/table.ts";
import { CONTRAST_COLUMNS, type Contrast, interval, number, text } from "../decompose/contrast.ts";
import type { BeforeAfter } from "./before-after.ts";
import type { Decay } from "./decay.ts";
import type { NoticingResult } from "./noticing.ts";
import type { PairedSeries } from "./paired-series.ts";
import type { Sighting, Visibility } from "./visibility.ts";

/** Everything about one outcome of one strategy. */
export interface Horizon {
  readonly series: PairedSeries;
  readonly visibility: readonly Visibility[];
  readonly noticing: NoticingResult;
  readonly decay: Decay;
}

interface HorizonRow {
  readonly question: string;
  readonly at: string;
  readonly value: number | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly date?: string;
  readonly n: number;
}

const QUESTIONS = [
  "shows-from: weeks after the start from which the interval excludes zero to the end, corrected for looking every week",
  "shows-first, shows-last: first and last week in which it does at all; first before shows-from was transient",
  "uncorrected-from, uncorrected-first, uncorrected-last: as if each week alone had been looked at",
  "noticed: share of treated runs whose yearly figures alone raise an alarm; false-alarm: the same rule in the base runs",
  "effect: difference in each year after the last listing, year 0 ends with it; half-life: of that effect, if it fades at a constant rate",
].join("; ");

const COUNT = { name: "n", type: "integer", unit: "pairs", about: "trials" } as const;

export const HORIZON: TableSpec = {
  name: "horizon",
  about: "when an effect shows in the model, whether yearly figures would show it, how it fades after the last listing",
  primaryKey: ["strategy", "baseline", "outcome", "question", "at"],
  columns: [
    ...CONTRAST_COLUMNS,
    text("outcome", "column of the time series"),
    text("question", QUESTIONS),
    text("at", "cumulative or trailing year; years since the start; year after the last listing"),
    number("value", "see unit", "empty: it never shows, or cannot be estimated"),
    number(
      "low",
      "see unit",
      "lower end of the 95 % interval (Wilson for shares, Student t for effects, Fieller for half-lives)",
    ),
    number("high", "see unit", "upper end; empty beside a lower end: there is none"),
    text("unit", "unit of the three numbers"),
    { name: "date", type: "date", unit: "date", about: "first day of the week, where the value is a week" },
    COUNT,
  ],
};

export function horizonTable(contrasts: readonly Contrast<Horizon>[]): Table {
  const builder = tableBuilder(HORIZON);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const horizon of rows) {
      for (const { question, at, value, low, high, unit, date, n } of rowsOf(horizon)) {
        const ends = [low, high].map((end) => (end === Infinity ? undefined : end));
        const named = [strategy, baseline, horizon.series.outcome.name, question, at];
        builder.add([...named, value === Infinity ? undefined : value, ...ends, unit, date, n]);
      }
    }
  }
  return builder.finish();
}

function rowsOf({ series, visibility, noticing, decay }: Horizon): HorizonRow[] {
  const sightings = visibility.flatMap(({ measure, trials, corrected, uncorrected }) => [
    ...sightingRows(series, "shows", measure, corrected, trials),
    ...sightingRows(series, "uncorrected", measure, uncorrected, trials),
  ]);
  const alarms = noticing.rows.flatMap(({ within, treated, base, trials }) => {
    const shared = { at: `${within} ${within === 1 ? "year" : "years"}`, unit: "share", n: trials };
    return [
      { ...shared, question: "noticed", ...treated },
      { ...shared, question: "false-alarm", ...base },
    ];
  });
  const effects = decay.years.map(({ year, effect: { mean, low, high, n } }) => ({
    ...{ question: "effect", at: `year ${year}`, value: mean, low, high, unit: series.outcome.unit, n },
  }));
  const { value, low, high, n = 0 } = decay.halfLife ?? {};
  return [
    ...sightings,
    ...alarms,
    ...effects,
    {
      question: "half-life",
      at: "last listing",
      value,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      unit: "years",
      n,
    },
  ];
}

function sightingRows(series: PairedSeries, question: string, at: string, sighting: Sighting, n: number): HorizonRow[] {
  return (["from", "first", "last"] as const).map((which) => {
    const week = sighting[which];
    const shared = { question: `${question}-${which}`, at, unit: "weeks", n };
    if (week === undefined) return { ...shared, value: undefined };
    return { ...shared, value: week - series.start, date: series.dates[week] ?? "" };
  });
}

export interface BeforeAfterOf {
  readonly series: PairedSeries;
  readonly rows: readonly BeforeAfter[];
}

export const BEFORE_AFTER: TableSpec = {
  name: "before_after",
  about:
    "as long after the start as before it in the world as it became, beside the true difference: naive = difference + anyway",
  primaryKey: ["strategy", "baseline", "outcome", "years"],
  columns: [
    ...CONTRAST_COLUMNS,
    text("outcome", "column of the time series"),
    number("years", "years", "on either side of the start"),
    ...interval("naive", "as the outcome", "treated runs: after less before, mean over trials"),
    ...interval("difference", "as the outcome", "after the start: treated less base run with the same luck, mean over pairs"),
    ...interval("anyway", "as the outcome", "base runs: after less before, mean over trials"),
    text(
      "conflict",
      "agree, opposite, spurious (only the naive interval excludes zero), hidden (only the true one does), undecided (neither does), not estimable",
    ),
    number("misled", "share", "share of single worlds whose naive figure has the wrong sign; empty where no true one is known"),
    number("misled_low", "share", "lower end of its 95 % interval (Wilson)"),
    number("misled_high", "share", "upper end of that interval"),
    COUNT,
  ],
};

export function beforeAfterTable(contrasts: readonly Contrast<BeforeAfterOf>[]): Table {
  const builder = tableBuilder(BEFORE_AFTER);
  for (const { strategy, baseline, rows } of contrasts) {
    for (const { series, rows: spans } of rows) {
      for (const { years, naive, difference, anyway, conflict, misled } of spans) {
        const means = [naive, difference, anyway].flatMap(({ mean, low, high }) => [mean, low, high]);
        const wrong = [misled?.value, misled?.low, misled?.high];
        builder.add([strategy, baseline, series.outcome.name, years, ...means, conflict, ...wrong, naive.n]);
      }
    }
  }
  return builder.finish();
}
