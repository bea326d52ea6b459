/** Sentences and tables of horizons, and series of every kind. */
import { describe, expect, it } from "vitest";
import type { MetricColumn } from "../../../src/core/index.ts";
import { tableBuilder, textsOf } from "../../../src/core/table.ts";
import { beforeAfter } from "../../../src/experiment/horizon/before-after.ts";
import { decay } from "../../../src/experiment/horizon/decay.ts";
import { noticing } from "../../../src/experiment/horizon/noticing.ts";
import { differences, overSpans, weeklyOf } from "../../../src/experiment/horizon/paired-series.ts";
import { beforeAfterTable, horizonTable } from "../../../src/experiment/horizon/table.ts";
import { visibility } from "../../../src/experiment/horizon/visibility.ts";
import { beforeAfterWords, decayWords, noticingWords, visibilityWords } from "../../../src/experiment/horizon/words.ts";
import { DEATHS, planted } from "./planted-series.ts";

const START = 418;
const SERIES = planted({ seed: "words", trials: 12, weeks: 640, start: START, effect: (since) => (since < 10 ? 0 : -40) });
const ABOUT = { label: "Deaths", dates: SERIES.dates, start: START };
const SIGHTED = visibility(SERIES, "1");

describe("in words", () => {
  it("an effect that shows is said with its date, its direction and how it was judged", () => {
    const [cumulative] = SIGHTED;
    expect(visibilityWords(ABOUT, cumulative)).toMatch(
      /^Deaths, added up since the start: shows from 2019-\d\d-\d\d \(\d+ weeks after the start\) on, lower, and keeps showing to the end \(12 pairs, corrected for looking every week\)\.$/,
    );
    const earlier = { ...cumulative, corrected: { ...cumulative.corrected, first: START + 2 } };
    expect(visibilityWords(ABOUT, earlier)).toContain("It had shown for a time from 2019-01-21 (2 weeks after the start).");
  });

  it("what passes, what never shows and what cannot is said so", () => {
    const [one] = SIGHTED;
    const passing = { ...one, corrected: { first: START + 1, last: START + 9, direction: "lower" } as const };
    expect(visibilityWords(ABOUT, passing)).toContain("it does not last to the end");
    const never = { ...one, corrected: {}, uncorrected: { first: START + 1 } };
    expect(visibilityWords(ABOUT, never)).toBe(
      "Deaths, added up since the start: shows in no week (12 pairs, corrected for looking every week). Read week by week without correction it would seem to show from 2019-01-14 (1 week after the start).",
    );
    expect(visibilityWords(ABOUT, { ...one, trials: 5 })).toContain(
      "not estimable from 5 pairs; looking every week takes 6 or more",
    );
  });

  it("who notices is said beside who would have anyway", () => {
    const [asked, first] = noticingWords(ABOUT, noticing(SERIES));
    expect(asked).toBe(
      "Deaths, seen as yearly figures only; noticed means: a year outside the 95 % prediction interval of a line through the 8 years before.",
    );
    expect(first).toMatch(
      /^Within 1 year: noticed in \d+ % \(\d+ to \d+ %\) of 12 runs, and in \d+ % \(\d+ to \d+ %\) where nothing was done\./,
    );
    expect(noticingWords(ABOUT, { ...noticing(SERIES), fit: "none", yearsBefore: 2 })).toEqual([
      "Deaths: 2 whole years before the start are too few to notice a change by.",
    ]);
  });

  it("half-lives have ends or none", () => {
    const words = (value: number, low: number, high: number) =>
      decayWords(ABOUT, { years: [], halfLife: { value, low, high, n: 12 } });
    expect(words(1.52, 1, 2.3)).toContain("halves in 1.5 years (95 % interval 1.0 to 2.3; 12 pairs)");
    expect(words(6, 3, Infinity)).toContain("3.0 years or more, without an upper limit");
    expect(words(0.2, 0, 0.6)).toContain("0.6 years or less, perhaps at once");
    expect(decayWords(ABOUT, { years: [], because: "nobody was listed" })).toBe(
      "Deaths after the last listing: half-life not estimable (nobody was listed).",
    );
  });

  it("a contradiction of before and after is said", () => {
    const rising = planted({ seed: "rising", trials: 12, weeks: 300, start: 150, effect: () => -30, level: (week) => 2 * week });
    expect(beforeAfterWords(ABOUT, beforeAfter(rising)[1])).toMatch(
      /^Deaths, 2 years after against 2 years before: [\d,]+ \(.*\); the true difference is -\d,\d+ .* would have come anyway \(12 pairs\)\. They contradict each other: .* 100 % \(76 to 100 %\) of single worlds\.$/,
    );
    const nothing = planted({ seed: "nothing", trials: 3, weeks: 300, start: 150, noise: 20 });
    expect(beforeAfterWords(ABOUT, beforeAfter(nothing)[0]!)).toMatch(/\(3 pairs\)\. Neither tells a direction\.$/);
  });
});

describe("tables", () => {
  it("have a row for each question, with dates for weeks and nothing for what is not there", () => {
    const rows = [
      { series: SERIES, visibility: SIGHTED, noticing: noticing(SERIES), decay: decay(SERIES, new Array(12).fill(START + 100)) },
    ];
    const table = horizonTable([{ strategy: "shaping", baseline: "none", rows }]);
    const questions = textsOf(table, "question");
    for (const question of [
      "shows-from",
      "shows-first",
      "shows-last",
      "uncorrected-from",
      "noticed",
      "false-alarm",
      "effect",
      "half-life",
    ]) {
      expect(questions).toContain(question);
    }
    const keys = ["outcome", "question", "at"].map((name) => textsOf(table, name));
    expect(new Set(keys[0].map((_, row) => keys.map((column) => column[row]).join("|"))).size).toBe(table.rows);
    const row = questions.indexOf("shows-from");
    expect(textsOf(table, "date")[row]).toMatch(/^2019-/);
    for (const column of table.data) if (column instanceof Float64Array) expect(column.includes(Infinity)).toBe(false);
  });

  it("show before and after beside the truth", () => {
    const table = beforeAfterTable([
      { strategy: "shaping", baseline: "none", rows: [{ series: SERIES, rows: beforeAfter(SERIES) }] },
    ]);
    expect(table.rows).toBe(2);
    expect(textsOf(table, "conflict")).toEqual(["agree", "agree"]);
  });
});

describe("series", () => {
  const column = (name: string) => ({ name, type: "number" as const, unit: "", about: "" });
  const builder = tableBuilder({
    name: "timeseries",
    about: "",
    primaryKey: [],
    columns: [column("deaths"), column("trips"), column("stock")],
  });
  for (const row of [
    [1, 10, 5],
    [3, 0, Number.NaN],
    [0, 20, 7],
  ])
    builder.add(row);
  const tables = [builder.finish()];
  const rate: MetricColumn = {
    ...DEATHS,
    name: "rate",
    is: "ratio",
    of: { numerator: "deaths", denominator: "trips", per: 1000 },
  };
  const over = (outcome: MetricColumn, from: number, to: number) => overSpans(outcome, weeklyOf(outcome, tables))(0, from, to);

  it("are summed, averaged or divided, as the outcome is", () => {
    expect(over(DEATHS, 0, 3)).toBe(4);
    expect(over({ ...DEATHS, name: "stock", is: "stock" }, 0, 3)).toBe(6);
    expect(over({ ...DEATHS, name: "stock", is: "stock" }, 1, 2)).toBeNaN();
    expect(over(rate, 0, 3)).toBeCloseTo((1000 * 4) / 30, 12);
    expect(over(rate, 1, 2)).toBeNaN();
  });

  it("differ by exactly nothing where the worlds are alike", () => {
    const series = planted({
      seed: "alike",
      trials: 1,
      weeks: 100,
      start: 50,
      effect: (since) => (since < 10 ? 1 : 0),
      noise: 3,
    });
    expect(differences(series)(0, 0, 50)).toBe(0);
  });
});
