/** The way off the list: conduct that is assessed as mild after a listing counts, whoever was visited meanwhile. */
import { expect, it } from "vitest";
import { delist, followUp } from "../../src/core/policy/upkeep.ts";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { modelOf } from "./world.ts";

const LISTED = 3;
const SEEN = 9;
const NOW = 10;
const VISIT = { authority: 0, number: 1, deepen: 0, detection: 1, clarity: 1 };
const WAY_OFF = { authority: 0, number: 1, below: 0.4 };

/** A world in which one smuggler was listed, and seen once in week SEEN as severe as given. */
function withOneListed(severity: number, seen = SEEN) {
  const world = createWorld(modelOf());
  step(world, 0);
  const c = world.smugglers.columns;
  const row = world.active[0] as number;
  const at = row * world.model.authorities.count;
  world.week = NOW;
  c.listedBy[row] = 1;
  c.listedWeek[row] = LISTED;
  c.frictionTop[row] = 0.5;
  c.friction[row] = 0.5;
  c.assessedWeek[at] = seen;
  c.assessedSeverity[at] = severity;
  return { world, row, c };
}

it("takes off whoever is assessed as mild, though it was visited since", () => {
  const { world, row, c } = withOneListed(0.1);
  expect(followUp(world, VISIT, "visits")).toBe(1);
  expect(delist(world, WAY_OFF, "way-off")).toBe(1);
  expect([c.listedBy[row], c.friction[row], c.frictionTop[row]]).toEqual([0, 0, 0]);
  expect(world.ledger.total.delistings).toBe(1);
});

it.each([
  ["worse than it may be", 0.5, SEEN],
  ["seen only before it was listed", 0.1, LISTED],
])("keeps who is %s", (_, severity, seen) => {
  const { world, row, c } = withOneListed(severity, seen);
  expect(delist(world, WAY_OFF, "way-off")).toBe(0);
  expect([c.listedBy[row], c.friction[row]]).toEqual([1, 0.5]);
});
