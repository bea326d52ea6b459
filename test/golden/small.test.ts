/**
 * Goldens: what the small corridor comes to under three strategies. They show that numbers moved; laws say what is wrong.
 *
 * They move on purpose only, with a line under "Results" in the changelog: `npx vitest run test/golden -u` writes them
 * anew. `behaviour.json` holds the numbers of behaviour on which they stand; the same command adds quantities that are
 * new. To take today's shipped numbers, make its `numbers` an empty map first.
 */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { values } from "../../src/core/quantity.ts";
import { simulate } from "../../src/core/run.ts";
import type { Table } from "../../src/core/table.ts";
import { csvHeader, csvRows } from "../../src/formats/csv.ts";
import { RICH } from "../laws/rich-strategy.ts";
import { frozenEcosystem, modelOf } from "../laws/world.ts";
import type { Tree } from "../scenarios/documents.ts";

const ecosystem = frozenEcosystem();
const file = (name: string) => new URL(name, import.meta.url).pathname;
const text = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

const BEHAVIOUR = [
  "vessels",
  "migrants",
  "beliefs",
  "conduct",
  "harms",
  "services",
  "smugglers",
  "enablers",
  "public",
  "costs",
  "observation",
] as const;

const OUTCOMES = [
  "births",
  "departures",
  "trips",
  "arrivals",
  "deaths",
  "victims",
  "harm_index",
  "harm_index_expected",
  "harm_index_per_1000_trips",
  "price_coast_isle_west",
  "smugglers",
  "share_predatory",
  "capital_smugglers",
  "perceived_risk_predatory",
  "listings",
  "spend",
];

/** Of every cell, so that a fault in a column that is no outcome shows too; the hash of the state does not see what is only counted. */
const contentOf = (table: Table): string =>
  createHash("sha256")
    .update([csvHeader(table.spec.columns), ...csvRows(table)].join(""))
    .digest("hex")
    .slice(0, 12);

it("stands on frozen numbers of behaviour", async () => {
  const plain = values(ecosystem) as unknown as Tree;
  const numbers = Object.fromEntries(BEHAVIOUR.map((part) => [part, plain[part]]));
  const about = "Numbers of behaviour on which tests stand that need certain things to happen; see small.test.ts.";
  await expect(text({ about, numbers })).toMatchFileSnapshot(file("behaviour.json"));
});

it("comes to the same numbers", async () => {
  const { "assess-union": assess, "list-smugglers": list } = RICH;
  const strategies = { none: {}, lists: { assess, list }, rich: RICH };
  const results = Object.entries(strategies).map(([name, instruments]) => {
    const { finalHash, outcome, tables } = simulate(modelOf({ ecosystem, instruments, seed: "golden" }), { check: true });
    const contents = Object.fromEntries(tables.map((table) => [table.spec.name, contentOf(table)]));
    return [name, { finalHash, ...Object.fromEntries(OUTCOMES.map((key) => [key, outcome[key]])), contents }];
  });
  await expect(text(Object.fromEntries(results))).toMatchFileSnapshot(file("small.json"));
});
