/**
 * Goldens of the busy corridor, in which even rare things happen: as it is, under every rule of behaviour, and with every mechanism
 * switched off alone. One hash each, of the last state and of every table: they show that something moved, not what. Written anew as
 * those of `small.test.ts` are.
 */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { CONDUCT_RULES, RISK_RULES } from "../../src/core/behaviours/index.ts";
import { simulate } from "../../src/core/run.ts";
import { MECHANISM_NAMES } from "../../src/core/world/mechanisms.ts";
import { csvHeader, csvRows } from "../../src/formats/csv.ts";
import { BUSY, BUSY_STRATEGY } from "../laws/busy-world.ts";
import { frozenEcosystem, modelOf } from "../laws/world.ts";

const settings = { warmupWeeks: 4, scale: 50 };

/** A year of the busy corridor with a change, as twelve hexadecimal digits. */
function fingerprint(change: object): string {
  const ecosystem = frozenEcosystem(BUSY, change);
  const { finalHash, tables } = simulate(modelOf({ ecosystem, instruments: BUSY_STRATEGY, settings, seed: "golden" }));
  const hash = createHash("sha256").update(String(finalHash));
  for (const table of tables) hash.update([csvHeader(table.spec.columns), ...csvRows(table)].join(""));
  return hash.digest("hex").slice(0, 12);
}

const CASES: readonly (readonly [string, object])[] = [
  ["as it is", {}],
  ...[...CONDUCT_RULES.keys()].map((kind) => [`conduct by ${kind}`, { smugglers: { conductReview: { rule: kind } } }] as const),
  ...[...RISK_RULES.keys()].map((kind) => [`risk by ${kind}`, { smugglers: { perceivedRisk: { rule: kind } } }] as const),
  ...MECHANISM_NAMES.map((name) => [`without ${name}`, { mechanisms: { [name]: false } }] as const),
];

it.each(CASES)("%s", (_, change) => {
  expect(fingerprint(change)).toMatchSnapshot();
});
