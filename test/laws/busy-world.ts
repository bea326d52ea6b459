/** A small corridor in which even rare things happen within a year: for laws that ask of every number whether it matters. */
import type { Tree } from "../scenarios/documents.ts";
import { RICH } from "./rich-strategy.ts";
import { frozenEcosystem } from "./world.ts";

const every = (names: object, change: object) => Object.fromEntries(Object.keys(names).map((name) => [name, change]));
const { services } = frozenEcosystem();
/** What a level of conduct is in a compound; the two milder ones let people go. */
const inCompound = (confines: boolean, drive: number, cost: number, pays: number, guarded: number) => ({
  compound: { confines, drive, cost, pays, guarded },
});
/** Changes to the small corridor: enablers who leave when listed, people held, on credit and in compounds, a public in doubt. */
export const BUSY = {
  vessels: { flight: { cost: 3000, rescueGain: 0.3 }, "wooden-boat": { from: "2015-03-02" } },
  legs: {
    "coast-isle-east": { services: ["boats", "finance", "passage", "lending", "protection"] },
    "savanna-oasis": { interception: 0.3, detainedWhenIntercepted: 0.5 },
  },
  communities: { "oasis-people": { cash: 300, credit: 50 } },
  authorities: { league: { listingsPerYear: 500, strength: 1, coverage: 0.95 } },
  jurisdictions: {
    inland: { reach: { freeze: 0.9, travel: 0.9 } },
    seaside: { reach: { freeze: 0.8, travel: 0.8 } },
  },
  services: every(services, { legitimate: 0.8, exposure: 0.9, perJurisdiction: 12 }),
  conduct: {
    facilitative: { harms: { captivity: 0.1 }, ...inCompound(false, 1, 20, 1, 0) },
    negligent: { harms: { captivity: 0.1 }, ...inCompound(false, 1, 20, 0.5, 0) },
    coercive: { harms: { captivity: 0.1 }, ...inCompound(true, 1.1, 40, 0.2, 0.4) },
    predatory: { harms: { captivity: 0.1 }, ...inCompound(true, 1.3, 60, 0.1, 0.6) },
  },
  harms: { forced: { title: "Kept and made to work", effect: "forced-work", weight: 5, reported: 0.5 } },
  compounds: {
    legs: ["coast-isle-east"],
    promisedWage: 60,
    promiseWeight: 2,
    output: 150,
    outputSpread: 0.8,
    fade: 15,
    contractWeeks: 8,
    reviewWeeks: 2,
    horizonWeeks: 20,
    roomWeeks: 30,
    bargain: 0.8,
    bidSpread: 0.4,
    escape: 0.3,
    freedom: 30,
    punishment: 0.5,
    death: 0.02,
  },
  migrants: { lenderLimit: 150, loan: 0 },
  smugglers: { entryExit: { entryFloor: 0.05 }, moves: { legReviewWeeks: 4, legCost: 0.05 } },
  public: { support: 0.4, floor: 0.15, full: 0.5 },
};
export const BUSY_STRATEGY: Readonly<Record<string, Tree>> = {
  ...RICH,
  "list-enablers": { ...RICH["list-enablers"], every: "2 weeks", number: 20, ranking: "random" },
};
