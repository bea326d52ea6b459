/**
 * Where those who look for a passage meet those who offer one: arrays of the search, made once per run, filled node by node.
 * Nothing in them outlives the phase.
 */

/** The offers that can be found at a node this week, laid out for the search: community fastest. */
export interface Offers {
  count: number;
  row: Int32Array;
  leg: Int32Array;
  visibility: Float64Array;
  /** Two words of each offer for the race of who is heard of, and two for how it pleases. */
  raceWords: Int32Array;
  tasteWords: Int32Array;
  lends: Uint8Array;
  /** offer x community: utility before price, danger and abuse; fare; danger and abuse in utils at risk aversion 1 */
  base: Float64Array;
  fare: Float64Array;
  fear: Float64Array;
  /** Offer + 1 of the smuggler of a row; 0 when it has none here. */
  ofRow: Int32Array;
  /** Whole seats left, in simulated persons, and where the queue for each offer ends. */
  seats: Int32Array;
  queueEnd: Int32Array;
  /** Whether a lender works where the offer is made. */
  lender: boolean;
}

/** Who asks for a seat, with what first and second choice. */
export interface Applications {
  count: number;
  migrant: Int32Array;
  first: Int32Array;
  /** -1 when there is none. */
  second: Int32Array;
  /** Place in every queue, drawn by the person, with the index of the application behind. */
  place: Float64Array;
  seated: Uint8Array;
  /** Applications that take part in a round; those without a seat after the first; the places of a round by offer. */
  among: Int32Array;
  rejected: Int32Array;
  queue: Float64Array;
}

/** The rows of those who search, node after node; those of a node end before end[node]. */
export interface Seekers {
  row: Int32Array;
  readonly end: Int32Array;
}

/** The first few offers heard of, in no order. */
export interface Race {
  readonly time: Float64Array;
  readonly offer: Int32Array;
}

export interface Marketplace {
  readonly offers: Offers;
  readonly applications: Applications;
  readonly seekers: Seekers;
  readonly race: Race;
  /** 1 for each community of which somebody searches at the node. */
  readonly searching: Uint8Array;
  /** Row + 1 of the partners of each smuggler's row; 0 for none. */
  partners: Int32Array;
}

export const MOST_OFFERS_HEARD = 32;

export function createMarketplace(nodes: number, communities: number): Marketplace {
  const none = new Int32Array(0);
  const nothing = new Float64Array(0);
  return {
    offers: {
      count: 0,
      row: none,
      leg: none,
      visibility: nothing,
      raceWords: none,
      tasteWords: none,
      lends: new Uint8Array(0),
      base: nothing,
      fare: nothing,
      fear: nothing,
      ofRow: none,
      seats: none,
      queueEnd: none,
      lender: false,
    },
    applications: {
      count: 0,
      migrant: none,
      first: none,
      second: none,
      place: nothing,
      seated: new Uint8Array(0),
      among: none,
      rejected: none,
      queue: nothing,
    },
    seekers: { row: none, end: new Int32Array(nodes) },
    race: { time: new Float64Array(MOST_OFFERS_HEARD), offer: new Int32Array(MOST_OFFERS_HEARD) },
    searching: new Uint8Array(communities),
    partners: none,
  };
}

/** Room for so many offers, by smugglers whose rows lie below `rows`. What was there is lost. */
export function makeRoomForOffers(o: Offers, count: number, communities: number, rows: number): void {
  if (o.ofRow.length < rows) o.ofRow = new Int32Array(rows * 2);
  if (o.row.length >= count) return;
  const room = count * 2;
  o.row = new Int32Array(room);
  o.leg = new Int32Array(room);
  o.visibility = new Float64Array(room);
  o.raceWords = new Int32Array(room * 2);
  o.tasteWords = new Int32Array(room * 2);
  o.lends = new Uint8Array(room);
  o.seats = new Int32Array(room);
  o.queueEnd = new Int32Array(room);
  o.base = new Float64Array(room * communities);
  o.fare = new Float64Array(room * communities);
  o.fear = new Float64Array(room * communities);
}

/** Room for so many rows. What was there is lost. */
export function makeRoomForSeekers(seekers: Seekers, count: number): void {
  if (seekers.row.length < count) seekers.row = new Int32Array(count * 2);
}

/** Room for so many applications; forgets those that were there. */
export function makeRoomForApplications(a: Applications, count: number): void {
  a.count = 0;
  if (a.migrant.length >= count) return;
  const room = count * 2;
  a.migrant = new Int32Array(room);
  a.first = new Int32Array(room);
  a.second = new Int32Array(room);
  a.place = new Float64Array(room);
  a.seated = new Uint8Array(room);
  a.among = new Int32Array(room);
  a.rejected = new Int32Array(room);
  a.queue = new Float64Array(room);
}
