/** Strategies are called by their titles where people read, and by their names where rows are looked up. */
import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { tableBuilder } from "../../src/core/table.ts";
import { strategyNames } from "../../src/experiment/strategy-names.ts";
import { csvLink, tableOf } from "../../src/formats/report-page/table.ts";
import type { Evidence } from "../../src/report/evidence.ts";
import { nameIn, retold } from "../../src/report/names.ts";

const TITLES = new Map([
  ["none", "No policy"],
  ["follow-up", "Shaping with follow-up"],
  ["shaping", "Shaping - abuse is listed, and the reason is said"],
]);
const evidence = { titles: TITLES, strategies: [...TITLES.keys()] } as unknown as Evidence;

it("calls a strategy by what its title says before the dash, unless another is called so too", () => {
  expect([...strategyNames(TITLES).values()]).toEqual(["No policy", "Shaping with follow-up", "Shaping"]);
  const alike = new Map([
    ["a", "Lists - once"],
    ["b", "Lists - every year"],
    ["c", "Same"],
    ["d", "Same"],
    ["e", ""],
    ["f", " - nothing before"],
  ]);
  expect([...strategyNames(alike).values()]).toEqual(["Lists - once", "Lists - every year", "Same (c)", "Same (d)", "e", "f"]);
  expect(nameIn(evidence, "unknown")).toBe("unknown");
});

it.each([
  ["shaping against none: Harm, none of it shown.", "“Shaping” against “No policy”: Harm, none of it shown."],
  ["sea, point-1: follow-up against none: Harm.", "sea, point-1: “Shaping with follow-up” against “No policy”: Harm."],
  ["shaping: harm after the last listing", "“Shaping”: harm after the last listing"],
  ['"shaping" is beaten by "none" and "follow-up".', "“Shaping” is beaten by “No policy” and “Shaping with follow-up”."],
  ["Of the shaping of none: nothing.", "Of the shaping of none: nothing."],
])("tells again: %s", (sentence, told) => {
  expect(retold(evidence, sentence)).toBe(told);
});

it("shows titles in tables and leaves names in the CSV", () => {
  const builder = tableBuilder({
    ...{ name: "ranking", about: "", primaryKey: [] },
    columns: ["strategy", "dominated_by", "outcome"].map((name) => ({ name, type: "string" as const, unit: "", about: "" })),
  });
  builder.add(["shaping", "none follow-up", "none"]);
  const table = builder.finish();
  const shown = tableOf(table, "", evidence).text;
  const cells = [...parseHTML(`<body>${shown}</body>`).document.querySelectorAll("tbody th, tbody td")];
  expect(cells.map(({ textContent }) => textContent)).toEqual(["Shaping", "No policy; Shaping with follow-up", "none"]);
  const rows = parse(decodeURIComponent(csvLink(table).split(",").slice(1).join(","))) as string[][];
  expect(rows[1]).toEqual(["shaping", "none follow-up", "none"]);
});
