/** What every entry of a catalogue promises: a name like its file's, a sentence, strict parameters with units. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONDUCT_RULES, RISK_RULES } from "../../src/core/behaviours/index.ts";
import type { Entry } from "../../src/core/catalogue.ts";
import { INSTRUMENTS } from "../../src/core/instruments/index.ts";
import { shock } from "../../src/core/instruments/shock.ts";
import { METRICS } from "../../src/core/metrics/index.ts";
import { PHASES } from "../../src/core/phases/index.ts";
import { ecosystemSchema } from "../../src/core/scenario/schema/strategy.ts";
import { decided, definition, metaOf, type Schema, unwrap } from "../../src/core/scenario/schema-walk.ts";
import { INDICATORS } from "../../src/core/world/indicators.ts";
import { LEVERS } from "../../src/core/world/levers.ts";
import { MECHANISMS } from "../../src/core/world/mechanisms.ts";
import { RICH } from "../laws/rich-strategy.ts";

const CORE = join(import.meta.dirname, "..", "..", "src", "core");
const filesOf = (folder: string) =>
  readdirSync(join(CORE, folder))
    .map((file) => basename(file, ".ts"))
    .filter((name) => name !== "index")
    .sort();

const SENTENCE = /^[A-Z].*[^ ]\.$/s;

describe.each<[string, readonly Entry[], (kind: string) => string]>([
  ["instruments", INSTRUMENTS, (kind) => kind],
  ["metrics", METRICS, (kind) => kind],
  ["behaviours", [...CONDUCT_RULES.values()], (kind) => `conduct-${kind}`],
  ["behaviours", [...RISK_RULES.values()], (kind) => `risk-${kind}`],
])("%s", (folder, entries, fileOf) => {
  it.each(entries.map((entry) => [entry.kind, entry] as const))("%s", (kind, entry) => {
    expect(filesOf(folder)).toContain(fileOf(kind));
    expect(entry.about).toMatch(SENTENCE);
    expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

it("every file of a catalogue is an entry", () => {
  expect(INSTRUMENTS.map(({ kind }) => kind).sort()).toEqual(filesOf("instruments"));
  expect(METRICS.map(({ kind }) => kind).sort()).toEqual(filesOf("metrics"));
  const rules = [
    ...[...CONDUCT_RULES.keys()].map((kind) => `conduct-${kind}`),
    ...[...RISK_RULES.keys()].map((kind) => `risk-${kind}`),
  ];
  expect(rules.sort()).toEqual(filesOf("behaviours"));
  expect(PHASES.map(({ name }) => name).sort()).toEqual(filesOf("phases"));
});

/** Calls back for every schema inside a schema, with the path to it. */
function walk(schema: Schema, visit: (path: string, schema: Schema) => void, path = ""): void {
  visit(path, schema);
  if (metaOf(schema).quantity) return;
  const def = definition(unwrap(schema));
  if (def.type === "object") for (const [key, field] of Object.entries(def.shape)) walk(field, visit, `${path}.${key}`);
  if (def.type === "record") walk(def.valueType, visit, `${path}.*`);
  if (def.type === "array") walk(def.element, visit, `${path}[]`);
  if (def.type === "union") for (const option of def.options) walk(option, visit, path);
}

/** Numbers without a unit, and quantities without a range or a word. */
function careless(schema: Schema): string[] {
  const found: string[] = [];
  walk(schema, (path, part) => {
    const { unit, about, quantity, description } = metaOf(part);
    if (quantity) {
      if (!unit || !about) found.push(`${path}: no unit or meaning`);
      const number = unwrap(decided(part, 0)) as unknown as { minValue: number; maxValue: number };
      if (!(number.minValue > -1e15 && number.maxValue < 1e15)) found.push(`${path}: no range`);
    } else if (definition(unwrap(part)).type === "number" && !unit && !description && !NAMED.test(path)) {
      found.push(`${path}: a bare number`);
    }
  });
  return found;
}
/** A calendar year, and the lines of a condition: in the unit of its indicator. */
const NAMED = /^\.targets\.\*\.(year|value)$|^\.fitting\.(from|until)$|\.when\[\]\.(above|below)$|\.(season|crowding)\[\]$/;

describe("parameters", () => {
  it.each(INSTRUMENTS.map((entry) => [entry.kind, entry] as const))("of %s are strict and have units", (kind, { params }) => {
    expect(careless(params)).toEqual([]);
    const example = Object.values(RICH).find((one) => one.kind === kind);
    expect(params.safeParse(example).success).toBe(true);
    expect(params.safeParse({ ...example, wrongKey: 1 }).success).toBe(false);
    expect(params.safeParse({ ...example, kind: "other" }).success).toBe(false);
    for (const needed of Object.keys(example ?? {}).filter((key) => !isOptional(params, key))) {
      expect(params.safeParse({ ...example, [needed]: undefined }).success).toBe(false);
    }
  });

  it("of an ecosystem have units", () => {
    // A published figure is in the unit of its metric, and of any size.
    expect(careless(ecosystemSchema).filter((path) => !path.startsWith(".targets."))).toEqual([]);
  });
});

function isOptional(params: Schema, key: string): boolean {
  const def = definition(params);
  return def.type === "object" && definition(def.shape[key]).type === "optional";
}

describe("words that are listed by name", () => {
  it.each([
    ["mechanisms", MECHANISMS],
    ["levers", LEVERS],
    ["indicators", INDICATORS],
  ])("%s have a meaning", (_, list) => {
    for (const [name, word] of Object.entries(list)) {
      expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
      const about = typeof word === "string" ? word : word.about;
      expect(about.length).toBeGreaterThan(8);
      if (typeof word !== "string") expect(word.unit).not.toBe("");
    }
  });

  it.each(Object.entries(LEVERS))("a shock of %s stays within what the lever means", (lever, { neutral, min, max }) => {
    const set = (value: number) => {
      const checked = shock.params.safeParse({ kind: "shock", start: "2015-01-05", lever, value, rampWeeks: 0 });
      return checked.success ? "accepted" : checked.error.issues.map(({ path, message }) => `${path}: ${message}`).join();
    };
    for (const value of [neutral, min, max]) expect(set(value)).toBe("accepted");
    for (const value of [min - 0.1, max + 0.1]) expect(set(value)).toMatch(`value: ${lever} takes ${min} to ${max}`);
  });

  it("levers take nothing for nothing", () => {
    for (const { combine, neutral } of Object.values(LEVERS)) {
      for (const x of [0, 0.1, 0.7, 1, 3]) expect(combine(neutral, x)).toBe(x);
    }
  });

  // Halves and quarters, so that every result is exact.
  it.each(Object.entries(LEVERS))("two on %s: factors multiply, shares fill what is left, amounts add up", (_, lever) => {
    const { unit, min, max, combine } = lever;
    const both = unit === "factor" ? 0.5 * 0.25 : unit === "share" ? 1 - (1 - 0.5) * (1 - 0.25) : 0.5 + 0.25;
    expect(combine(0.5, 0.25)).toBe(both);
    expect(combine(0.25, 0.5)).toBe(both);
    if (unit === "share") expect([combine(max, max), combine(max, min)]).toEqual([1, 1]);
  });
});
