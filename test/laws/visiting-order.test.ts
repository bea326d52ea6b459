/** The order in which people are visited changes no bit: what is drawn, granted and summed belongs to who they are. */
import { expect, it } from "vitest";
import { PHASES } from "../../src/core/phases/index.ts";
import { people } from "../../src/core/phases/people.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import type { World } from "../../src/core/world/world.ts";
import { byUid } from "./by-identity.ts";
import { RICH } from "./rich-strategy.ts";
import { modelOf } from "./world.ts";

/** Those who are due this week, the last one first. */
function turnRound(world: World): void {
  const { rows, count } = world.agenda;
  rows[world.week].subarray(0, count[world.week]).reverse();
}

function played(order: (world: World) => void): World {
  const world = createWorld(modelOf({ instruments: RICH, settings: { scale: 20 } }));
  for (let week = 0; week < 90; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) {
      if (phase === people) order(world);
      phase.run(world);
    }
  }
  return world;
}

it("people may be visited backward", () => {
  const seen = (world: World) => {
    const { state } = world.migrants.columns;
    return {
      people: byUid(world.migrants, (row) => state[row] !== 0),
      smugglers: byUid(world.smugglers, (row) => world.active.includes(row)),
      legs: world.legs.columns,
      stories: world.legCommunities.columns,
      ledger: world.ledger.total,
      absorbed: world.absorbed,
    };
  };
  const forward = seen(played(() => undefined));
  expect(forward.people.size).toBeGreaterThan(100);
  expect(seen(played(turnRound))).toEqual(forward);
});
