/** Persons, money and probabilities are conserved in every week, whatever the scenario; extremes have their own laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { MECHANISM_NAMES } from "../../src/core/world/mechanisms.ts";
import type { Tree } from "../scenarios/documents.ts";
import { caseOf, scenarios } from "./random-scenario.ts";
import { GEOGRAPHY } from "./small-corridor.ts";
import { type Case, modelOf, smallEcosystem } from "./world.ts";

const small = smallEcosystem();
/** More runs, or other ones: LAWS_RUNS=2000 LAWS_SEED=7 npx vitest run test/laws/conservation.test.ts */
const runs = Number(process.env.LAWS_RUNS ?? 60);
const seed = Number(process.env.LAWS_SEED ?? 1);

it("random scenarios keep their books in every week", { timeout: 1000 * runs }, () => {
  fc.assert(
    fc.property(scenarios(small), (one) => {
      simulate(modelOf(caseOf(one, small)), { check: true });
    }),
    { numRuns: runs, seed },
  );
});

/** The outcome of a run that kept its books. */
const outcome = (one: Case): Readonly<Record<string, number>> => simulate(modelOf(one), { check: true }).outcome;

/** The same change to every entry of a map of the corridor. */
function every(map: "legs" | "communities" | "conduct" | "services", change: object): object {
  return { [map]: Object.fromEntries(Object.keys(small[map]).map((name) => [name, change])) };
}
const all = (...changes: object[]): Tree => Object.assign({}, ...changes) as Tree;

describe("extremes", () => {
  it("without demand there are no trips and no ratios", () => {
    const changes = every("communities", { births: 0, stock: { oasis: 0, coast: 0 } });
    const found = outcome({ changes });
    expect(found).toMatchObject({
      births: 0,
      departures: 0,
      trips: 0,
      arrivals: 0,
      deaths: 0,
      harm_index: 0,
    });
    expect(found.share_listed).toBeNaN();
    expect(found.harm_index_per_1000_trips).toBeNaN();
  });

  it("where everything is stopped nobody arrives", () => {
    const certain = every("legs", { interception: 1 });
    const smugglers = { operations: { evasion: { interception: 1 } } };
    const found = outcome({ changes: all(certain, { smugglers }) });
    expect(found.interceptions).toBeGreaterThan(0);
    expect(found.arrivals).toBe(0);
    expect(found.interceptions).toBe(found.attempts - found.deaths_last_leg);
  });

  it("where everybody dies nobody arrives, is stopped or pays ransom", () => {
    const deadly = every("legs", { death: 1 });
    const mechanisms = { "danger-deters": false };
    const found = outcome({ changes: all(deadly, every("conduct", { death: 1 }), { mechanisms }) });
    expect(found.trips).toBeGreaterThan(0);
    expect(found).toMatchObject({
      deaths: found.trips,
      arrivals: 0,
      interceptions: 0,
      trafficked: 0,
      usd_ransom_paid: 0,
    });
  });

  it("closed legs carry nobody", () => {
    const found = outcome({ changes: every("legs", { capacity: 0 }) });
    expect(found.searches).toBeGreaterThan(0);
    expect(found).toMatchObject({ trips: 0, arrivals: 0, deaths: 0 });
  });

  it("nobody can pay a fare beyond all means", () => {
    const dear = every("legs", { cost: 100_000, price: 200_000 });
    const mechanisms = { "smuggler-credit": false, lenders: false };
    const found = outcome({ changes: all(dear, { mechanisms }) });
    expect(found).toMatchObject({ trips: 0, usd_fares: 0, trips_on_credit: 0, loans_lender: 0 });
  });

  it("a market without smugglers comes to life by entry only", () => {
    const empty = every("legs", { smugglers: 0 });
    const found = outcome({ changes: empty });
    expect(found.entries).toBeGreaterThan(0);
    const dead = outcome({ changes: all(empty, { mechanisms: { entry: false } }) });
    expect(dead).toMatchObject({ smugglers: 0, entries: 0, trips: 0, arrivals: 0 });
    expect(dead.believed_danger).toBeGreaterThan(0);
  });

  it("without people at hubs at the start those come who are born", () => {
    const found = outcome({ changes: every("communities", { stock: { oasis: null, coast: null } }) });
    expect(found.arrivals).toBeGreaterThan(0);
  });

  it("plays with every mechanism off", () => {
    const mechanisms = Object.fromEntries(MECHANISM_NAMES.map((name) => [name, false]));
    const found = outcome({ changes: { mechanisms } });
    expect(found.trips).toBeGreaterThan(0);
    expect(found).toMatchObject({
      entries: 0,
      exits: 0,
      retirements: 0,
      prosecuted: 0,
      conduct_changes: 0,
      usd_payouts: 0,
    });
  });

  it("counts in real persons at every scale", () => {
    const whole = outcome({ settings: { scale: 1, warmupWeeks: 0 }, changes: { end: "2015-03-01" } });
    expect(whole.births).toBeGreaterThan(0);
    const coarse = outcome({ settings: { scale: 5000 } });
    for (const name of ["births", "trips", "arrivals", "deaths"]) expect(coarse[name] % 5000).toBe(0);
  });

  it("plays with one community of one person a week on one leg", () => {
    const communities = {
      "savanna-people": { births: 52, stock: { oasis: null, coast: null }, origin: "coast" },
      "highland-people": null,
      "oasis-people": null,
    };
    const names = Object.keys(GEOGRAPHY.legs).filter((name) => name !== "coast-isle-east");
    const legs = Object.fromEntries(names.map((name) => [name, null]));
    const found = outcome({ changes: { communities, legs }, settings: { scale: 1 } });
    expect(found.attempts).toBeGreaterThan(0);
    expect(found.attempts).toBe(found.trips);
  });

  it("plays one week", () => {
    const { tables } = simulate(modelOf({ changes: { end: "2015-01-11" }, settings: { warmupWeeks: 0 } }), {
      check: true,
    });
    expect(tables.find(({ spec }) => spec.name === "timeseries")?.rows).toBe(1);
  });
});
