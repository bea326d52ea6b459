/** Opening and closing of cells: the bookkeeping of recording windows. */
import type { Cell } from "./cell.ts";
import type { World } from "./world.ts";

export const STATUSES = ["incumbent", "entrant", "designated"] as const;

/** Moves what a smuggler has counted into the list of cells: at the end of a window, and before it changes conduct or leg, or leaves. */
export function closeCell(world: World, row: number): void {
  const s = world.smugglers.columns;
  if (s.cellTrips[row] === 0) return;
  const H = world.model.harms.count;
  const expected = s.cellHarm.slice(row * H, (row + 1) * H);
  const happened = s.cellSeen.slice(row * H, (row + 1) * H);
  const same = world.cells.get(cellKey(s.uid[row], s.leg[row], s.level[row]));
  if (same) {
    same.trips += s.cellTrips[row];
    for (let h = 0; h < H; h++) {
      same.expected[h] += expected[h];
      same.happened[h] += happened[h];
    }
  } else {
    world.cells.set(cellKey(s.uid[row], s.leg[row], s.level[row]), {
      uid: s.uid[row],
      leg: s.leg[row],
      level: s.level[row],
      status: s.cellStatus[row],
      born: s.born[row],
      trips: s.cellTrips[row],
      expected,
      happened,
    });
  }
  s.cellTrips[row] = 0;
  s.cellHarm.fill(0, row * H, (row + 1) * H);
  s.cellSeen.fill(0, row * H, (row + 1) * H);
}

const cellKey = (uid: number, leg: number, level: number): string => `${uid}/${leg}/${level}`;

/** Closes all cells of a window and labels the next one. Status is read at the start of a window: "ever designated" would leak the future. */
export function closeWindow(world: World): Cell[] {
  for (const row of world.active) closeCell(world, row);
  const cells = [...world.cells.values()].sort((a, b) => a.leg - b.leg || a.uid - b.uid || a.level - b.level);
  world.cells.clear();
  for (const row of world.active) world.smugglers.columns.cellStatus[row] = statusOf(world, row);
  return cells;
}

function statusOf(world: World, row: number): number {
  const s = world.smugglers.columns;
  if (s.listedBy[row] !== 0) return 2;
  return s.born[row] >= world.model.warmupWeeks ? 1 : 0;
}
