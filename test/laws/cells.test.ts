/** A cell is what one smuggler has counted, taken from it once and from nobody else. */
import { expect, it } from "vitest";
import { closeCell, closeWindow } from "../../src/core/world/cells.ts";
import { createWorld } from "../../src/core/world/create.ts";
import type { World } from "../../src/core/world/world.ts";
import { modelOf } from "./world.ts";

/** Every smuggler has counted something of its own. */
function counted(): { world: World; harms: number } {
  const world = createWorld(modelOf());
  const { columns: s } = world.smugglers;
  const harms = world.model.harms.count;
  for (const row of world.active) {
    s.cellTrips[row] = row + 1;
    for (let h = 0; h < harms; h++)
      [s.cellHarm[row * harms + h], s.cellSeen[row * harms + h]] = [10 * row + h + 1, 20 * row + h + 1];
  }
  return { world, harms };
}

const heldBy = ({ smugglers: { columns: s } }: World, row: number, harms: number): number[] =>
  [s.cellHarm, s.cellSeen].flatMap((values) => [...values.slice(row * harms, (row + 1) * harms)]);

it("leaves nothing behind, and everybody else's alone", () => {
  const { world, harms } = counted();
  const [before = 0, row = 0, after = 0] = world.active;
  const [left, right] = [heldBy(world, before, harms), heldBy(world, after, harms)];
  const held = heldBy(world, row, harms);
  closeCell(world, row);
  const [cell] = world.cells.values();
  expect([...(cell?.expected ?? []), ...(cell?.happened ?? [])]).toEqual(held);
  expect(heldBy(world, row, harms)).toEqual(held.map(() => 0));
  expect([heldBy(world, before, harms), heldBy(world, after, harms)]).toEqual([left, right]);
});

it("of the same conduct on the same leg is added up over a window", () => {
  const { world, harms } = counted();
  const [row = 0] = world.active;
  const { columns: s } = world.smugglers;
  const held = heldBy(world, row, harms);
  closeCell(world, row);
  closeCell(world, row);
  s.cellTrips[row] = 1;
  s.cellHarm.fill(1, row * harms, (row + 1) * harms);
  s.cellSeen.fill(1, row * harms, (row + 1) * harms);
  const cell = closeWindow(world).find(({ uid }) => uid === s.uid[row]);
  expect(cell?.trips).toBe(row + 2);
  expect([...(cell?.expected ?? []), ...(cell?.happened ?? [])]).toEqual(held.map((value) => value + 1));
  expect(closeWindow(world)).toEqual([]);
});
