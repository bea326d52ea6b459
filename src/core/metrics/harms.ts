import { PER_THOUSAND } from "../units.ts";
import { columnName, flow, type Metric, over, ratio } from "../world/metric.ts";
import type { World } from "../world/world.ts";

export const harms: Metric = {
  kind: "harms",
  about: "Harms by type: incidents that happened, that were to be expected, that were reported; an index beside its parts.",
  columns: (model) => [
    ...model.labels.harm.flatMap((harm) => [
      flow(columnName("harm", harm), "incidents", `${harm}: incidents`, "down"),
      flow(
        columnName("expected", harm),
        "incidents",
        `${harm}: expected incidents, given what smugglers chose (less noise)`,
        "down",
      ),
      flow(columnName("reported", harm), "incidents", `${harm}: incidents that became known`),
      ratio(
        columnName("harm", harm, "per_1000_trips"),
        "per 1,000 trips",
        `${harm}: incidents per trip`,
        columnName("harm", harm),
        "trips",
        PER_THOUSAND,
        "down",
      ),
      ratio(
        columnName("harm", harm, "per_1000_departures"),
        "per 1,000 departures",
        `${harm}: incidents per person who left`,
        columnName("harm", harm),
        "departures",
        PER_THOUSAND,
        "down",
      ),
    ]),
    flow("victims", "persons", "suffered harm for the first time (a person hurt twice is one victim and two incidents)", "down"),
    ratio("victims_per_departure", "per departure", "victims per person who left", "victims", "departures", 1, "down"),
    flow("harm_index", "index points", "weighted sum of incidents", "down"),
    flow("harm_index_expected", "index points", "weighted sum of expected incidents", "down"),
    ratio(
      "harm_index_per_1000_trips",
      "index points per 1,000 trips",
      "harm index per trip",
      "harm_index",
      "trips",
      PER_THOUSAND,
      "down",
    ),
    ratio(
      "harm_index_per_1000_departures",
      "index points per 1,000 departures",
      "harm index per person who left",
      "harm_index",
      "departures",
      PER_THOUSAND,
      "down",
    ),
    ratio(
      "harm_index_expected_per_1000_trips",
      "index points per 1,000 trips",
      "expected harm index per trip (less noise)",
      "harm_index_expected",
      "trips",
      PER_THOUSAND,
      "down",
    ),
    ratio(
      "deaths_per_1000_attempts",
      "per 1,000 attempts",
      "deaths on legs that end at a destination, per trip begun there",
      "deaths_last_leg",
      "attempts",
      PER_THOUSAND,
      "down",
    ),
    flow("wrecks", "events", "vessels or vehicles lost with deaths"),
    flow("wreck_largest", "persons", "largest death toll of one event this week; add with care"),
  ],
  measure(world, put) {
    const { model, ledger } = world;
    const { legs, scale } = model;
    const H = model.harms.count;
    const trips = sum(ledger.trips) * scale;
    const departures = ledger.total.departed * scale;
    let index = 0;
    let expectedIndex = 0;
    for (let h = 0; h < H; h++) {
      const happened = byHarm(ledger.harm, h, H, legs.count) * scale;
      const expected = byHarm(ledger.expected, h, H, legs.count) * scale;
      put(happened);
      put(expected);
      put(byHarm(ledger.reported, h, H, legs.count) * scale);
      put(PER_THOUSAND * over(happened, trips));
      put(PER_THOUSAND * over(happened, departures));
      index += happened * model.harms.weight[h];
      expectedIndex += expected * model.harms.weight[h];
    }
    put(ledger.total.victims * scale);
    put(over(ledger.total.victims * scale, departures));
    put(index);
    put(expectedIndex);
    put(PER_THOUSAND * over(index, trips));
    put(PER_THOUSAND * over(index, departures));
    put(PER_THOUSAND * over(expectedIndex, trips));
    put(PER_THOUSAND * deathsPerAttempt(world));
    put(ledger.wrecks.length);
    put(ledger.wrecks.reduce((most, toll) => Math.max(most, toll), 0));
  },
};

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function byHarm(values: Float64Array, h: number, H: number, legs: number): number {
  let total = 0;
  for (let leg = 0; leg < legs; leg++) total += values[leg * H + h];
  return total;
}

function deathsPerAttempt(world: Readonly<World>): number {
  const { legs, nodes, harms } = world.model;
  let died = 0;
  let attempts = 0;
  for (let leg = 0; leg < legs.count; leg++) {
    if (nodes.destination[legs.to[leg]] === 0 || harms.death < 0) continue;
    died += world.ledger.harm[leg * harms.count + harms.death];
    attempts += world.ledger.trips[leg];
  }
  return over(died, attempts);
}
