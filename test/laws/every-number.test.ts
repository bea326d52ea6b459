/** Declared but unused is a bug: every quantity of the ecosystem and of every instrument moves something. */
import { describe, expect, it } from "vitest";
import { INSTRUMENT_BY_KIND } from "../../src/core/instruments/index.ts";
import { simulate } from "../../src/core/run.ts";
import { type Parameter, parametersOf } from "../../src/core/scenario/parameters.ts";
import { isMap, type Path } from "../../src/core/scenario/path.ts";
import type { Ecosystem } from "../../src/core/scenario/schema/strategy.ts";
import { metaOf, type Schema, schemaAt } from "../../src/core/scenario/schema-walk.ts";
import type { Instrument } from "../../src/core/world/instrument.ts";
import type { Tree } from "../scenarios/documents.ts";
import { BUSY, BUSY_STRATEGY } from "./busy-world.ts";
import { type Range, rangeAt, rangeOf } from "./random-scenario.ts";
import { firstDifference, showsDifference, trajectory } from "./trajectory.ts";
import { frozenEcosystem, modelOf } from "./world.ts";

/** Numbers without effect here, and why. */
const IDLE: readonly (readonly [RegExp, string])[] = [
  [/^nodes\.[a-z-]+\.(latitude|longitude)$/, "for maps"],
  [/^jurisdictions\.abroad\./, "no leg starts there and nobody lives there"],
  [/^jurisdictions\.haven\.(corruption|enforcement|financialOpenness|prosecutionHazard)$/, "no leg starts there"],
  [/^jurisdictions\.inland\.relocationCost$/, "nobody moves to where lists reach farthest"],
  [/^conduct\.(facilitative|negligent)\.harms\.bondage$/, "carries nobody on credit"],
  [/^conduct\.(facilitative|negligent)\.compound\.guarded$/, "keeps nobody"],
  [/^services\.lending\.(capacity|legitimate)$/, "lenders take no fee from smugglers"],
  [/^costs\.(?!assess|designate|follow-up|delist|prosecute)[a-z-]+\.perActor$/, "acts on no actor"],
  [/^costs\.(?!assess|designate|follow-up|delist|communicate)[a-z-]+\.perActorYear$/, "no authority keeps a list by it"],
];

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
  const model = modelOf({ ecosystem, instruments: BUSY_STRATEGY, settings });
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
    const model = modelOf({
      ecosystem: changed(ecosystem, path, value),
      instruments: BUSY_STRATEGY,
      settings,
    });
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

/** Paths of the quantities in the parameters of an instrument. */
function quantitiesOf(params: Schema, instrument: Tree, path: Path = []): Path[] {
  const node = path.reduce<unknown>((inside, step) => (inside as Tree)[step], instrument);
  if (path.length > 0 && metaOf(schemaAt(params, instrument, path) ?? params).quantity) return [path];
  return isMap(node) ? Object.keys(node).flatMap((key) => quantitiesOf(params, instrument, [...path, key])) : [];
}

function withDose(instrument: Tree, [key, ...rest]: Path, value: number): Tree {
  const inside = instrument[key] as Tree;
  return { ...instrument, [key]: rest.length === 0 ? value : withDose(inside, rest, value) };
}

describe("of an instrument", () => {
  const { ecosystem, outcome } = variants[0];

  it.each(Object.keys(BUSY_STRATEGY))("%s", (name) => {
    const instrument = BUSY_STRATEGY[name];
    const params = (INSTRUMENT_BY_KIND.get(instrument.kind as string) as Instrument).params;
    const idle = quantitiesOf(params, instrument).filter((path) => {
      const dose = path.reduce<unknown>((node, step) => (node as Tree)[step], instrument) as number;
      const range = rangeOf(schemaAt(params, instrument, path) ?? params);
      return !others(range, dose).some((value) => {
        const instruments = { ...BUSY_STRATEGY, [name]: withDose(instrument, path, value) };
        const model = modelOf({ ecosystem, instruments, settings });
        return showsDifference(model, outcome); // that the state keeps a number of its own shows nothing
      });
    });
    expect(idle).toEqual([]);
  });
});
