/** Partners: others, on legs that go on from where one's own leg ends, none of them twice. */
import { expect, it } from "vitest";
import { ties } from "../../src/core/phases/ties.ts";
import { step } from "../../src/core/run.ts";
import { createWorld } from "../../src/core/world/create.ts";
import type { World } from "../../src/core/world/world.ts";
import { modelOf } from "./world.ts";

const partnersOf = ({ smugglers }: World, row: number): number[] => {
  const { partner } = smugglers.widths;
  return [...smugglers.columns.partner.slice(row * partner, (row + 1) * partner)].filter((uid) => uid !== 0);
};

/** As many places as there may be, all of them looked for at once. */
function formed(): World {
  const world = createWorld(modelOf({ changes: { smugglers: { moves: { partners: 4, tieFormation: 1, tieLoss: 1 } } } }));
  for (let week = 0; week < 8; week++) step(world, week);
  for (const row of world.active) world.smugglers.columns.partner.fill(0, row * 4, (row + 1) * 4);
  return world;
}

it("are distinct, onward, and as many as there are places or candidates", () => {
  const world = formed();
  ties.run(world);
  const { columns: c } = world.smugglers;
  const { legs } = world.model;
  let several = 0;
  for (const row of world.active) {
    const partners = partnersOf(world, row);
    const onward = [...world.active]
      .filter((other) => legs.from[c.leg[other]] === legs.to[c.leg[row]])
      .map((other) => c.uid[other]);
    expect(new Set(partners).size).toBe(partners.length);
    for (const uid of partners) expect(onward).toContain(uid);
    expect(partners.length).toBe(Math.min(4, onward.length));
    if (partners.length > 1) several++;
  }
  expect(several).toBeGreaterThan(0);
});

it("are none who are known to be listed, unless they hide", () => {
  const world = formed();
  const { columns: c } = world.smugglers;
  const [one = 0] = [...world.active].filter(
    (row) => world.model.legs.from[c.leg[row]] === world.model.legs.to[c.leg[world.active[0] ?? 0]],
  );
  const sought = () => {
    for (const row of world.active) c.partner.fill(0, row * 4, (row + 1) * 4);
    ties.run(world);
    return [...world.active].some((row) => partnersOf(world, row).includes(c.uid[one]));
  };
  c.partner.fill(0);
  for (const row of world.active) if (c.leg[row] === c.leg[one] && row !== one) c.listedBy[row] = 1;
  expect(sought()).toBe(true);
  c.listedBy[one] = 1;
  expect(sought()).toBe(false);
  c.hidden[one] = 1;
  expect(sought()).toBe(true);
});
