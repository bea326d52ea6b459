/** What happened this step, in simulated persons and USD; phases write it, metrics read it. */

/** Totals of a step. Persons are simulated unless the unit says otherwise. */
export const FLOWS = {
  born: { unit: "persons", about: "began to consider the journey" },
  departed: { unit: "persons", about: "decided to leave their origin" },
  arrived: { unit: "persons", about: "reached their destination" },
  arrivedAbused: { unit: "persons", about: "of these, had suffered a harm on the way" },
  arrivedLegally: { unit: "persons", about: "reached it by a legal pathway" },
  dead: { unit: "persons", about: "died" },
  trafficked: { unit: "persons", about: "were sold or kept" },
  returned: { unit: "persons", about: "went or were sent home" },
  settled: { unit: "persons", about: "settled at a hub" },
  stayed: { unit: "persons", about: "decided to stay at their origin" },
  victims: { unit: "persons", about: "suffered harm for the first time" },
  searches: { unit: "persons", about: "looked for a passage" },
  turnedAway: { unit: "persons", about: "found no seat" },
  onCredit: { unit: "persons", about: "travelled on the smuggler's credit" },
  lenderLoans: { unit: "persons", about: "borrowed from a lender" },
  ransomAsked: { unit: "USD", about: "ransom demanded" },
  ransomPaid: { unit: "USD", about: "ransom paid" },
  kinSent: { unit: "USD", about: "sent by kin" },
  lent: { unit: "USD", about: "lent by lenders" },
  wages: { unit: "USD", about: "earned at hubs" },
  bornWith: { unit: "USD", about: "savings of those born" },
  leftWith: { unit: "USD", about: "savings of those who left the system" },
  worked: { unit: "USD", about: "debts to smugglers paid back, from savings or by work" },
  writtenOff: { unit: "USD", about: "of that, to creditors who are gone" },
  fares: { unit: "USD", about: "fares paid" },
  refunds: { unit: "USD", about: "fares given back" },
  sales: { unit: "USD", about: "paid for trafficked persons" },
  operating: { unit: "USD", about: "operating cost, guards and fixed cost" },
  vessels: { unit: "USD", about: "spent on vessels" },
  fees: { unit: "USD", about: "paid to private and social enablers" },
  bribes: { unit: "USD", about: "paid to officials" },
  invested: { unit: "USD", about: "invested in capacity" },
  payouts: { unit: "USD", about: "taken out by owners" },
  frozen: { unit: "USD", about: "frozen" },
  seized: { unit: "USD", about: "seized in prosecutions" },
  moveCosts: { unit: "USD", about: "spent on new homes, legs and names" },
  seedCapital: { unit: "USD", about: "brought in by newcomers" },
  exitCapital: { unit: "USD", about: "taken away by those who left, debts written off" },
  captivesTaken: { unit: "persons", about: "were kept in a compound for the first time" },
  captivesResold: { unit: "persons", about: "sold from one compound to another" },
  captivesRansomed: { unit: "persons", about: "let go for ransom" },
  captivesEscaped: { unit: "persons", about: "got out of a compound by themselves" },
  captivesRescued: { unit: "persons", about: "freed when the organiser was prosecuted" },
  captivesReleased: { unit: "persons", about: "let go because they were worth nothing to anybody" },
  contractsEnded: { unit: "persons", about: "left a compound freely when their time was over" },
  compoundOutput: { unit: "USD", about: "brought in by people at work in compounds; from outside the system" },
  compoundWages: { unit: "USD", about: "wages paid in compounds" },
  wagesPromised: { unit: "USD", about: "wages promised for the same work" },
  resalePaid: { unit: "USD", about: "paid by one compound to another for people" },
  containmentPay: { unit: "USD", about: "paid to protectors for stopping departures" },
  entries: { unit: "actors", about: "smugglers who entered" },
  exits: { unit: "actors", about: "smugglers who left for low returns or debts" },
  retirements: { unit: "actors", about: "smugglers who retired" },
  prosecuted: { unit: "actors", about: "organisers prosecuted" },
  driversArrested: { unit: "persons", about: "drivers and migrants arrested as smugglers (real persons)" },
  listings: { unit: "actors", about: "smugglers and enablers listed for the first time by somebody" },
  mirrored: { unit: "actors", about: "listings copied by another authority" },
  followUps: { unit: "actors", about: "listed actors followed up" },
  delistings: { unit: "actors", about: "delisted" },
  falsePositives: { unit: "actors", about: "listed by a criterion that they did not meet in truth" },
  rebrandings: { unit: "actors", about: "took a new name" },
  homeMoves: { unit: "actors", about: "moved home" },
  legMoves: { unit: "actors", about: "moved to another leg" },
  conductChanges: { unit: "actors", about: "changed conduct" },
  refusals: { unit: "actors", about: "client-service pairs refused" },
  enablersLost: { unit: "actors", about: "enablers who left" },
  enablersReplaced: { unit: "actors", about: "enablers who took an empty place" },
} as const;
export type Flow = keyof typeof FLOWS;
export const FLOW_NAMES = Object.keys(FLOWS) as Flow[];

export interface Ledger {
  readonly total: Record<Flow, number>;
  /** By leg, simulated persons. */
  readonly trips: Float64Array;
  readonly completed: Float64Array;
  readonly stopped: Float64Array;
  /** By leg, vessels (real, not whole: persons over the load that was chosen). */
  readonly sailings: Float64Array;
  /** By leg and harm, simulated incidents that happened, and their expected number. */
  readonly harm: Float64Array;
  readonly expected: Float64Array;
  readonly reported: Float64Array;
  /** By leg, USD. */
  readonly fares: Float64Array;
  readonly ransomAsked: Float64Array;
  readonly ransomPaid: Float64Array;
  /** By leg and nationality: fares and passengers. */
  readonly fareBy: Float64Array;
  readonly tripsBy: Float64Array;
  /** By level: trips. */
  readonly tripsAt: Float64Array;
  /** Death toll of each wreck this week, real persons. */
  wrecks: number[];
  /** By instrument: budget units. */
  readonly spend: Float64Array;
}

export function createLedger(sizes: {
  legs: number;
  harms: number;
  nationalities: number;
  levels: number;
  instruments: number;
}): Ledger {
  return {
    total: createTotal(),
    trips: new Float64Array(sizes.legs),
    completed: new Float64Array(sizes.legs),
    stopped: new Float64Array(sizes.legs),
    sailings: new Float64Array(sizes.legs),
    harm: new Float64Array(sizes.legs * sizes.harms),
    expected: new Float64Array(sizes.legs * sizes.harms),
    reported: new Float64Array(sizes.legs * sizes.harms),
    fares: new Float64Array(sizes.legs),
    ransomAsked: new Float64Array(sizes.legs),
    ransomPaid: new Float64Array(sizes.legs),
    fareBy: new Float64Array(sizes.legs * sizes.nationalities),
    tripsBy: new Float64Array(sizes.legs * sizes.nationalities),
    tripsAt: new Float64Array(sizes.levels),
    wrecks: [],
    spend: new Float64Array(sizes.instruments),
  };
}

/**
 * Begins with fractions: engines keep a field as the kind of number that they first saw in it, and compile all that reads the
 * object anew when a whole number in one of the fields, of which there are dozens, becomes a fraction.
 */
function createTotal(): Record<Flow, number> {
  const total = Object.fromEntries(FLOW_NAMES.map((flow) => [flow, FRACTION])) as Record<Flow, number>;
  for (const flow of FLOW_NAMES) total[flow] = 0;
  return total;
}
const FRACTION = 0.5;

export function resetLedger(ledger: Ledger): void {
  for (const flow of FLOW_NAMES) ledger.total[flow] = 0;
  for (const array of [
    ledger.trips,
    ledger.completed,
    ledger.stopped,
    ledger.sailings,
    ledger.harm,
    ledger.expected,
    ledger.reported,
    ledger.fares,
    ledger.ransomAsked,
    ledger.ransomPaid,
    ledger.fareBy,
    ledger.tripsBy,
    ledger.tripsAt,
    ledger.spend,
  ]) {
    array.fill(0);
  }
  ledger.wrecks = [];
}
