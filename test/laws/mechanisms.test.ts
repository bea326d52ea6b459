/** Every mechanism can be switched off by name; the run goes on, and changes where the mechanism matters. */
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { MECHANISM_NAMES, type Mechanism } from "../../src/core/world/mechanisms.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

const settings = { warmupWeeks: 4, scale: 50 };
const outcomeWithout = (names: readonly Mechanism[]) => {
  const mechanisms = Object.fromEntries(names.map((name) => [name, false]));
  const ecosystem = frozenEcosystem(BUSY, { mechanisms });
  return simulate(modelOf({ ecosystem, instruments: BUSY_STRATEGY, settings }), { check: true }).outcome;
};
const all = outcomeWithout([]);

describe("switched off alone, it changes what is shown", () => {
  it.each(MECHANISM_NAMES)("%s", (name) => {
    expect(outcomeWithout([name])).not.toEqual(all);
  });
});

/** Outcomes that stay at nothing while a mechanism is off. */
const SILENT: Partial<Record<Mechanism, string>> = {
  freeze: "usd_frozen",
  rebranding: "rebrandings",
  relocation: "home_moves",
  "leg-moves": "leg_moves",
  "conduct-choice": "conduct_changes",
  concealment: "concealing",
  "evasion-choice": "evasive",
  entry: "entries",
  retirement: "retirements",
  payout: "usd_payouts",
  prosecution: "prosecuted",
  "enabler-premium": "premium_boats",
  "enabler-refusal": "refusals",
  "enabler-replacement": "enablers_replaced",
  containment: "protectors_containing",
  "kin-credit": "usd_kin_sent",
  lenders: "loans_lender",
  "smuggler-credit": "trips_on_credit",
  bondage: "harm_bondage",
  "compound-work": "usd_compound_output",
  resale: "captives_resold",
  "compound-escape": "captives_escaped",
};

describe("switched off, what it brings about does not happen", () => {
  it.each(Object.entries(SILENT))("%s: %s", (name, outcome) => {
    expect(all[outcome]).toBeGreaterThan(0);
    expect(outcomeWithout([name as Mechanism])[outcome]).toBe(0);
  });
});
