import { flow, type Metric, over, stock } from "../world/metric.ts";

export const policy: Metric = {
  kind: "policy",
  about: "What authorities did and what it cost.",
  columns: () => [
    flow("listings", "actors", "smugglers and enablers listed"),
    flow("mirrored", "actors", "listings copied by another authority"),
    flow("follow_ups", "actors", "listed actors followed up"),
    flow("delistings", "actors", "delisted"),
    flow("false_positives", "actors", "listed by a criterion that they did not meet in truth", "down"),
    flow("rebrandings", "actors", "took a new name"),
    flow("home_moves", "actors", "moved home"),
    flow("prosecuted", "actors", "organisers prosecuted"),
    flow("drivers_arrested", "persons", "drivers and migrants arrested as smugglers", "down"),
    stock("enablers_listed", "actors", "enablers under a listing"),
    stock("friction", "share", "mean friction of listed smugglers; missing when there are none"),
    flow("spend", "budget units", "spend on the strategy", "down"),
  ],
  measure(world, put) {
    const t = world.ledger.total;
    for (const value of [
      t.listings,
      t.mirrored,
      t.followUps,
      t.delistings,
      t.falsePositives,
      t.rebrandings,
      t.homeMoves,
      t.prosecuted,
      t.driversArrested,
    ])
      put(value);
    let enablers = 0;
    for (let row = 0; row < world.enablers.used; row++)
      if (world.enablers.columns.alive[row] === 1 && world.enablers.columns.listedBy[row] !== 0) enablers++;
    put(enablers);
    let listed = 0;
    let friction = 0;
    for (const row of world.active) {
      if (world.smugglers.columns.listedBy[row] === 0) continue;
      listed++;
      friction += world.smugglers.columns.friction[row];
    }
    put(over(friction, listed));
    put(world.history.columns.spend[world.week]);
  },
};
