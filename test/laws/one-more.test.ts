/** One more person or actor changes nobody else's draws; what is not connected notices nothing at all. */
import { describe, expect, it } from "vitest";
import { addRow } from "../../src/core/frame.ts";
import { PHASES } from "../../src/core/phases/index.ts";
import { search } from "../../src/core/phases/search.ts";
import { step } from "../../src/core/run.ts";
import { STATE } from "../../src/core/world/columns.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { migrantUid } from "../../src/core/world/identity.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import { enter } from "../../src/core/world/person.ts";
import { schedule, type World } from "../../src/core/world/world.ts";
import { byUid, type Columns } from "./by-identity.ts";
import { GEOGRAPHY } from "./small-corridor.ts";
import { type Case, modelOf, smallEcosystem } from "./world.ts";

/** Plays some weeks. */
function worldAfter(weeks: number, one: Case): World {
  const world = createWorld(modelOf(one));
  for (let week = 0; week < weeks; week++) step(world, week);
  return world;
}

/** A second corridor beside the first: no place, jurisdiction or community in common. */
const ISLANDS = {
  jurisdictions: {
    islands: { ...GEOGRAPHY.jurisdictions.inland, title: "Islands" },
    farther: { ...GEOGRAPHY.jurisdictions.abroad, title: "Farther" },
  },
  nodes: {
    atoll: { ...GEOGRAPHY.nodes.savanna, title: "Atoll", jurisdiction: "islands" },
    mainland: { ...GEOGRAPHY.nodes.isle, title: "Mainland", jurisdiction: "farther" },
  },
  legs: {
    "atoll-mainland": {
      ...GEOGRAPHY.legs["coast-isle-west"],
      title: "Atoll to mainland",
      from: "atoll",
      to: "mainland",
    },
  },
  communities: {
    "atoll-people": {
      ...GEOGRAPHY.communities["savanna-people"],
      title: "People of the atoll",
      origin: "atoll",
      destination: "mainland",
      nationality: "atoll",
      stock: {},
    },
  },
};
const twoCorridors = (changes: object) => smallEcosystem(ISLANDS, { smugglers: { perceivedRisk: { elsewhere: 0 } } }, changes);

/** People and smugglers of the first corridor. */
function firstCorridor(world: World): { people: Map<number, Columns>; smugglers: Map<number, Columns> } {
  const { names } = world.model;
  const islander = names.community.get("atoll-people");
  const away = names.leg.get("atoll-mainland");
  const { state, community } = world.migrants.columns;
  return {
    people: byUid(world.migrants, (row) => state[row] !== 0 && community[row] !== islander),
    smugglers: byUid(
      world.smugglers,
      (row) => world.rowOf.has(world.smugglers.columns.uid[row]) && world.smugglers.columns.leg[row] !== away,
    ),
  };
}

describe("what is not connected", () => {
  const before = worldAfter(80, { ecosystem: twoCorridors({}) });

  it.each([
    ["more births", { communities: { "atoll-people": { births: 9000 } } }],
    ["a few people more at the start", { communities: { "atoll-people": { stock: { atoll: 50 } } } }],
    ["richer people", { communities: { "atoll-people": { cash: 3000 } } }],
    ["one more smuggler", { legs: { "atoll-mainland": { smugglers: 9 } } }],
    ["a deadlier sea", { legs: { "atoll-mainland": { wreck: 0.3 } } }],
  ])("notices nothing of %s", (_, change) => {
    const after = worldAfter(80, { ecosystem: twoCorridors(change) });
    expect(after.ledger.total).not.toEqual(before.ledger.total);
    expect(firstCorridor(after)).toEqual(firstCorridor(before));
    expect(firstCorridor(after).people.size).toBeGreaterThan(50);
  });
});

/** What a person is born with; nothing of it may hang on who else is there. */
const TRAITS = ["risk", "stayTaste", "settleTaste", "vulnerability", "community", "credit"];

describe("draws belong to an identity", () => {
  it("those who are born anyway have the same traits when more are born", () => {
    // Few births keep their ordinals: a larger mean adds persons at the end of a week's list.
    const born = (births: number) => {
      const changes = { communities: { "savanna-people": { births } } };
      const world = worldAfter(1, { changes, settings: { scale: 1 } });
      return byUid(world.migrants, (row) => world.migrants.columns.state[row] !== 0, TRAITS);
    };
    const [few, many] = [born(4000), born(5000)];
    expect(many.size).toBeGreaterThan(few.size);
    for (const [uid, traits] of few) expect(many.get(uid)).toEqual(traits);
  });

  it("smugglers of the start are the same when there is one more", () => {
    const names = ["exposure", "security", "capacity", "price", "level", "home", "capital"];
    const start = (smugglers: number) => {
      const world = createWorld(modelOf({ changes: { legs: { "oasis-coast": { smugglers } } } }));
      return byUid(world.smugglers, () => true, names);
    };
    const [few, many] = [start(6), start(7)];
    expect(many.size).toBe(few.size + 1);
    for (const [uid, traits] of few) expect(many.get(uid)).toEqual(traits);
  });

  it("enablers of the start are the same when there are more", () => {
    const start = (perJurisdiction: number) => {
      const world = createWorld(modelOf({ changes: { services: { transport: { perJurisdiction } } } }));
      return byUid(world.enablers, () => true);
    };
    const [few, many] = [start(4), start(5)];
    expect(many.size).toBeGreaterThan(few.size);
    for (const [uid, traits] of few) expect(many.get(uid)).toEqual(traits);
  });

  it.each([10, 20, 30, 40, 50, 60])("one more who looks for a passage in week %i takes the seat of one at most", (week) => {
    const seats = (extra: boolean) => {
      const world = worldAfter(week, { settings: { scale: 10 } });
      if (extra) addSearcher(world, week);
      playUntilSeated(world, week);
      const { boarding, migrants, smugglers } = world;
      return new Map(
        Array.from({ length: boarding.count }, (_, i) => [
          migrants.columns.uid[boarding.migrant[i]],
          smugglers.columns.uid[boarding.smuggler[i]],
        ]),
      );
    };
    const [without, with_] = [seats(false), seats(true)];
    const moved = [...without].filter(([who, smuggler]) => with_.get(who) !== smuggler);
    // One is pushed out, takes a second choice, and may push out another who hoped for that one.
    expect(moved.length).toBeLessThanOrEqual(2);
    expect(without.size).toBeGreaterThan(10);
  });
});

/** A person at the oasis with money and a mind to go on this week. */
function addSearcher(world: World, week: number): void {
  const row = addRow(world.migrants);
  const c = world.migrants.columns;
  c.uid[row] = migrantUid(world.model.names.community.get("oasis-people") as number, 1900, 0);
  c.community[row] = world.model.names.community.get("oasis-people") as number;
  c.node[row] = world.model.names.node.get("oasis") as number;
  enter(world, row, STATE.waiting);
  c.cash[row] = 20_000;
  c.risk[row] = 1;
  schedule(world, row, week);
}

function playUntilSeated(world: World, week: number): void {
  world.week = week;
  resetLedger(world.ledger);
  for (const phase of PHASES.slice(0, PHASES.indexOf(search) + 1)) phase.run(world);
}
