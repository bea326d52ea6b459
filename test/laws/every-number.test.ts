/** Declared but unused is a bug: every quantity of the ecosystem and of every instrument moves something. */
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/core/run.ts";
import { type Parameter, parametersOf } from "../../src/core/scenario/parameters.ts";
import type { Path } from "../../src/core/scenario/path.ts";
import type { Ecosystem } from "../../src/core/scenario/schema/strategy.ts";
import { type Range, rangeAt } from "./random-scenario.ts";
import { RICH } from "./rich-strategy.ts";
import { firstDifference, showsDifference, trajectory } from "./trajectory.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

/** Numbers without effect here, and why. */
const IDLE: readonly (readonly [RegExp, string])[] = [
  [/^nodes\.[a-z-]+\.(latitude|longitude)$/, "for maps"],
  [/^jurisdictions\.abroad\./, "no leg starts there and nobody lives there"],
  [
    /^jurisdictions\.haven\.(corruption|enforcement|financialOpenness|prosecutionHazard)$/,
    "no leg starts there",
  ],
  [/^jurisdictions\.inland\.relocationCost$/, "nobody moves to where lists reach farthest"],
  [/^conduct\.(facilitative|negligent)\.harms\.bondage$/, "carries nobody on credit"],
  [/^services\.lending\.(capacity|legitimate)$/, "lenders take no fee from smugglers"],
  [/^costs\.(?!assess|designate|follow-up|delist|prosecute)[a-z-]+\.perActor$/, "acts on no actor"],
  [
    /^costs\.(?!assess|designate|follow-up|delist|communicate)[a-z-]+\.perActorYear$/,
    "no authority keeps a list by it",
  ],
];

const every = (names: object, change: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, change]));
const { conduct, services } = frozenEcosystem();
/** Enough of what is rare elsewhere: enablers who leave when listed, people held and on credit, a public in doubt. */
const BUSY = {
  vessels: { flight: { cost: 3000, rescueGain: 0.3 } },
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
  conduct: every(conduct, { harms: { captivity: 0.1 } }),
  migrants: { lenderLimit: 150, loan: 0 },
  smugglers: { moves: { legReviewWeeks: 4, legCost: 0.05 } },
  public: { support: 0.4, floor: 0.15, full: 0.5 },
};
const INSTRUMENTS = {
  ...RICH,
  "list-enablers": { ...RICH["list-enablers"], every: "2 weeks", number: 20, ranking: "random" },
};

/** Rules of decision that are chosen by name have numbers of their own; all others are tried with the first rules. */
const RULES = [
  { of: /./, conductReview: { rule: "logit" }, perceivedRisk: { rule: "bayes" } },
  {
    of: /aspiration|threshold/,
    conductReview: { rule: "satisficing" },
    perceivedRisk: { rule: "threshold" },
  },
  { of: /imitation|peersSeen/, conductReview: { rule: "imitation" }, perceivedRisk: { rule: "bayes" } },
  { of: /salience/, conductReview: { rule: "logit" }, perceivedRisk: { rule: "salience" } },
];
const settings = { warmupWeeks: 4, scale: 50 };
const variants = RULES.map(({ of, ...smugglers }) => {
  const ecosystem = frozenEcosystem(BUSY, { smugglers });
  const model = modelOf({ ecosystem, instruments: INSTRUMENTS, settings });
  return { of, ecosystem, known: trajectory(model), outcome: simulate(model).outcome };
});

/** Other values, those first that show most. */
function others({ min, max, integer }: Range, value: number): number[] {
  const inside = (x: number) => Math.min(max, Math.max(min, integer ? Math.round(x) : x));
  const start = value === 0 ? Math.min(1, (max - min) / 4) : value;
  const tried = [start * 10, min, start * 2, start / 2, max].map(inside);
  return [...new Set(tried)].filter((x) => x !== value);
}

function changed(ecosystem: Ecosystem, path: Path, value: number): Ecosystem {
  const copy = structuredClone(ecosystem);
  const found = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], copy);
  (found as { value: number }).value = value;
  return copy;
}

/** Whether some other value of a quantity changes the run of the rules that it belongs to. */
function matters({ path, quantity, name }: Parameter): boolean {
  const { ecosystem, known, outcome } = variants.findLast(({ of }) => of.test(name)) ?? variants[0];
  return others(rangeAt(ecosystem, path), quantity.value).some((value) => {
    const model = modelOf({ ecosystem: changed(ecosystem, path, value), instruments: INSTRUMENTS, settings });
    return firstDifference(model, known) >= 0 || showsDifference(model, outcome);
  });
}

const parameters = parametersOf(variants[0].ecosystem);

describe("of the ecosystem", () => {
  it.each([...new Set(parameters.map(({ path }) => String(path[0])))])("%s", (part) => {
    const own = parameters.filter(({ path }) => path[0] === part);
    const asked = own.filter(({ name }) => !IDLE.some(([pattern]) => pattern.test(name)));
    expect(asked.filter((parameter) => !matters(parameter)).map(({ name }) => name)).toEqual([]);
  });
});
