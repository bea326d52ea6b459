/** Communities talk where their ways meet: stories move between them, none is made, and none reaches who never passes. */
import { describe, expect, it } from "vitest";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import type { World } from "../../src/core/world/world.ts";
import { modelOf } from "./world.ts";

const WEEKS = 40;

/** Smugglers stay where they are, so that their stories are those of one leg. */
function played(gossip: boolean, weeks = WEEKS): World {
  const world = createWorld(modelOf({ changes: { mechanisms: { gossip, doubt: false, "leg-moves": false } } }));
  for (let week = 0; week < weeks; week++) step(world, week);
  return world;
}

/** Stories on every smuggler by community, and whether the community's way leads over its leg. */
function stories(world: World) {
  const { legs, communities } = world.model;
  const { leg, heardTrips, heardAbuse } = world.smugglers.columns;
  return [...world.active].flatMap((row) =>
    Array.from({ length: communities.count }, (_, k) => ({
      row,
      passes: legs.onTheWay[(leg[row] as number) * communities.count + k] === 1,
      trips: heardTrips[row * communities.count + k] as number,
      abuse: heardAbuse[row * communities.count + k] as number,
    })),
  );
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe("gossip", () => {
  it("reaches nobody whose way does not lead over the leg", () => {
    const strangers = stories(played(true)).filter(({ passes }) => !passes);
    expect(strangers.length).toBeGreaterThan(10);
    expect(strangers.filter(({ trips, abuse }) => trips !== 0 || abuse !== 0)).toEqual([]);
  });

  it("reaches those who pass and have no stories of their own", () => {
    const knowing = (world: World) => stories(world).filter(({ passes, trips }) => passes && trips > 0).length;
    expect(knowing(played(true))).toBeGreaterThan(knowing(played(false)));
  });

  it("moves stories and makes none", () => {
    const [talking, silent] = [played(true, 1), played(false, 1)];
    // the same week from the same start: only talk differs
    for (const of of ["trips", "abuse"] as const) {
      const [heard, unheard] = [talking, silent].map((world) => sum(stories(world).map((one) => one[of])));
      expect(heard).toBeGreaterThan(0);
      expect(heard).toBeCloseTo(unheard as number, 9);
    }
  });
});
