/** 10: what is published goes into the history that authorities and the public read. */
import { exp } from "../math.ts";
import { normal } from "../random/distribution.ts";
import { stream, uniform } from "../random/stream.ts";
import type { Phase } from "../world/phase.ts";
import { keyFor, type World } from "../world/world.ts";

const FARE_ERROR = stream("error of published fares");

export const observe: Phase = {
  name: "observe",
  about: "published arrivals, deaths, interceptions, reported abuse, fares and spend of this week",
  equations: [
    "published arrivals = arrivals · scale · `observation.arrivals`; published deaths = deaths on last legs · scale · `observation.deaths`; interceptions in full; abuse by `harms.*.weight` and share reported [by source]",
    "published fare = mean fare of last legs · exp(σ z − σ²/2), σ = `observation.prices`; unbiased [log-normal error]",
  ],
  writes: [
    "history.arrivals",
    "history.deaths",
    "history.stops",
    "history.trips",
    "history.abuse",
    "history.spend",
    "history.price",
  ],
  streams: [FARE_ERROR],
  run(world: World) {
    const { model, ledger, week } = world;
    const { harms, legs, nodes, observation, scale } = model;
    const h = world.history.columns;
    const H = harms.count;
    h.arrivals[week] = ledger.total.arrived * scale * observation.arrivals;
    let fares = 0;
    let passengers = 0;
    for (let leg = 0; leg < legs.count; leg++) {
      const last = nodes.destination[legs.to[leg]] === 1;
      if (last) {
        if (harms.death >= 0) h.deaths[week] += ledger.harm[leg * H + harms.death] * scale * observation.deaths;
        h.stops[week] += ledger.stopped[leg] * scale;
        fares += ledger.fares[leg];
        passengers += ledger.trips[leg];
      }
      h.trips[week] += ledger.trips[leg] * scale;
      for (let k = 0; k < H; k++) if (k !== harms.death) h.abuse[week] += ledger.reported[leg * H + k] * harms.weight[k] * scale;
    }
    for (const spent of ledger.spend) h.spend[week] += spent;
    h.price[week] = passengers > 0 ? (fares / passengers) * fareError(world) : week > 0 ? h.price[week - 1] : 0;
  },
};

/** Published fares are hearsay: wrong in a single week, right on average. */
function fareError(world: World): number {
  const spread = world.model.observation.prices;
  return exp(spread * normal(uniform(keyFor(world, FARE_ERROR), 0, 0, world.week, 0)) - (spread * spread) / 2);
}
