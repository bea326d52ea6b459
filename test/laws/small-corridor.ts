/**
 * A corridor in which everything of the model happens, small enough for thousands of runs: five places, six legs by
 * land, sea and air, three communities, three jurisdictions and a haven, two authorities. Every number is invented.
 *
 *   savanna --+                     +-- coast ==west/east== isle
 *             +-- oasis ------------+                        |
 *   highland -+     +--------------- by air -----------------+
 */
const always = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const summer = [0.5, 0.6, 0.8, 1, 1.2, 1.4, 1.5, 1.4, 1.2, 1, 0.8, 0.6];

const jurisdiction = {
  corruption: 0.3,
  enforcement: 1,
  financialOpenness: 0.4,
  reach: { freeze: 0.6, travel: 0.6 },
  prosecutionHazard: 0.1,
  relocationCost: 0.2,
  haven: false,
};

const leg = {
  weeks: 1,
  wreck: 0.02,
  death: 0.002,
  interception: 0.1,
  rescue: 0.2,
  detainedWhenIntercepted: 0.3,
  season: always,
  capacity: 1,
  territorial: false,
  payment: "cash",
  smugglers: 6,
  smugglerCapacity: 25,
};

const crossing = {
  ...leg,
  from: "coast",
  to: "isle",
  mode: "sea",
  cost: 200,
  price: 900,
  vessels: ["wooden-boat", "rubber-boat", "small-boat"],
  wreck: 0.05,
  interception: { series: { "2015-01-05": 0.1, "2016-01-04": 0.2 }, interpolate: true },
  rescue: { series: { "2015-01-05": 0.4, "2016-01-04": 0.3 } },
  season: summer,
};

const community = {
  destination: "isle",
  births: 5000,
  cash: 900,
  credit: 500,
  reservation: 3,
  attraction: 9,
  dangerBias: 0.2,
  vulnerability: 1,
  stock: { oasis: 1500, coast: 800 },
};

const place = { latitude: 30, longitude: 10, jurisdiction: "inland" };

export const GEOGRAPHY = {
  format: "corridor/ecosystem@1",
  name: "small",
  title: "A small corridor for tests of laws",
  about: "Five places and six legs; no number in it means anything.",
  start: "2015-01-05",
  end: "2016-08-28",
  jurisdictions: {
    inland: { ...jurisdiction, title: "Inland" },
    seaside: { ...jurisdiction, title: "Seaside", corruption: 0.5, reach: { freeze: 0.5, travel: 0.4 } },
    abroad: { ...jurisdiction, title: "Abroad", enforcement: 2, reach: { freeze: 0.9, travel: 0.9 } },
    haven: { ...jurisdiction, title: "Haven", reach: { freeze: 0.05, travel: 0.05 }, haven: true },
  },
  nodes: {
    savanna: { ...place, title: "Savanna", kind: "origin" },
    highland: { ...place, title: "Highland", kind: "origin" },
    oasis: {
      ...place,
      title: "Oasis",
      kind: "hub",
      work: { wage: 30, value: 2, returnHazard: 0.2, settleHazard: 0.05 },
    },
    coast: {
      ...place,
      title: "Coast",
      kind: "hub",
      jurisdiction: "seaside",
      work: { wage: 40, value: 2, returnHazard: 0.2, settleHazard: 0.05 },
    },
    isle: { ...place, title: "Isle", kind: "destination", jurisdiction: "abroad" },
  },
  legs: {
    "savanna-oasis": {
      ...leg,
      title: "Savanna to oasis",
      from: "savanna",
      to: "oasis",
      mode: "land",
      cost: 60,
      price: 200,
      vessels: ["pickup", "truck", "bus"],
      services: ["transport", "passage", "recruitment", "lending"],
    },
    "highland-oasis": {
      ...leg,
      title: "Highland to oasis",
      from: "highland",
      to: "oasis",
      mode: "land",
      weeks: 2,
      cost: 80,
      price: 260,
      vessels: ["pickup", "bus"],
      services: ["transport", "passage", "lodging"],
    },
    "oasis-coast": {
      ...leg,
      title: "Oasis to coast",
      from: "oasis",
      to: "coast",
      mode: "land",
      cost: 120,
      price: 400,
      vessels: ["pickup", "truck"],
      services: ["transport", "lodging", "lending"],
    },
    "oasis-isle": {
      ...leg,
      title: "Oasis to isle by air",
      from: "oasis",
      to: "isle",
      mode: "air",
      cost: 500,
      price: 1800,
      vessels: ["flight"],
      wreck: 0.01,
      payment: "escrow",
      services: ["documents", "finance", "passage"],
      smugglers: 4,
      smugglerCapacity: 6,
    },
    "coast-isle-west": {
      ...crossing,
      title: "Coast to isle, west",
      territorial: true,
      services: ["boats", "protection", "passage", "finance", "recruitment"],
      smugglers: 8,
    },
    "coast-isle-east": {
      ...crossing,
      title: "Coast to isle, east",
      payment: "escrow",
      services: ["boats", "finance", "passage", "lending"],
    },
  },
  communities: {
    "savanna-people": {
      ...community,
      title: "People of the savanna",
      origin: "savanna",
      nationality: "savanna",
    },
    "highland-people": {
      ...community,
      title: "People of the highland",
      origin: "highland",
      nationality: "highland",
      cash: 1500,
      dangerBias: -0.5,
    },
    "oasis-people": {
      ...community,
      title: "People of the oasis",
      origin: "oasis",
      nationality: "highland",
      births: { series: { "2015-01-05": 1000, "2016-01-04": 2000 } },
      stock: { coast: 500 },
    },
  },
  authorities: {
    league: {
      title: "A league of states",
      strength: 0.7,
      legitimacy: 0.4,
      coverage: 0.6,
      noise: 0.5,
      ageWeeks: 8,
      listingsPerYear: 8,
      mirrors: { union: { delayWeeks: 4, share: 0.5 } },
    },
    union: {
      title: "A union of states",
      strength: 0.9,
      legitimacy: 0.6,
      coverage: 0.7,
      noise: 0.4,
      ageWeeks: 4,
      listingsPerYear: 20,
      mirrors: {},
    },
  },
};
