/** Arrests of drivers are counted, where they were ordered and in all, and change nothing else. */
import { expect, it } from "vitest";
import { prosecute } from "../../src/core/policy/upkeep.ts";
import { createWorld } from "../../src/core/world/create.ts";
import { modelOf } from "./world.ts";

it("adds each order to its places and to the total", () => {
  const world = createWorld(modelOf());
  const { drivers } = world.jurisdictions.columns;
  const active = [...world.active];
  expect(prosecute(world, { jurisdictions: [0, 2], drivers: 3 })).toBe(6);
  expect(prosecute(world, { jurisdictions: [2], drivers: 4 })).toBe(4);
  expect([...drivers].slice(0, 3)).toEqual([3, 0, 7]);
  expect(world.ledger.total.driversArrested).toBe(10);
  expect([...world.active]).toEqual(active);
});
