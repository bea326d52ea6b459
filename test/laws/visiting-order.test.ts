/** The order in which people are visited changes no bit: what is drawn, granted and summed belongs to who they are. */
import { expect, it } from "vitest";
import { compounds, peopleInside, playCompounds } from "../../src/core/phases/compounds.ts";
import { PHASES } from "../../src/core/phases/index.ts";
import { people } from "../../src/core/phases/people.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { resetLedger } from "../../src/core/world/ledger.ts";
import type { Model } from "../../src/core/world/model.ts";
import type { Phase } from "../../src/core/world/phase.ts";
import type { World } from "../../src/core/world/world.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { byUid } from "./by-identity.ts";
import { RICH } from "./rich-strategy.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

/** Those who are due this week, the last one first. */
function turnRound(world: World): void {
  const { rows, count } = world.agenda;
  rows[world.week].subarray(0, count[world.week]).reverse();
}

/** A phase of a step, played in its own order or in another. */
type Play = (phase: Phase, world: World) => void;
const inOrder: Play = (phase, world) => phase.run(world);

function played(model: Model, play: Play): World {
  const world = createWorld(model);
  for (let week = 0; week < 90 && week < model.calendar.weeks; week++) {
    world.week = week;
    if (week > 0) resetLedger(world.ledger);
    for (const phase of PHASES) play(phase, world);
  }
  return world;
}

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

it("people may be visited backward", () => {
  const model = modelOf({ instruments: RICH, settings: { scale: 20 } });
  const forward = seen(played(model, inOrder));
  expect(forward.people.size).toBeGreaterThan(100);
  const backward = played(model, (phase, world) => {
    if (phase === people) turnRound(world);
    phase.run(world);
  });
  expect(seen(backward)).toEqual(forward);
});

it("people in compounds may be visited backward", () => {
  const model = modelOf({ ecosystem: frozenEcosystem(BUSY), instruments: BUSY_STRATEGY, settings: { scale: 20 } });
  const forward = seen(played(model, inOrder));
  let inside = 0;
  let left = 0;
  const backward = played(model, (phase, world) => {
    if (phase !== compounds) return phase.run(world);
    const rows = peopleInside(world);
    inside += rows.length;
    playCompounds(world, rows.reverse());
    const { captivesResold, captivesRansomed, captivesEscaped, captivesReleased } = world.ledger.total;
    left += captivesResold + captivesRansomed + captivesEscaped + captivesReleased;
  });
  expect([inside, left].every((count) => count > 100)).toBe(true);
  expect(seen(backward)).toEqual(forward);
});
