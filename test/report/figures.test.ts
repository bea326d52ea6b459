/** Figures of tables that a small comparison does not leave: their numbers by hand. */
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import type { ChartDocument } from "../../src/charts/drawing.ts";
import { type Table, type TableColumn, tableBuilder } from "../../src/core/table.ts";
import type { Evidence } from "../../src/report/evidence.ts";
import { expectationsOf, notDone } from "../../src/report/expectations.ts";
import { checks } from "../../src/report/figures/checks.ts";
import { doubt } from "../../src/report/figures/doubt.ts";
import { identified } from "../../src/report/figures/identified.ts";
import { status } from "../../src/report/figures/status.ts";
import { verdicts } from "../../src/report/figures/verdicts.ts";
import { leadOf } from "../../src/report/lead.ts";
import { rowsOf } from "../../src/report/rows.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: ChartDocument };

type Cells = readonly (string | number | undefined)[];

function tableOf(name: string, columns: Readonly<Record<string, TableColumn["type"]>>, rows: readonly Cells[]): Table {
  const builder = tableBuilder({
    ...{ name, about: name, primaryKey: [] },
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type, unit: "", about: "" })),
  });
  for (const row of rows) builder.add(row);
  return builder.finish();
}

const evidenceOf = (strategies: readonly string[], ...tables: readonly Table[]): Evidence => ({
  ...{
    title: "",
    command: "",
    folder: "",
    version: "",
    date: "",
    files: [],
    ecosystems: [],
    land: undefined,
    strategies,
    scale: undefined,
    changed: [],
  },
  ...{ counts: { finished: 1, failed: 0 }, meanings: new Map() },
  titles: new Map(strategies.map((name) => [name, name])),
  tables: new Map(tables.map((table) => [table.spec.name, table])),
});

it("adds trips up by quarter and status, and cuts intervals at what a share can be", () => {
  const shares = tableOf("market_shares", { run_id: "string", date: "date", status: "string", journeys: "number" }, [
    ["a", "2020-01-06", "incumbent", 60],
    ["a", "2020-02-03", "entrant", 20],
    ["a", "2020-03-30", "designated", 20],
    ["a", "2020-04-06", "entrant", 5],
    ["b", "2020-01-06", "incumbent", 10],
    ["b", "2020-04-06", "incumbent", 5],
  ]);
  const [figure] = status.make(evidenceOf(["none"], shares));
  const found = rowsOf(figure!.table).map((row) => [
    row.text("quarter"),
    row.text("status"),
    row.number("share"),
    row.number("high"),
  ]);
  expect(found).toEqual([
    ["2020-01-01", "incumbent", 0.8, 1],
    ["2020-01-01", "entrant", 0.1, 1],
    ["2020-01-01", "designated", 0.1, 1],
    ["2020-04-01", "incumbent", 0.5, 1],
    ["2020-04-01", "entrant", 0.5, 1],
    ["2020-04-01", "designated", 0, 0],
  ]);
  expect(figure!.title).toContain("newcomers 50 (0 to 100) %");
  expect(figure!.draw?.(document, { id: "x", title: "", description: "" }).querySelectorAll("path").length).toBeGreaterThan(2);
  expect(status.make(evidenceOf(["none"]))).toEqual([]);
});

it("draws what a spread rests on, with an interval where there is one", () => {
  const ledger = tableOf(
    "doubt",
    {
      strategy: "string",
      outcome: "string",
      period: "string",
      of: "string",
      grade: "string",
      share: "number",
      low: "number",
      high: "number",
    },
    [
      ["", "deaths", "whole span", "parameters", "assumed", 0.9, undefined, undefined],
      ["list", "deaths", "whole span", "variance", "assumed", 0.6, 0.5, 0.7],
      ["list", "deaths", "whole span", "variance", "published", 0.1, 0, 0.2],
      ["list", "deaths", "whole span", "variance", "rest", 0.3, undefined, undefined],
    ],
  );
  const [figure] = doubt.make(evidenceOf(["none", "list"], ledger));
  expect(figure!.title).toBe(
    "Where the spread of the effect on deaths comes from: “assumed” the most for “list”, 60 (50 to 70) %",
  );
  expect(figure!.table.rows).toBe(3);
  const drawn = figure!.draw?.(document, { id: "x", title: "", description: "" });
  expect(drawn?.textContent).toContain("60 (50 to 70) %");
  expect(drawn?.textContent).toContain("30 %");
});

it("says what a strategy cost apart from what it did not do", () => {
  const columns: Readonly<Record<string, TableColumn["type"]>> = {
    ...{ strategy: "string", baseline: "string", outcome: "string", unit: "string", period: "string", verdict: "string" },
    ...{ assessment: "string", n: "integer", difference: "number", low: "number", high: "number", sentence: "string" },
  };
  const effects = tableOf("effects", columns, [
    ["list", "none", "deaths", "persons", "whole span", "no detectable difference", "", 9, -1, -3, 1, "Deaths: none."],
    ["list", "none", "spend", "units", "whole span", "higher", "worse", 9, 2.2, 2.1, 2.3, "Spend: worse in 9 of 9."],
  ]);
  expect(notDone(evidenceOf(["none", "list"], effects)).map(({ text }) => text)).toEqual([
    expect.stringContaining("“list” is not shown to have changed 1 of 1 outcomes, compared with “none”: deaths."),
    "“list” cost 2.20 (2.10 to 2.30) units more, compared with “none”, whatever it changed (95 % interval; 9 pairs).",
  ]);
});

const drawn = (figure: {
  draw?: (document: ChartDocument, text: { id: string; title: string; description: string }) => Element;
}) => figure.draw?.(document, { id: "x", title: "", description: "" }).textContent ?? "";

it("draws a calibration: figures met and missed, held out apart, and what is left of each prior", () => {
  const numbers = { published: "number", mean: "number", low: "number", high: "number", inside: "boolean" } as const;
  const met = tableOf("checks", { outcome: "string", year: "integer", fitted: "boolean", ...numbers }, [
    ["arrivals", 2016, 1, 100, 90, 80, 120, 1],
    ["expected_death", 2017, 0, 200, 100, 50, 150, 0],
  ]);
  const prior = { prior_low: "number", prior_high: "number", median: "number", low: "number", high: "number" } as const;
  const known = tableOf("identifiability", { parameter: "string", ...prior, verdict: "string" }, [
    ["a.b", 0, 10, 5, 4, 6, "identified"],
    ["c.d", 0, 10, 5, 0, 10, "not identified"],
  ]);
  const evidence = evidenceOf([], met, known);
  expect(leadOf(evidence).map(({ text }) => text)).toEqual([
    "The mean of the accepted sets lies in the published band of 1 of 1 fitted and 0 of 1 held-out figures.",
    "Of 2 free parameters the published figures leave 1 identified and 1 not identified.",
  ]);
  expect(drawn(checks.make(evidence)[0]!)).toMatch(
    /Arrivals, 2016.*Expected deaths, 2017.*-10 \(-20 to \+20 %\).*-50 \(-75 to -25 %\)/s,
  );
  expect(drawn(identified.make(evidence)[0]!)).toMatch(/a\.b.*5\.0 \(4\.0 to 6\.0\)/s);
});

it("draws verdicts on patterns with failures first, and counts them elsewhere", () => {
  const claims = tableOf(
    "patterns",
    {
      pattern: "string",
      claim: "string",
      of: "string",
      relative: "number",
      relative_low: "number",
      relative_high: "number",
      verdict: "string",
    },
    [
      ["one", "flow", "default", 0.1, 0.05, 0.15, "holds"],
      ["two", "price", "default", -0.1, -0.2, -0.05, "fails"],
      ["two", "price", "rule", 0.1, 0.05, 0.2, "holds"],
    ],
  );
  const found = tableOf(
    "pattern_verdicts",
    { pattern: "string", title: "string", of: "string", setting: "string", point: "string", verdict: "string" },
    [
      ["one", "Flows rise", "default", "", "d", "holds"],
      ["two", "Prices rise", "default", "", "d", "fails"],
      ["one", "Flows rise", "rule", "imitation", "d", "holds"],
      ["two", "Prices rise", "rule", "imitation", "d", "holds"],
    ],
  );
  const [here, elsewhere] = verdicts.make(evidenceOf([], claims, found));
  expect(here?.title).toBe("Patterns at the defaults: 1 fails and 1 holds");
  expect(here?.table.rows).toBe(2);
  expect(drawn(here!)).toMatch(/fails: Prices rise.*holds: Flows rise/s);
  expect(elsewhere?.title).toBe(
    "Under 1 decision rules the verdict on 1 of 2 patterns differs somewhere from that at the defaults",
  );
  expect(rowsOf(elsewhere!.table).map((row) => [row.text("pattern"), row.number("fails"), row.number("holds")])).toEqual([
    ["Prices rise", 0, 1],
    ["Flows rise", 0, 1],
  ]);
});

const EFFECT: Readonly<Record<string, TableColumn["type"]>> = {
  ...{ strategy: "string", baseline: "string", outcome: "string", period: "string", verdict: "string", sentence: "string" },
  ...{ relative: "number", relative_low: "number", relative_high: "number", low: "number", high: "number", family: "integer" },
};
const effect = (strategy: string, period: string, verdict: string, relative: number, low: number, high: number): Cells => [
  ...[strategy, "none", "harm_index_expected", period, verdict, `${strategy} says so.`],
  ...[relative, low, high, low, high, 40],
];

it("says of many strategies how many differ, and the furthest, those that are shown first", () => {
  const rows = ["a", "b", "c", "d", "e", "f"].map((name, i) =>
    effect(name, "whole span", name === "b" ? "lower" : "no detectable difference", -0.1 * (i + 1), -1, 1),
  );
  const said = leadOf(evidenceOf(["none", "a", "b", "c", "d", "e", "f"], tableOf("effects", EFFECT, rows))).map(
    ({ text }) => text,
  );
  expect(said).toHaveLength(5);
  expect(said[0]).toMatch(
    /^A difference in expected harm over the whole span is shown for 1 of 6 strategies\. The 4 furthest from “none” follow/,
  );
  expect(said.slice(1).map((text) => /“(\w)”/.exec(text)?.[1])).toEqual(["b", "f", "e", "d"]);
});

it("does not call a strategy that has not begun one without effect, nor an interval of many a finding", () => {
  const rows = [
    effect("late", "1 year", "identical", 0, 0, 0),
    effect("one-of-many", "1 year", "no detectable difference", -0.2, -0.3, -0.1),
    effect("unclear", "1 year", "no detectable difference", -0.2, -0.5, 0.1),
  ];
  const found = expectationsOf(evidenceOf(["none", "late", "one-of-many", "unclear"], tableOf("effects", EFFECT, rows)));
  expect(found.map(({ verdict }) => verdict)).toEqual([
    "the same world so far",
    "no clear difference among 40 comparisons",
    "no clear difference",
  ]);
  expect(found[0]).toMatchObject({ difference: "0", chance: "no pair differs", word: "" });
});
