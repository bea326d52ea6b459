/** Figures of tables that a small comparison does not leave: their numbers by hand. */
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import type { ChartDocument } from "../../src/charts/drawing.ts";
import { type Table, type TableColumn, tableBuilder } from "../../src/core/table.ts";
import type { Evidence } from "../../src/report/evidence.ts";
import { notDone } from "../../src/report/expectations.ts";
import { doubt } from "../../src/report/figures/doubt.ts";
import { status } from "../../src/report/figures/status.ts";
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
  ...{ title: "", command: "", folder: "", version: "", date: "", files: [], ecosystems: [], land: undefined, strategies },
  ...{ counts: { finished: 1, failed: 0 }, meanings: new Map() },
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
