/** One smuggler's journeys of a week: arrays made once per run and filled anew for each smuggler. Nothing in them outlives its journeys. */
import type { ServiceTerms } from "./services.ts";
import type { TripTerms } from "./trip.ts";

export interface Voyage {
  row: number;
  uid: number;
  leg: number;
  level: number;
  /** Leads into a compound. */
  compound: boolean;
  /** Share of abuse that communities hear of. */
  told: number;
  readonly services: ServiceTerms;
  readonly trip: TripTerms;
  /** Vessels that sail; arrays below are by vessel. */
  vessels: number;
  wrecked: Uint8Array;
  stopped: Uint8Array;
  /** Share of those on board who die, if wrecked. */
  fatality: Float64Array;
  toll: Int32Array;
  /** By harm: millionths of incidents to be expected, and incidents that happened. */
  readonly expected: Float64Array;
  readonly happened: Float64Array;
}

export function createVoyage(services: ServiceTerms, trip: TripTerms, harms: number): Voyage {
  return {
    row: 0,
    uid: 0,
    leg: 0,
    level: 0,
    compound: false,
    told: 1,
    services,
    trip,
    vessels: 0,
    wrecked: new Uint8Array(0),
    stopped: new Uint8Array(0),
    fatality: new Float64Array(0),
    toll: new Int32Array(0),
    expected: new Float64Array(harms),
    happened: new Float64Array(harms),
  };
}

/** Makes room for so many vessels of which nothing is known, and forgets the harms of the last voyage. */
export function fitOut(v: Voyage, vessels: number): void {
  v.vessels = vessels;
  if (v.toll.length < vessels) {
    v.wrecked = new Uint8Array(vessels * 2);
    v.stopped = new Uint8Array(vessels * 2);
    v.fatality = new Float64Array(vessels * 2);
    v.toll = new Int32Array(vessels * 2);
  }
  v.fatality.fill(0, 0, vessels);
  v.toll.fill(0, 0, vessels);
  v.expected.fill(0);
  v.happened.fill(0);
}
