import { STATE, STATES } from "../world/columns.ts";
import { columnName, flow, type Metric, over, ratio, stock } from "../world/metric.ts";
import type { Model } from "../world/model.ts";

export const flows: Metric = {
  kind: "flows",
  about: "Who set out, arrived, died, turned back; who is where.",
  columns: (model) => [
    flow("births", "persons", "persons who began to consider the journey"),
    flow("departures", "persons", "persons who decided to leave their origin"),
    flow("searches", "persons", "searches for a passage"),
    flow("turned_away", "persons", "found no seat"),
    flow("trips", "trips", "trips begun, on all legs"),
    flow("attempts", "trips", "trips begun on legs that end at a destination"),
    flow("interceptions", "trips", "trips stopped, on legs that end at a destination"),
    flow("arrivals", "persons", "reached their destination"),
    flow("arrivals_abused", "persons", "of these, had suffered a harm on the way", "down"),
    ratio(
      "arrivals_abused_share",
      "share",
      "share of arrivals who had suffered a harm on the way",
      "arrivals_abused",
      "arrivals",
      1,
      "down",
    ),
    flow("arrivals_legal", "persons", "reached it by a legal pathway"),
    flow("deaths", "persons", "died, on all legs", "down"),
    flow("deaths_last_leg", "persons", "died on legs that end at a destination", "down"),
    flow("trafficked", "persons", "sold or kept", "down"),
    flow("returned", "persons", "went or were sent home"),
    flow("settled", "persons", "settled at a hub"),
    flow("stayed", "persons", "decided to stay at their origin"),
    flow("arrivals_published", "persons", "arrivals as published"),
    flow("deaths_published", "persons", "deaths on legs that end at a destination, as published"),
    ...statesIn(model).map((state) => stock(columnName("stock", state), "persons", `migrants ${state} at the end of the week`)),
  ],
  measure(world, put) {
    const { model, ledger } = world;
    const { legs, nodes, harms, scale } = model;
    const t = ledger.total;
    let trips = 0;
    let attempts = 0;
    let stopped = 0;
    let died = 0;
    for (let leg = 0; leg < legs.count; leg++) {
      trips += ledger.trips[leg];
      if (nodes.destination[legs.to[leg]] === 0) continue;
      attempts += ledger.trips[leg];
      stopped += ledger.stopped[leg];
      if (harms.death >= 0) died += ledger.harm[leg * harms.count + harms.death];
    }
    for (const persons of [t.born, t.departed, t.searches, t.turnedAway, trips, attempts, stopped, t.arrived, t.arrivedAbused])
      put(persons * scale);
    put(over(t.arrivedAbused, t.arrived));
    for (const persons of [t.arrivedLegally, t.dead, died, t.trafficked, t.returned, t.settled, t.stayed]) {
      put(persons * scale);
    }
    put(world.history.columns.arrivals[world.week]);
    put(world.history.columns.deaths[world.week]);
    for (const name of statesIn(model)) put(world.census.inState[STATE[name]] * scale);
  },
};

/** States that somebody can be in: nobody is in a compound where there is none. */
function statesIn(model: Model): readonly (typeof STATES)[number][] {
  return STATES.filter((state) => state !== "compound" || model.compounds !== undefined);
}
