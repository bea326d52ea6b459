import { columnName, flow, type Metric, over, ratio, stock } from "../world/metric.ts";
import type { World } from "../world/world.ts";

const LARGEST = 4;

export const market: Metric = {
  kind: "market",
  about: "Who serves whom: numbers, shares, concentration, conduct, turnover.",
  columns: (model) => [
    stock("smugglers", "actors", "smugglers at work"),
    stock("smugglers_listed", "actors", "smugglers under a listing"),
    flow("entries", "actors", "smugglers who entered"),
    flow("exits", "actors", "smugglers who left for low returns or debts"),
    flow("retirements", "actors", "smugglers who retired"),
    flow("leg_moves", "actors", "moved to another leg"),
    flow("conduct_changes", "actors", "changed conduct"),
    stock("utilisation", "ratio", "applications over capacity, mean over legs by capacity"),
    ...model.labels.level.flatMap((level) => [
      flow(columnName("trips", level), "trips", `trips with ${level} smugglers`),
      ratio(
        columnName("share", level),
        "share",
        `share of trips with ${level} smugglers`,
        columnName("trips", level),
        "trips",
        1,
      ),
    ]),
    flow("trips_listed", "trips", "trips with smugglers under a listing"),
    ratio("share_listed", "share", "share of trips with smugglers under a listing", "trips_listed", "trips", 1),
    stock("concealing", "share", "share of smugglers who hide abuse"),
    stock("crowding", "factor", "mean load of this week's trips, 1 = normal"),
    stock("evasive", "share", "share of trips on evasive routes"),
    ...model.labels.leg.flatMap((leg) => [
      stock(
        columnName("hhi", leg),
        "share",
        `concentration on ${leg}: sum of squared shares of smoothed passengers; missing for an empty market`,
      ),
      stock(columnName("cr4", leg), "share", `share of the four largest on ${leg}`),
      stock(columnName("smugglers", leg), "actors", `smugglers on ${leg}`),
    ]),
  ],
  measure(world, put) {
    const { model, ledger } = world;
    const s = world.smugglers.columns;
    const g = world.legs.columns;
    let listed = 0;
    let listedTrips = 0;
    let concealing = 0;
    let trips = 0;
    let load = 0;
    let evasive = 0;
    for (const row of world.active) {
      if (s.listedBy[row] !== 0) {
        listed++;
        listedTrips += s.trips[row];
      }
      concealing += s.conceal[row];
      trips += s.trips[row];
      load += s.trips[row] * s.load[row];
      evasive += s.trips[row] * s.evasive[row];
    }
    let used = 0;
    let offered = 0;
    for (let leg = 0; leg < model.legs.count; leg++) {
      used += g.utilisation[leg] * g.capacity[leg];
      offered += g.capacity[leg];
    }
    for (const value of [
      world.active.length,
      listed,
      ledger.total.entries,
      ledger.total.exits,
      ledger.total.retirements,
      ledger.total.legMoves,
      ledger.total.conductChanges,
      over(used, offered),
    ])
      put(value);
    for (let l = 0; l < model.levels.count; l++) {
      put(ledger.tripsAt[l] * model.scale);
      put(over(ledger.tripsAt[l], trips));
    }
    put(listedTrips * model.scale);
    put(over(listedTrips, trips));
    put(over(concealing, world.active.length));
    put(over(load, trips));
    put(over(evasive, trips));
    for (let leg = 0; leg < model.legs.count; leg++) concentration(world, leg, put);
  },
};

function concentration(world: Readonly<World>, leg: number, put: (value: number) => void): void {
  const s = world.smugglers.columns;
  const sizes: number[] = [];
  let total = 0;
  for (const row of world.active) {
    if (s.leg[row] !== leg) continue;
    sizes.push(s.trailSize[row]);
    total += s.trailSize[row];
  }
  sizes.sort((a, b) => b - a);
  put(
    over(
      sizes.reduce((sum, size) => sum + size * size, 0),
      total * total,
    ),
  );
  put(
    over(
      sizes.slice(0, LARGEST).reduce((sum, size) => sum + size, 0),
      total,
    ),
  );
  put(sizes.length);
}
