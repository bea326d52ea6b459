/**
 * Random scenarios that a user could write: numbers of the small corridor moved within the ranges of the schema,
 * mechanisms switched off, instruments of any kind on any date. What the schema says is asked of the schema, so that a
 * new instrument or quantity takes part by itself.
 */
import fc from "fast-check";
import { formatDate, parseDate } from "../../src/core/calendar.ts";
import { INSTRUMENTS } from "../../src/core/instruments/index.ts";
import { type Parameter, parametersOf } from "../../src/core/scenario/parameters.ts";
import type { Path } from "../../src/core/scenario/path.ts";
import { DEFINED_IN, type ReferenceScope } from "../../src/core/scenario/schema/reference.ts";
import { type Ecosystem, ecosystemSchema } from "../../src/core/scenario/schema/strategy.ts";
import { definition, metaOf, type Schema, schemaAt, unwrap } from "../../src/core/scenario/schema-walk.ts";
import { INDICATOR_NAMES } from "../../src/core/world/indicators.ts";
import { LEVERS, type LeverName } from "../../src/core/world/levers.ts";
import { MECHANISM_NAMES, type Mechanism } from "../../src/core/world/mechanisms.ts";
import type { Tree } from "../scenarios/documents.ts";
import { GEOGRAPHY } from "./small-corridor.ts";
import type { Case } from "./world.ts";

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** What the schema of a quantity, or of a series of them, allows. */
export function rangeOf(schema: Schema): Range {
  const inner = unwrap(schema);
  const def = definition(inner);
  if (def.type === "union") return rangeOf(def.options[0]);
  if (def.type !== "number") throw new Error(`not the schema of a quantity: ${def.type}`);
  const { minValue, maxValue, format } = inner as unknown as Record<string, unknown>;
  return { min: Number(minValue), max: Number(maxValue), integer: format === "safeint" };
}

/** A number of a range: its ends, around `usual`, or anywhere by order of magnitude. */
function numberIn({ min, max, integer }: Range, usual: number): fc.Arbitrary<number> {
  const inside = (x: number) => Math.min(max, Math.max(min, integer ? Math.round(x) : x));
  const unit = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 4, arbitrary: unit.map((u) => inside(usual * 10 ** (2 * u - 1))) },
    { weight: 2, arbitrary: unit.map((u) => inside(min + (max - min) * u ** 4)) },
  );
}

/** More than these makes a run slow, not wrong. */
const SLOW: readonly (readonly [RegExp, number])[] = [
  [/\.births\b/, 20000],
  [/\.stock\./, 20000],
  [/\.smugglers$/, 40],
  [/entryExit\.entry(Floor)?$/, 0.1],
  [/services\..*\.perJurisdiction$/, 30],
];

/** A scenario as little as it takes to say it, so that a counterexample can be read. */
export interface RandomScenario {
  /** By the name of the quantity, as `--set` takes it. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly off: readonly Mechanism[];
  readonly instruments: Readonly<Record<string, Tree>>;
  readonly settings: Tree;
  readonly seed: number;
}

/** The scenario that it is, over an ecosystem, which stays as it was. */
export function caseOf({ numbers, off, ...rest }: RandomScenario, from: Ecosystem): Case {
  const ecosystem = structuredClone(from);
  const quantities = new Map(parametersOf(ecosystem).map(({ name, quantity }) => [name, quantity]));
  for (const [name, value] of Object.entries(numbers)) {
    const quantity = quantities.get(name);
    if (!quantity) throw new Error(`no quantity ${name}`);
    (quantity as { value: number }).value = value;
  }
  for (const name of off) ecosystem.mechanisms[name] = false;
  return { ...rest, ecosystem };
}

export function scenarios(from: Ecosystem): fc.Arbitrary<RandomScenario> {
  const parameters = parametersOf(from);
  const number = fc.nat({ max: parameters.length - 1 }).chain((i) => moved(parameters[i], from));
  return fc.record({
    numbers: fc.array(number, { maxLength: 25 }).map((pairs) => Object.fromEntries(pairs)),
    off: fc.subarray(MECHANISM_NAMES, { maxLength: 8 }),
    instruments: instruments(from),
    settings: fc.record({
      scale: fc.constantFrom(20, 50, 50, 200),
      warmupWeeks: fc.constantFrom(0, 1, 20),
      recordWeeks: fc.constantFrom(1, 4, 13),
      rounds: fc.constantFrom(12, 20),
    }),
    seed: fc.nat(),
  });
}

function moved({ name, path, quantity }: Parameter, from: Ecosystem): fc.Arbitrary<readonly [string, number]> {
  const range = rangeAt(from, path);
  const [, most] = SLOW.find(([pattern]) => pattern.test(name)) ?? [undefined, range.max];
  return numberIn({ ...range, max: Math.min(range.max, most) }, quantity.value).map((value) => [name, value] as const);
}

/** What the schema allows at a path of an ecosystem. */
export function rangeAt(ecosystem: Ecosystem, path: Path): Range {
  const schema = schemaAt(ecosystemSchema, ecosystem, path);
  if (!schema) throw new Error(`no schema at ${path.join(".")}`);
  return rangeOf(schema);
}

const first = parseDate(GEOGRAPHY.start) as number;
const last = parseDate(GEOGRAPHY.end) as number;
const dates = fc.integer({ min: first - 100, max: last + 30 }).map(formatDate);

/** Values that a schema accepts, with names of this ecosystem. */
function accepted(schema: Schema, ecosystem: Ecosystem, key: string): fc.Arbitrary<unknown> {
  const outer = definition(schema);
  if (outer.type === "optional") {
    return ["title", "note", "where"].includes(key)
      ? fc.constant(undefined)
      : fc.option(accepted(outer.innerType, ecosystem, key), { nil: undefined });
  }
  const { quantity, references, format } = metaOf(schema);
  if (key === "every") return fc.constantFrom("3 weeks", "2 months", "1 quarter", "1 year");
  if (key === "when") return fc.array(condition, { maxLength: 2 });
  if (quantity) return numberIn(rangeOf(schema), 1);
  if (format === "date" || key === "start" || key === "until") return dates;
  if (references) {
    const names = Object.keys(ecosystem[DEFINED_IN[references as ReferenceScope] as "legs"]);
    return fc.constantFrom(...names);
  }
  const def = definition(unwrap(schema));
  switch (def.type) {
    case "literal":
      return fc.constant(def.values[0]);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "array":
      return fc.uniqueArray(accepted(def.element, ecosystem, key), { minLength: 1, maxLength: 3 });
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, accepted(field, ecosystem, name)])),
      );
    default:
      throw new Error(`no values for ${key}: ${def.type}`);
  }
}

const condition = fc.record({
  indicator: fc.constantFrom(...INDICATOR_NAMES),
  above: fc.constantFrom(-1, 0, 0.3, 10, 1000),
});

/** A lever is moved by numbers that make sense for it: a factor, a share or an amount. */
function sensible(instrument: Tree): Tree {
  const { lever, value, start, until } = instrument as {
    lever?: LeverName;
    value?: number;
    start: string;
    until?: string;
  };
  const dated = until !== undefined && until < start ? { start: until, until: start } : {};
  if (lever === undefined) return { ...instrument, ...dated };
  const share = Math.abs(value as number) % 1;
  const most = LEVERS[lever].neutral === 1 ? 4 : LEVERS[lever].unit === "share" ? 1 : 5000;
  return { ...instrument, ...dated, value: share * most };
}

/** One instrument of a kind. */
function instrumentOf(kind: string, ecosystem: Ecosystem): fc.Arbitrary<Tree> {
  const entry = INSTRUMENTS.find((one) => one.kind === kind);
  if (!entry) throw new Error(`no instrument ${kind}`);
  return accepted(entry.params, ecosystem, kind).map((one) => sensible(JSON.parse(JSON.stringify(one)) as Tree));
}

/** Strategies of a few instruments; an assessment is more likely than others, because listings need one. */
function instruments(ecosystem: Ecosystem): fc.Arbitrary<Readonly<Record<string, Tree>>> {
  const kinds = [...INSTRUMENTS.map(({ kind }) => kind), "assess", "assess", "designate", "designate"];
  const one = fc.constantFrom(...kinds).chain((kind) => instrumentOf(kind, ecosystem));
  return fc
    .array(one, { maxLength: 8 })
    .map((all) => Object.fromEntries(all.map((instrument, i) => [`number-${i}`, instrument])));
}
